// What is in the air: drawn at its share of its own time, so that scrubbing and playing are one function.
import { sealedSize } from '../net/secure.ts';
import type { Flight } from '../net/stream.ts';
import { flightsOf, type ConnEvent, type TlsRecord, type TraceEvent, type Wire } from './event.ts';
import { readers } from './protocols.ts';
import type { SceneFlight } from './scene-types.ts';
import type { Schedule, Shown } from './schedule.ts';
import { isFlight, shownSegments } from './segments.ts';

/** A train of more segments is drawn as so many. */
const SEGMENTS = 12;
/** Octets of a capsule's text: more cannot be read in flight. */
const READABLE = 240;

/** `event` is the index of the latest event begun. */
export function flightsAt(
  trace: readonly TraceEvent[],
  { shown }: Schedule,
  time: number,
  event: number,
): readonly SceneFlight[] {
  const out: SceneFlight[] = [];
  const longest = longestOf(shown);
  for (let i = event; i >= 0; i--) {
    const slot = shown[i];
    if (!slot || slot.start < time - longest) break;
    const it = trace[i];
    if (it && slot.end > time && isFlight(it)) out.unshift(...drawn(it, i, slot, time, trace));
  }
  return out;
}
const lengths = new WeakMap<readonly Shown[], number>();
function longestOf(shown: readonly Shown[]): number {
  const kept = lengths.get(shown);
  if (kept !== undefined) return kept;
  const longest = shown.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  lengths.set(shown, longest);
  return longest;
}

type Crossing = Wire | TlsRecord | ConnEvent;
function drawn(
  event: Crossing,
  index: number,
  slot: Shown,
  time: number,
  trace: readonly TraceEvent[],
): readonly SceneFlight[] {
  const between = event.type === 'conn' ? event : endsOf(event, trace, index);
  const caller = between?.from ?? '';
  const answerer = between?.to ?? '';
  const whole: SceneFlight = {
    event: index,
    conn: event.conn,
    from: event.dir === 'a>b' ? caller : answerer,
    to: event.dir === 'a>b' ? answerer : caller,
    dir: event.dir,
    text: event.type === 'record' ? event.name : '',
    size: event.type === 'record' ? event.size : 0,
    secure: event.type === 'record' || (event.type === 'wire' && !event.visible),
    kind: kindOf(event),
    progress: share(slot, time),
    segment: 0,
    segments: 1,
    again: false,
    refusal: saysNo(event, trace),
  };
  return event.type === 'wire' ? trainAt(event, whole, slot, time) : [whole];
}
function kindOf(event: Crossing): SceneFlight['kind'] {
  if (event.type === 'wire') return 'text';
  if (event.type === 'record') return 'record';
  return event.phase === 'dial' ? 'dial' : 'fin';
}
/** Known from the outcome that a reply belongs to. */
export function saysNo({ type, dir, cause }: Crossing, trace: readonly TraceEvent[]): boolean {
  const outcome = type === 'wire' && dir === 'b>a' ? trace[cause - (trace[0]?.id ?? 0)] : undefined;
  return outcome?.type === 'outcome' && readers.get(outcome.protocol)?.isRefusal(outcome) === true;
}
const share = ({ start, end }: Shown, time: number): number =>
  end > start ? Math.min(1, Math.max(0, (time - start) / (end - start))) : 1;

function trainAt(wire: Wire, whole: SceneFlight, slot: Shown, time: number): readonly SceneFlight[] {
  const flights = flightsOf(wire);
  const slots = shownSegments(flights, slot);
  const each = Math.ceil(flights.length / SEGMENTS);
  const out: SceneFlight[] = [];
  for (let i = 0; i < flights.length; i += each) {
    const last = Math.min(flights.length, i + each) - 1;
    const own = slots[last];
    const flight = flights[i];
    const end = flights[last]?.to ?? 0;
    if (!own || !flight || own.start > time || own.end <= time) continue;
    out.push({
      ...whole,
      ...piece(wire, flight, end),
      progress: share(own, time),
      segment: i / each,
      segments: Math.ceil(flights.length / each),
    });
  }
  return out;
}
const piece = (
  wire: Wire,
  { from, again }: Flight,
  to: number,
): Pick<SceneFlight, 'text' | 'size' | 'again'> => ({
  text: wire.octets.slice(from, Math.min(to, from + READABLE)),
  size: wire.visible ? to - from : sealedSize(to - from),
  again,
});
const ends = new WeakMap<Crossing, ConnEvent>();
/** Looked for once among the events before: a connection begins with one of its own. */
function endsOf(crossing: Crossing, trace: readonly TraceEvent[], index: number): ConnEvent | undefined {
  const kept = ends.get(crossing);
  if (kept) return kept;
  for (let i = index; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'conn' || event.conn !== crossing.conn) continue;
    ends.set(crossing, event);
    return event;
  }
  return undefined;
}
