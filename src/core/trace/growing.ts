// A trace grows at its end, is cut back by an undo, and is read many times a second: what was worked out is kept beside it.
import type { TraceEvent } from './event.ts';

interface Kept<T> {
  readonly value: T;
  readonly length: number;
  readonly last: TraceEvent | undefined;
}
/**
 * A reader of growing traces. `read` gets what it returned for a beginning of the same trace, with that beginning's
 * length, or undefined; it must return the same as it would from scratch.
 */
export function growing<T>(
  read: (trace: readonly TraceEvent[], kept: T | undefined, length: number) => T,
): (trace: readonly TraceEvent[]) => T {
  const cache = new WeakMap<readonly TraceEvent[], Kept<T>>();
  return (trace) => {
    const kept = cache.get(trace);
    // the last event seen still stands where it stood: then so does everything before it
    const valid = kept !== undefined && kept.length <= trace.length && trace[kept.length - 1] === kept.last;
    if (valid && kept.length === trace.length) return kept.value;
    const value = valid ? read(trace, kept.value, kept.length) : read(trace, undefined, 0);
    cache.set(trace, { value, length: trace.length, last: trace.at(-1) });
    return value;
  };
}
