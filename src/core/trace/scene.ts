// The picture of one moment: a pure function of where the world began, what happened, and the display time.
import type { Micros } from '../base/time.ts';
import type { World } from '../kernel/world.ts';
import type { TraceEvent } from './event.ts';
import { flightsAt } from './scene-flights.ts';
import { begin, copied, fold, type Fold } from './scene-fold.ts';
import { hostsOf, linksOf } from './scene-hosts.ts';
import { sessionsOf } from './scene-sessions.ts';
import type { Scene } from './scene-types.ts';
import { scheduleOf, type Schedule } from './schedule.ts';

export type { Scene, SceneLine } from './scene-types.ts';

/** Everything of a scene that changes with events, not with the clock. */
type Still = Omit<Scene, 'time' | 'now' | 'flights'>;
/** What was worked out about one trace. `folds[k]`: after k * EVERY events. */
interface Kept {
  readonly start: World;
  readonly folds: Fold[];
  /** Where the latest scene was. */
  here: { readonly count: number; readonly fold: Fold };
  last: TraceEvent | undefined;
  length: number;
  still: Still | undefined;
}
const EVERY = 256;
const cache = new WeakMap<readonly TraceEvent[], Kept>();

/** What is to be seen at a display time (milliseconds). The same parts are the same objects while no event begins. */
export function sceneAt(start: World, trace: readonly TraceEvent[], time: number): Scene {
  const schedule = scheduleOf(trace);
  const event = begunAt(schedule, time) - 1;
  const still = stillAt(keptFor(start, trace), trace, event);
  const flights = flightsAt(trace, schedule, time, event);
  return { ...still, time, now: clockAt(start, trace, event, flights), flights };
}
/** How many events have begun at this display time. */
export function begunAt({ shown }: Schedule, time: number): number {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
/** The virtual clock runs with what flies, and stands otherwise. */
function clockAt(
  start: World,
  trace: readonly TraceEvent[],
  event: number,
  flights: Scene['flights'],
): Micros {
  const reached = trace[event]?.at ?? start.now;
  let soonest = Infinity;
  for (const { event: index, progress } of flights) {
    const flight = trace[index];
    if (flight && 'arrives' in flight)
      soonest = Math.min(soonest, flight.at + (flight.arrives - flight.at) * progress);
  }
  return soonest === Infinity ? reached : Math.max(reached, Math.round(soonest));
}

function keptFor(start: World, trace: readonly TraceEvent[]): Kept {
  const kept = cache.get(trace);
  const valid = kept?.start === start && trace[kept.length - 1] === kept.last && kept.length <= trace.length;
  const now: Kept = valid ? kept : newKept(start);
  now.length = trace.length;
  now.last = trace.at(-1);
  if (!valid) cache.set(trace, now);
  return now;
}
function newKept(start: World): Kept {
  const first = begin(start);
  const here = { count: 0, fold: copied(first) };
  return { start, folds: [first], here, last: undefined, length: 0, still: undefined };
}
function stillAt(kept: Kept, trace: readonly TraceEvent[], event: number): Still {
  if (kept.still?.event === event) return kept.still;
  const state = foldTo(kept, trace, event + 1);
  const still: Still = {
    event,
    hosts: hostsOf(state, kept.still?.hosts),
    links: linksOf(state),
    conns: state.conns,
    sessions: sessionsOf(state),
    mailboxes: asBefore(kept.still?.mailboxes, [...state.boxes.values()]),
    views: asBefore(kept.still?.views, [...state.views.values()]),
    subscriptions: state.subscriptions,
    lookups: state.lookups,
    log: state.log.slice(0, state.lines),
  };
  kept.still = still;
  return still;
}
/** The same list when the same things are in it. */
const asBefore = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before?.length === now.length && now.every((it, i) => it === before[i]) ? before : now;
/** Onward from where the latest scene was, or from the snapshot before. */
function foldTo(kept: Kept, trace: readonly TraceEvent[], count: number): Fold {
  const near = Math.min(Math.floor(count / EVERY), kept.folds.length - 1);
  const onward = kept.here.count <= count && kept.here.count >= near * EVERY;
  const state = onward ? kept.here.fold : copied(kept.folds[near] ?? begin(kept.start));
  for (let i = onward ? kept.here.count : near * EVERY; i < count; i++) {
    const event = trace[i];
    if (event) fold(state, event, i);
    if ((i + 1) % EVERY === 0 && kept.folds.length === (i + 1) / EVERY) kept.folds.push(copied(state));
  }
  kept.here = { count, fold: state };
  return state;
}
