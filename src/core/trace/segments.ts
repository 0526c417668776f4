// The segments of one train, on display: one behind the other within their train's time.
import type { Flight } from '../net/stream.ts';
import type { ConnEvent, TlsRecord, TraceEvent, Wire } from './event.ts';

interface Slot {
  readonly start: number;
  readonly end: number;
}
/** All in parts of what a train without losses takes: how far its segments may be apart, and any two of them. */
const SPREAD = 0.3;
const APART = 0.08;
/** A segment sent again comes so much later, and holds up those behind it. */
const AGAIN = 0.5;
const AGAIN_AT_MOST = 1.5;

/** Does this event cross the wire? */
export const isFlight = (event: TraceEvent): event is Wire | TlsRecord | ConnEvent =>
  event.type === 'wire' ||
  event.type === 'record' ||
  (event.type === 'conn' && (event.phase === 'dial' || event.phase === 'fin'));

const shares = (flights: readonly Flight[]): readonly Slot[] => {
  const gaps = Math.max(1, flights.length - 1);
  const apart = Math.min(APART, SPREAD / gaps);
  const lasts = 1 - (flights.length - 1) * apart;
  let late = 0;
  return flights.map(({ again }, i) => {
    if (again) late = Math.min(late + AGAIN, AGAIN_AT_MOST);
    return { start: i * apart, end: i * apart + lasts + late };
  });
};
/** How much longer a train takes for what was lost: 1, nothing was. */
export const delayedBy = (flights: readonly Flight[]): number =>
  flights.some((flight) => flight.again) ? (shares(flights).at(-1)?.end ?? 1) : 1;
/** When each segment leaves and lands in its train's time. */
export function shownSegments(flights: readonly Flight[], { start, end }: Slot): readonly Slot[] {
  const own = shares(flights);
  const unit = (end - start) / (own.at(-1)?.end ?? 1);
  return own.map((part) => ({ start: start + part.start * unit, end: start + part.end * unit }));
}
