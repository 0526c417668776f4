// The refusal of the moment, explained.
import type { TraceEvent } from '../core/trace/event.ts';
import { beginsStep } from '../core/trace/schedule.ts';
import { isNo, whyNot, type WhyNot } from '../core/trace/why-not.ts';
import { orMeanwhile } from './parts.ts';
import type { EngineState } from './state.ts';

/** The latest refusal of this step on one connection, among the first `count` events; -1: none. */
function refusalIn(trace: readonly TraceEvent[], count: number, conn: number): number {
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i];
    if (!event) return -1;
    if (event.conn === conn && isNo(event)) return i;
    // what somebody did before is another story; and once the server has said yes again there is nothing to explain
    if (beginsStep(event) || (event.conn === conn && event.type === 'outcome')) return -1;
  }
  return -1;
}
/** Undefined: there is none, or what would explain it has not arrived yet. */
export const whyNow = (
  { lab, timeline, trace }: EngineState,
  count: number,
  conn: number,
): WhyNot | undefined =>
  orMeanwhile(() => {
    const index = refusalIn(trace, count, conn);
    if (index < 0 || !lab) return undefined;
    const input = timeline.ends.findIndex((end) => end > index);
    return whyNot(trace, index, lab.seek(timeline, input - 1), lab.seek(timeline, input));
  }, undefined);
