// When a hint offered unasked goes away again: once what it was about has been put right.
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { goalOf, type Goal, type GoalState } from '../core/trace/goal.ts';
import type { Predicate } from '../core/trace/predicate.ts';
import { readers } from '../core/trace/protocols.ts';

export interface Correction {
  readonly goal: Goal;
  /** It speaks of what a mailbox holds: no command puts that right. */
  readonly lasting: boolean;
}
export interface CorrectionState {
  readonly at: GoalState;
  /** It holds. */
  readonly fired: boolean;
  /** The command it was about; '' for none. */
  readonly verb: string;
  /** Index of the event with which it came to hold; -1: none. */
  readonly event: number;
}
export function correctionOf(when: Predicate, start: World): Correction {
  return { goal: goalOf(when, start), lasting: speaksOfStore(when) };
}
export const noCorrection = ({ goal }: Correction): CorrectionState => ({
  at: goal.start,
  fired: goal.verdict(goal.start, {}).met,
  verb: '',
  event: -1,
});
export function corrected(
  { goal, lasting }: Correction,
  state: CorrectionState,
  event: TraceEvent,
  index: number,
  trace: readonly TraceEvent[],
): CorrectionState {
  if (state.fired && !lasting && putsRight(event, state.verb))
    return { at: goal.start, fired: false, verb: '', event: -1 };
  const at = goal.on(state.at, event, index, trace);
  if (at === state.at) return state;
  const fired = goal.verdict(at, {}).met;
  const begins = fired && !state.fired;
  return {
    at,
    fired,
    verb: begins ? verbOf(event) : state.verb,
    event: begins ? index : state.event,
  };
}
const verbOf = (event: TraceEvent): string =>
  event.type === 'command' ? event.verb : event.type === 'outcome' ? event.trigger : '';
/** The same command has worked, or the session has moved on. */
const putsRight = (event: TraceEvent, verb: string): boolean =>
  event.type === 'outcome' &&
  readers.get(event.protocol)?.isRefusal(event) === false &&
  (event.from !== event.to || event.trigger === verb);

function speaksOfStore(predicate: Predicate): boolean {
  if ('stored' in predicate || 'absent' in predicate) return true;
  if ('all' in predicate) return predicate.all.some(speaksOfStore);
  if ('any' in predicate) return predicate.any.some(speaksOfStore);
  return 'not' in predicate && speaksOfStore(predicate.not);
}
