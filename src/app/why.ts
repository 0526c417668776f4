// The refusals of the moment, explained.
import type { TraceEvent } from '../core/trace/event.ts';
import { refusalsWith } from '../core/trace/refusals.ts';
import { beginsStep } from '../core/trace/schedule.ts';
import { whyNot, type WhyNot } from '../core/trace/why-not.ts';
import { orMeanwhile } from './parts.ts';
import type { EngineState } from './state.ts';

const NONE: readonly number[] = [];
/**
 * The refusals that the latest answer of this step on one connection holds, among the first `count` events, in order. What somebody did
 * before is another story; and once the server has said yes in a send of its own there is nothing to explain.
 */
export function refusalsNow(trace: readonly TraceEvent[], count: number, conn: number): readonly number[] {
  for (let i = count - 1; i >= 0; i--) {
    const event = trace[i];
    if (!event) return NONE;
    if (event.conn === conn && event.type === 'outcome')
      return orMeanwhile(() => refusalsWith(trace, i).filter((index) => index < count), NONE);
    if (beginsStep(event)) return NONE;
  }
  return NONE;
}
/** One of them. Undefined: what would explain it has not arrived yet. */
export const whyAt = ({ lab, timeline, trace }: EngineState, index: number): WhyNot | undefined =>
  orMeanwhile(() => {
    if (!lab) return undefined;
    const input = timeline.ends.findIndex((end) => end > index);
    return whyNot(trace, index, lab.seek(timeline, input - 1), lab.seek(timeline, input));
  }, undefined);
