// When a hint offered unasked goes away again: once what it was about has been put right.
import type { World } from '../core/kernel/world.ts';
import { automatonOf, type Automaton } from '../core/trace/automaton.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { Predicate } from '../core/trace/predicate.ts';
import { readers } from '../core/trace/protocols.ts';

export interface Correction {
  /** Before anything happened. Not a goal: what held once, and holds no more, is no reason to speak. */
  readonly start: Automaton;
  /** It speaks of how things are (what a mailbox holds, where a session stands), or of what must never be: no command puts that right. */
  readonly lasting: boolean;
}
export interface CorrectionState {
  readonly at: Automaton;
  /** The same over all that has happened: what was never so cannot be said, whatever was put right since. */
  readonly whole: Automaton;
  /** It holds. */
  readonly fired: boolean;
  /** The command it was about; '' for none. */
  readonly verb: string;
  /** Index of the event with which it came to hold; -1: none. */
  readonly event: number;
}
/** `forbidden`: by the goal of its step, see `forbiddenIn`. */
export function correctionOf(
  when: Predicate,
  start: World,
  forbidden: readonly Predicate[] = [],
): Correction {
  return { start: automatonOf(when, start), lasting: speaksOfNow(when) || isOneOf(forbidden, when) };
}
/** What a goal says must not be: where it has happened, only going back helps. */
export function forbiddenIn(goal: Predicate): readonly Predicate[] {
  if ('all' in goal) return goal.all.flatMap(forbiddenIn);
  if ('not' in goal) return [goal.not];
  return 'never' in goal ? [goal.never] : [];
}
// the schema puts their keys in one order
const isOneOf = (all: readonly Predicate[], one: Predicate): boolean =>
  all.some((each) => JSON.stringify(each) === JSON.stringify(one));
export const noCorrection = ({ start }: Correction): CorrectionState => ({
  at: start,
  whole: start,
  fired: start.met,
  verb: '',
  event: -1,
});
export interface Moment {
  readonly event: TraceEvent;
  readonly index: number;
  readonly trace: readonly TraceEvent[];
  /** The step it belongs to has begun: what went before is not its business. */
  readonly begun: boolean;
}
export function corrected(
  { start, lasting }: Correction,
  state: CorrectionState,
  { event, index, trace, begun }: Moment,
): CorrectionState {
  const at = state.at.on(event, index, trace);
  const whole = state.whole === state.at ? at : state.whole.on(event, index, trace);
  if (state.fired && !lasting && putsRight(event, state.verb) && isLater(trace, state.event, index))
    return { at: start, whole, fired: false, verb: '', event: -1 };
  if (at === state.at && whole === state.whole) return state;
  const fired = at.met && whole.met;
  if (fired && !begun && !lasting) return state.whole === whole ? state : { ...state, whole };
  const begins = fired && !state.fired;
  return {
    at,
    whole,
    fired,
    verb: begins ? verbOf(event) : state.verb,
    event: begins ? index : state.event,
  };
}
const verbOf = (event: TraceEvent): string =>
  event.type === 'command' ? event.verb : event.type === 'outcome' ? event.trigger : '';
/** Something was done since: what a deed itself comes to does not put it right. */
function isLater(trace: readonly TraceEvent[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (trace[i]?.cause === 0) return true;
  return from < 0;
}
/** The same command has worked, or the session has moved on. */
const putsRight = (event: TraceEvent, verb: string): boolean =>
  event.type === 'outcome' &&
  readers.get(event.protocol)?.isRefusal(event) === false &&
  (event.from !== event.to || event.trigger === verb);

function speaksOfNow(predicate: Predicate): boolean {
  if ('stored' in predicate || 'absent' in predicate || 'now' in predicate) return true;
  if ('device' in predicate || 'offDevice' in predicate) return true;
  if ('all' in predicate) return predicate.all.some(speaksOfNow);
  if ('any' in predicate) return predicate.any.some(speaksOfNow);
  return 'not' in predicate && speaksOfNow(predicate.not);
}
