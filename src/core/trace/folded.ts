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

export interface Folded<S> {
  /** The state after the first `count` events: from where it was last asked for, or from a snapshot. */
  (trace: readonly TraceEvent[], count?: number): S;
  /** How many of these are known already: whoever asks for little more than that is answered at once. */
  readonly known: (trace: readonly TraceEvent[], count: number) => number;
}
export function folded<S>(
  start: S,
  on: (state: S, event: TraceEvent, index: number, trace: readonly TraceEvent[]) => S,
): Folded<S> {
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
  const nearest = ({ snapshots, here }: Kept<S>, count: number): Kept<S>['here'] => {
    const near = Math.min(Math.floor(count / EVERY), snapshots.length - 1);
    const onward = here.count <= count && here.count >= near * EVERY;
    return onward ? here : { count: near * EVERY, state: snapshots[near] ?? start };
  };
  const read = (trace: readonly TraceEvent[], count = trace.length): S => {
    const kept = keptFor(trace);
    const from = nearest(kept, count);
    let { state } = from;
    for (let i = from.count; i < count; i++) {
      const event = trace[i];
      if (event) state = on(state, event, i, trace);
      if ((i + 1) % EVERY === 0 && kept.snapshots.length === (i + 1) / EVERY) kept.snapshots.push(state);
    }
    kept.here = { count, state };
    return state;
  };
  return Object.assign(read, {
    known: (trace: readonly TraceEvent[], count: number) => nearest(keptFor(trace), count).count,
  });
}
