// Hints: how many a step has, and asking for the next, be it by the guide's button or by word.
import { engine, sceneNow } from '../../app/engine.ts';
import type { Hint, Lesson, Step } from '../../course/lesson.ts';
import { progressOf, type StepProgress } from '../../course/progress.ts';
import { currentOf } from './bookmarks.ts';
import { everything, guessesFirst, keep } from './kept.ts';
import { isGuessing, nothing } from './work.ts';

export interface Hints {
  /** Those that are given when they are asked for. */
  readonly free: readonly Hint[];
  /** After them comes the beginning of the solution, and then the solution. */
  readonly hasShow: boolean;
  readonly all: number;
}
/** Of a step that is not met: there is no solution to show to a question. */
export function hintsOf(step: Step, { why }: StepProgress): Hints {
  const free = step.hints.filter((hint) => hint.when === undefined);
  const hasShow = step.show.length > 0 && why.some(({ kind }) => kind !== 'answer');
  return { free, hasShow, all: free.length + (hasShow ? 1 : 0) };
}
export const askHint = (lesson: Lesson, { id }: Step): void =>
  keep(lesson.id, ({ hints }) => ({ hints: { ...hints, [id]: (hints[id] ?? 0) + 1 } }));

export type Told =
  | { readonly is: 'given'; readonly nth: number; readonly of: number }
  /** There are no more; `hasShow`: but the solution. */
  | { readonly is: 'over'; readonly hasShow: boolean }
  /** Of the step nothing is said before its prediction. */
  | { readonly is: 'guess' }
  /** Every goal is met. */
  | { readonly is: 'done' };
/** The next hint for the goal to reach now is asked for; what came of it. Undefined: the session is not the lesson's. */
export function nextHint(lesson: Lesson): Told | undefined {
  const state = engine.getState();
  const start = state.timeline.worlds[0];
  if (state.lesson !== lesson.id || !start) return undefined;
  const work = everything()[lesson.id] ?? nothing;
  const seen = (sceneNow(state)?.event ?? -1) + 1;
  const progress = progressOf(lesson, start, state.trace, work.answers, seen, work.asked);
  const current = currentOf(lesson, progress);
  const step = lesson.steps.find(({ id }) => id === current);
  const own = progress.steps.find(({ id }) => id === current);
  if (!step || !own) return { is: 'done' };
  if (isGuessing(guessesFirst(), step, work)) return { is: 'guess' };
  const { all, hasShow } = hintsOf(step, own);
  const asked = work.hints[step.id] ?? 0;
  if (asked >= all) return { is: 'over', hasShow };
  askHint(lesson, step);
  return { is: 'given', nth: asked + 1, of: all };
}
