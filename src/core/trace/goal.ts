// A goal: a predicate that counts as reached from the moment it first held, and says why not yet until then.
import type { World } from '../kernel/world.ts';
import { automatonOf, type Automaton } from './automaton.ts';
import type { TraceEvent } from './event.ts';
import type { Predicate, Why } from './predicate.ts';

export type { Automaton } from './automaton.ts';

/** By the question's id: is the learner's answer right? Undefined: not answered. */
export type Answers = Readonly<Record<string, boolean | undefined>>;
export interface Verdict {
  readonly met: boolean;
  /** Index of the event with which the trace's part was reached; -1: not yet, or from the start. */
  readonly at: number;
  /** What is missing; empty when met. */
  readonly why: readonly Why[];
}
/** Where a goal stands after so many events. Plain to keep: nothing in it changes. */
export interface GoalState {
  readonly automaton: Automaton;
  /** Since which event it holds; -2: it does not. -1: from the start. */
  readonly since: number;
  /** It has held when everything an event had told was told: what comes later takes nothing away. */
  readonly reached: boolean;
}
export const NOT_YET = -2;
export interface Goal {
  readonly start: GoalState;
  readonly on: (
    state: GoalState,
    event: TraceEvent,
    index: number,
    trace: readonly TraceEvent[],
  ) => GoalState;
  readonly verdict: (state: GoalState, answers: Answers) => Verdict;
}

/** Answers stand beside the trace, so they are asked for last and only at the top: alone, or in an `all`. */
export function goalOf(predicate: Predicate, start: World): Goal {
  const automaton = automatonOf(predicate, start);
  const questions = questionsIn(predicate);
  return {
    start: { automaton, since: automaton.met ? -1 : NOT_YET, reached: false },
    on(state, event, index, trace) {
      if (state.reached) return state;
      const { since } = state;
      // an outcome comes before its facts: QUIT is answered, and only then is what it deletes gone
      if (since !== NOT_YET && event.type !== 'fact')
        return { automaton: state.automaton, since, reached: true };
      const next = state.automaton.on(event, index, trace);
      if (next === state.automaton) return state;
      const from = since === NOT_YET ? index : since;
      return { automaton: next, since: next.met ? from : NOT_YET, reached: false };
    },
    verdict({ automaton: now, since }, answers) {
      const missing: readonly Why[] = since === NOT_YET ? now.why() : [];
      const open = questions.filter((question) => answers[question] !== true);
      const unanswered = open.map((question): Why => ({
        kind: 'answer',
        question,
        given: answers[question] === false,
      }));
      const why = [...missing, ...unanswered];
      return { met: why.length === 0, at: Math.max(-1, since), why };
    },
  };
}
/** The questions a goal waits for. */
export function questionsIn(predicate: Predicate): readonly string[] {
  if ('answer' in predicate) return [predicate.answer];
  return 'all' in predicate ? predicate.all.flatMap(questionsIn) : [];
}
/** Does it hold after these events? For one look; a lesson folds. */
export function holds(predicate: Predicate, start: World, trace: readonly TraceEvent[]): boolean {
  const goal = goalOf(predicate, start);
  let state = goal.start;
  trace.forEach((event, index) => {
    state = goal.on(state, event, index, trace);
  });
  return goal.verdict(state, {}).met;
}
