// An immutable state folded over a growing trace, asked for at any point of it.
import type { TraceEvent } from './event.ts';

interface Kept<S> {
  /** `[k]`: after k * EVERY events. */
  readonly snapshots: S[];
  length: number;
  last: TraceEvent | undefined;
  here: { readonly count: number; readonly state: S };
}
const EVERY = 256;

/** The state after the first `count` events: from where it was last asked for, or from a snapshot. */
export function folded<S>(
  start: S,
  on: (state: S, event: TraceEvent, index: number, trace: readonly TraceEvent[]) => S,
): (trace: readonly TraceEvent[], count?: number) => S {
  const cache = new WeakMap<readonly TraceEvent[], Kept<S>>();
  const keptFor = (trace: readonly TraceEvent[]): Kept<S> => {
    const known = cache.get(trace);
    const valid =
      known !== undefined && known.length <= trace.length && trace[known.length - 1] === known.last;
    const kept = valid
      ? known
      : { snapshots: [start], length: 0, last: undefined, here: { count: 0, state: start } };
    kept.length = trace.length;
    kept.last = trace.at(-1);
    cache.set(trace, kept);
    return kept;
  };
  return (trace, count = trace.length) => {
    const kept = keptFor(trace);
    const near = Math.min(Math.floor(count / EVERY), kept.snapshots.length - 1);
    const onward = kept.here.count <= count && kept.here.count >= near * EVERY;
    let state = onward ? kept.here.state : (kept.snapshots[near] ?? start);
    for (let i = onward ? kept.here.count : near * EVERY; i < count; i++) {
      const event = trace[i];
      if (event) state = on(state, event, i, trace);
      if ((i + 1) % EVERY === 0 && kept.snapshots.length === (i + 1) / EVERY) kept.snapshots.push(state);
    }
    kept.here = { count, state };
    return state;
  };
}
