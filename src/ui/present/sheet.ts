// A transcript in two columns, as it is handed out: numbered, the client's lines on the left, the server's on the right.
import type { ConnEvent, TraceEvent } from '../../core/trace/event.ts';
import { isSealed } from '../sequence/rows.ts';
import { visible } from '../shell/words.ts';

export interface SheetRow {
  readonly n: number;
  readonly by: 'client' | 'server';
  readonly lines: readonly string[];
  /** How many are left out of a long reply; after them come its last ones, which say how it ended. */
  readonly omitted: number;
  readonly last: readonly string[];
  /** Whose it is, where another connection spoke before. */
  readonly talk: Pick<ConnEvent, 'from' | 'to' | 'port'> | undefined;
  /** TLS begins with it. */
  readonly tls: boolean;
}
/** So many lines one reply takes on paper, that some are left out being one of them. */
const LINES = 12;
/** A tagged reply and the end of what it is about; the last lines of a list and the dot. */
const LAST = 2;

function shortened(all: readonly string[]): Pick<SheetRow, 'lines' | 'omitted' | 'last'> {
  if (all.length <= LINES) return { lines: all.map(visible), omitted: 0, last: [] };
  const [first, last] = [all.slice(0, LINES - LAST - 1), all.slice(-LAST)];
  const omitted = all.length - first.length - last.length;
  return { lines: first.map(visible), omitted, last: last.map(visible) };
}

const ROOM = 4;
/** So many lines are left to write a reply on: nobody writes down all of a long one. */
export const roomFor = ({ lines, omitted, last }: SheetRow): number =>
  Math.min(ROOM, lines.length + omitted + last.length);

/** What was said on the wires, up to so many events. */
export function sheetOf(trace: readonly TraceEvent[], count: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  const talks = new Map<number, ConnEvent>();
  const sealed = new Set<number>();
  let latest = 0;
  for (const event of trace.slice(0, count)) {
    if (event.type === 'conn' && !talks.has(event.conn)) talks.set(event.conn, event);
    if (event.type !== 'wire') continue;
    const all = event.octets.split(/\r?\n/);
    if (all.at(-1) === '') all.pop();
    const by = event.dir === 'a>b' ? 'client' : 'server';
    const talk = event.conn === latest ? undefined : talks.get(event.conn);
    latest = event.conn;
    const tls = isSealed(event) && !sealed.has(event.conn);
    if (tls) sealed.add(event.conn);
    rows.push({ n: rows.length + 1, by, talk, tls, ...shortened(all) });
  }
  return rows;
}
