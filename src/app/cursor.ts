// Between display time, events and inputs.
import type { Timeline } from '../core/kernel/timeline.ts';
import type { Schedule } from '../core/trace/schedule.ts';

/** How many events have begun at this display time. Starts never decrease with the index of what caused them, but flights overlap: counted, not searched. */
export function cursorOf({ shown, total }: Schedule, time: number): number {
  if (time >= total) return shown.length;
  let n = 0;
  for (let i = 0; i < shown.length; i++) if ((shown[i]?.start ?? Infinity) <= time && time > 0) n = i + 1;
  return n;
}
/** How many inputs have begun when so many events have; a `pass` belongs to what it follows. */
export function inputsBegun({ inputs, ends }: Timeline, events: number): number {
  if (events >= (ends.at(-1) ?? 0)) return inputs.length;
  let low = 0;
  let high = inputs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) >= events) high = middle;
    else low = middle + 1;
  }
  while (inputs[low]?.type === 'pass') low++;
  return low;
}
/** Where the latest thing somebody did begins, as a number of inputs. */
export function groupStart({ inputs }: Timeline, begun: number): number {
  let n = begun;
  while (n > 0 && inputs[n - 1]?.type === 'pass') n--;
  return Math.max(0, n - 1);
}
