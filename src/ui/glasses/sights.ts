// The same connection seen twice: by whoever types, and by whoever listens in between.
import type { TraceEvent } from '../../core/trace/event.ts';
import { wiretap, type Sighting } from '../../core/trace/wiretap.ts';

type Dir = Sighting['dir'];
/** What one send looks like. The eavesdropper's holds no octet that TLS hides. */
export interface Sight {
  readonly event: number;
  readonly dir: Dir;
  /** Lines that can be read. */
  readonly lines: readonly string[];
  /** Sealed pieces: name and octets on the wire. */
  readonly records: readonly {
    readonly name: string;
    readonly size: number;
    /** It broke off. */
    readonly part: boolean;
    readonly serverName: string;
  }[];
  /** How tall it was before it was sealed, in lines; the shape of the words, not the words. */
  readonly before: number;
}
/** More than this of one reply is folded. */
export const MOST_LINES = 60;
export const MOST_RECORDS = 6;

const linesIn = (octets: string): readonly string[] => octets.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** As the people at both ends see it: every line. */
export function mine(trace: readonly TraceEvent[], conn: number, upTo: number): readonly Sight[] {
  return trace
    .slice(0, upTo + 1)
    .flatMap((event, index): Sight[] =>
      event.type === 'wire' && event.conn === conn
        ? [{ event: index, dir: event.dir, lines: linesIn(event.octets), records: [], before: 0 }]
        : [],
    );
}
/** As the café sees it. */
export function theirs(trace: readonly TraceEvent[], conn: number, upTo: number): readonly Sight[] {
  const groups = new Map<number, Sighting[]>();
  for (const sighting of wiretap(trace, conn))
    if (sighting.event <= upTo && (sighting.kind === 'text' || sighting.kind === 'record'))
      groups.set(sighting.event, [...(groups.get(sighting.event) ?? []), sighting]);
  return [...groups].map(([event, sightings]) => ({
    event,
    dir: sightings[0]?.dir ?? 'a>b',
    lines: sightings.filter((s) => s.kind === 'text').map((s) => s.text),
    records: sightings
      .filter((s) => s.kind === 'record')
      .map(({ record, size, lost, serverName }) => ({ name: record, size, part: lost > 0, serverName })),
    before: heightOf(trace[event]),
  }));
}
function heightOf(event: TraceEvent | undefined): number {
  if (event?.type === 'record') return 0;
  return event?.type === 'wire' && !event.visible ? Math.min(MOST_LINES, linesIn(event.octets).length) : 1;
}
