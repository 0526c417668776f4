// Display time: when each event is shown, whatever its virtual time. A pure function of the trace; playing never writes.
import type { Micros } from '../base/time.ts';
import { flightsOf, type ConnEvent, type TlsRecord, type TraceEvent, type Wire } from './event.ts';
import { growing } from './growing.ts';
import { delayedBy, isFlight, shownSegments } from './segments.ts';

/** Display milliseconds at 1x. What does not fly ends as it starts. */
export interface Shown {
  readonly start: number;
  readonly end: number;
}
export interface Schedule {
  /** By index in the trace; starts increase strictly. */
  readonly shown: readonly Shown[];
  readonly total: number;
}

export const FLIGHT_MS = 600;
const LONGEST_MS = 900;
const PER_OCTET_MS = 2.5;
/** Between two events of one instant: enough to stop at each. */
export const TICK_MS = 1 / 16;
/** Before what somebody does next. */
const BREATH_MS = 40;
/** A long wait of the world, whatever its length. */
const WAIT_MS = 400;
const LONG: Micros = 500_000;
/** Two sends one behind the other in the same direction. */
const BEHIND_MS = 120;
const CROWD = 50;
const CROWD_MS = 6000;

/** What of an event is still to come: at this virtual time, on this display moment. */
interface Landing {
  readonly at: Micros;
  readonly shown: number;
}
interface State {
  /** When the latest event was shown. */
  start: number;
  /** Virtual time of the latest event or landing. */
  at: Micros;
  /** The next one last. */
  landings: Landing[];
  /** When the last send of each connection and direction began and lands. */
  lanes: Map<string, Shown>;
  /** Dials land by cause: nothing else says when. */
  dials: Map<number, number>;
}
interface Kept extends Schedule {
  /** Where the last step begins, and how things stood there. */
  readonly from: number;
  readonly before: State;
}

const fresh = (): State => ({ start: 0, at: 0, landings: [], lanes: new Map(), dials: new Map() });
const copied = (s: State): State => ({
  start: s.start,
  at: s.at,
  landings: s.landings.slice(),
  lanes: new Map(s.lanes),
  dials: new Map(s.dials),
});
/** A step is what somebody did, and everything that came of it. */
export const beginsStep = (event: TraceEvent): boolean => event.cause === 0;

/** When each event of a trace is shown. Whole steps only are final: a growing last step may be closed up as it grows. */
export const scheduleOf: (trace: readonly TraceEvent[]) => Schedule = growing<Kept>((trace, kept) => {
  const shown = kept ? kept.shown.slice(0, kept.from) : [];
  let from = kept?.from ?? 0;
  let state = kept ? copied(kept.before) : fresh();
  let before = copied(state);
  while (from < trace.length) {
    before = copied(state);
    let to = from + 1;
    while (to < trace.length && !startsAnew(trace[to])) to++;
    state = addStep(trace.slice(from, to), state, shown);
    if (to === trace.length) break;
    from = to;
  }
  const total = shown.reduce((latest, { end }) => Math.max(latest, end), 0);
  return { shown, total, from: Math.min(from, shown.length), before };
});
const startsAnew = (event: TraceEvent | undefined): boolean => event !== undefined && beginsStep(event);

function addStep(events: readonly TraceEvent[], before: State, shown: Shown[]): State {
  const base = before.start;
  for (const [lane, { end }] of before.lanes) if (end <= base) before.lanes.delete(lane);
  const first = shown.length;
  const state = before;
  let flying = 0;
  for (const event of events) {
    shown.push(place(event, state, event === events[0]));
    if (isFlight(event)) flying++;
  }
  let last = base;
  for (let i = first; i < shown.length; i++) last = Math.max(last, shown[i]?.end ?? 0);
  if (flying > CROWD && last - base > CROWD_MS) squeeze(shown, first, state, base, CROWD_MS / (last - base));
  return state;
}
/** Too much for one pair of eyes: the same order and the same proportions in less time. */
function squeeze(shown: Shown[], first: number, state: State, base: number, by: number): void {
  const near = (t: number): number => (t > base ? base + (t - base) * by : t);
  for (let i = first; i < shown.length; i++) {
    const { start, end } = shown[i] ?? { start: 0, end: 0 };
    shown[i] = { start: near(start), end: near(end) };
  }
  state.start = near(state.start);
  state.landings = state.landings.map(({ at, shown: s }) => ({ at, shown: near(s) }));
  for (const [key, { start, end }] of state.lanes)
    state.lanes.set(key, { start: near(start), end: near(end) });
  for (const [id, end] of state.dials) state.dials.set(id, near(end));
}

function place(event: TraceEvent, s: State, opensStep: boolean): Shown {
  let start = s.start + (opensStep ? BREATH_MS : TICK_MS);
  let quiet = s.at;
  // what has arrived by now, in virtual time, has landed
  for (let next = s.landings.at(-1); next && next.at <= event.at; next = s.landings.at(-1)) {
    quiet = Math.max(quiet, next.at);
    start = Math.max(start, next.shown);
    s.landings.pop();
  }
  const answered = s.dials.get(event.cause);
  if (answered !== undefined) {
    start = Math.max(start, answered);
    quiet = event.at;
    s.dials.delete(event.cause);
  }
  if (event.at - quiet > LONG && s.landings.length === 0) start += WAIT_MS;
  const shown = isFlight(event) ? fly(event, start, s) : { start, end: start };
  s.start = shown.start;
  s.at = event.at;
  return shown;
}
const laneOf = ({ conn, dir }: Wire | TlsRecord | ConnEvent): string => `${conn} ${dir}`;
function fly(event: Wire | TlsRecord | ConnEvent, earliest: number, s: State): Shown {
  const ahead = s.lanes.get(laneOf(event));
  const start = ahead && ahead.end > earliest ? Math.max(earliest, ahead.start + BEHIND_MS) : earliest;
  const size = event.type === 'wire' ? event.octets.length : 0;
  const lasts = Math.min(LONGEST_MS, FLIGHT_MS + size * PER_OCTET_MS);
  const planned = { start, end: Math.max(start + lasts, (ahead?.end ?? 0) + TICK_MS) };
  const end = event.type === 'wire' ? landTrain(event, planned, s) : planned.end;
  if (event.type === 'conn' && event.phase === 'dial') s.dials.set(event.id, end);
  else if (event.type !== 'wire') foresee(s, [{ at: event.arrives, shown: end }]);
  const shown = { start, end };
  s.lanes.set(laneOf(event), shown);
  return shown;
}
function foresee(s: State, landings: readonly Landing[]): void {
  s.landings = [...landings, ...s.landings].toSorted((a, b) => b.at - a.at);
}
/** Each segment lands for itself, so that its text may appear; all of a train's share its slot. */
function landTrain(wire: Wire, { start, end }: Shown, s: State): number {
  const flights = flightsOf(wire);
  const slot = { start, end: start + (end - start) * delayedBy(flights) };
  const slots = shownSegments(flights, slot);
  foresee(
    s,
    flights.map(({ arrivesAt }, i) => ({ at: arrivesAt, shown: slots[i]?.end ?? slot.end })),
  );
  return slot.end;
}
