// Every step is a bookmark: the moment at which one has come to it, or, where one has not, a world prepared by the solutions before it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { demonstrate, dispatch, engine, goLive, seek, seekEvent } from '../../app/engine.ts';
import { renameBranch, switchBranch } from '../../app/branches.ts';
import type { Input } from '../../core/kernel/world.ts';
import type { Lesson } from '../../course/lesson.ts';
import { play, stageOf } from '../../course/play.ts';
import { progressOf, type Progress } from '../../course/progress.ts';

/** More keys there are not. */
const MOST = 9;
const NOTHING = -1;
/** By step: the event with which everything before it was reached; -1: from the start. Undefined: that has not been yet. */
export function comeTo(lesson: Lesson, { steps }: Progress): readonly (number | undefined)[] {
  let latest: number | undefined = NOTHING;
  return lesson.steps.map((_step, i) => {
    const before = steps[i - 1];
    if (before && latest !== undefined) {
      const left = before.why.some(({ kind }) => kind !== 'answer');
      latest = left ? undefined : Math.max(latest, before.at);
    }
    return latest;
  });
}
/** The last event of what somebody did there. */
function endOfDeed(event: number): number {
  const { inputs, ends } = engine.getState().timeline;
  let n = ends.findIndex((end) => end > event);
  while (inputs[n]?.type === 'pass') n++;
  return (ends[n] ?? ends.at(-1) ?? 0) - 1;
}
function reach(event: number): void {
  if (event === NOTHING) seek(0);
  else seekEvent(endOfDeed(event));
}

interface Visit {
  readonly lesson: string;
  /** The step somebody went to. */
  readonly from: number;
}
const visit = createStore<Visit>(() => ({ lesson: '', from: 0 }));
engine.subscribe((now, before) => {
  if (now.attic !== before.attic) visit.setState({ from: 0 });
});
/** The step to work on, for who went to one: the first from there that is not met. What was left unanswered before it can wait. */
export function stepFrom(from: number, { steps, current }: Progress): string | undefined {
  const isThere = steps.slice(0, from).every(({ why }) => why.every(({ kind }) => kind === 'answer'));
  return (isThere ? steps.slice(from).find(({ met }) => !met)?.id : undefined) ?? current;
}
const fromIn =
  ({ id }: Lesson) =>
  ({ lesson, from }: Visit): number =>
    lesson === id ? from : 0;
export const useCurrent = (lesson: Lesson, progress: Progress): string | undefined =>
  stepFrom(useStore(visit, fromIn(lesson)), progress);
export const currentOf = (lesson: Lesson, progress: Progress): string | undefined =>
  stepFrom(fromIn(lesson)(visit.getState()), progress);

/** Words for a branch that nobody has played. */
export type Named = (step: string) => string;
/** To the beginning of the n-th step, from 0: where the learner has been there, else where the solutions lead. */
export function jumpTo(lesson: Lesson, n: number, named: Named): void {
  const step = lesson.steps[n];
  const { timeline, trace, lesson: here } = engine.getState();
  const [start] = timeline.worlds;
  if (!step || !start || n >= MOST || here !== lesson.id) return;
  visit.setState({ lesson: lesson.id, from: n });
  const event = comeTo(lesson, progressOf(lesson, start, trace))[n];
  if (event === undefined) goToPrepared(lesson, n, named(step.title));
  else reach(event);
}
const solutionsBefore = (lesson: Lesson, n: number): readonly Input[] => {
  const stage = stageOf(lesson);
  const deeds = lesson.steps.slice(0, n).flatMap(({ show }) => show);
  return stage ? play(stage, deeds).inputs : [];
};
function goToPrepared(lesson: Lesson, n: number, name: string): void {
  const known = engine.getState().branches.find((branch) => branch.name === name);
  if (!known) {
    prepare(lesson, n, name);
    return;
  }
  switchBranch(known.id);
  const { ends } = engine.getState().timeline;
  seekEvent((ends[solutionsBefore(lesson, n).length] ?? 0) - 1);
}
/** On a branch of its own, all that leads to the n-th step is done. */
export function prepare(lesson: Lesson, n: number, name: string): void {
  seek(0);
  demonstrate(() => dispatch(...solutionsBefore(lesson, n)));
  renameBranch(engine.getState().branch, name);
  goLive();
}
