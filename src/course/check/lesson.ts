// A lesson played on the engine: its solution, its other routes and its wrong paths. Whatever is not as the lesson says is a fault.
import type { Timeline } from '../../core/kernel/timeline.ts';
import { automatonOf } from '../../core/trace/automaton.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import type { Predicate, Why } from '../../core/trace/predicate.ts';
import { rightAnswer } from '../answer.ts';
import type { Deed, Lesson, Step, WrongPath } from '../lesson.ts';
import { partsOf } from '../names.ts';
import { missedIn, play, stageOf, TooLong, type Stage } from '../play.ts';
import { progressOf, type Given, type Progress } from '../progress.ts';
import { reasonText } from '../reasons.ts';
import type { Path } from '../yaml.ts';
import { checkQuotes } from './quotes.ts';

export interface CheckFault {
  /** What it is about: `['steps', 'login', 'show']`. */
  readonly at: Path;
  readonly message: string;
}
/** The right answers of these steps, in a session that went like this. */
export const rightAnswers = (steps: readonly Step[], trace: readonly TraceEvent[]): Given =>
  Object.fromEntries(
    steps.flatMap((step) =>
      step.asks.map((question) => [`${step.id}/${question.id}`, rightAnswer(question, trace)]),
    ),
  );
export const deedsOf = (steps: readonly Step[]): readonly Deed[] => steps.flatMap(({ show }) => show);

const isMet = (progress: Progress, step: string): boolean =>
  progress.steps.find(({ id }) => id === step)?.met === true;
const reasons = ({ say }: Checked, progress: Progress, step: string): string =>
  (progress.steps.find(({ id }) => id === step)?.why ?? []).map(say).join(' ');
/** As the checker writes it in a message. */
export const written = (deeds: readonly Deed[]): string =>
  deeds.map((deed) => (typeof deed === 'string' ? deed : JSON.stringify(deed))).join(', ');

/** Total: whatever goes wrong is one of its faults. */
export const checkLesson = (lesson: Lesson): readonly CheckFault[] =>
  checksOf(lesson).flatMap((run) => run());

/** The same, piece by piece, for whoever has something else to do in between. `say`: why a goal is not reached, in one's own words. */
export function checksOf(
  lesson: Lesson,
  say: Say = (why) => reasonText(why),
): readonly (() => readonly CheckFault[])[] {
  const stage = stageOf(lesson);
  if (!stage) return [() => [{ at: ['scene', 'world'], message: `there is no world ${lesson.scene.world}` }]];
  const it: Checked = { lesson, stage, say };
  let broken = lesson.steps.length;
  // a step begins where those before it have led: what is wrong with one drags those after it along
  const upTo = (i: number): boolean => i <= broken;
  return [
    total([], () => checkStart(it)),
    ...lesson.steps.map((step, i) =>
      total(['steps', step.id], () => {
        if (!upTo(i)) return [];
        const found = checkStep(it, step, i);
        if (found.some(({ at }) => at[2] === 'show')) broken = Math.min(broken, i);
        return found;
      }),
    ),
    ...lesson.steps.map((step, i) =>
      total(['steps', step.id], () => (i < broken ? checkParts(it, step, i) : [])),
    ),
    ...lesson.routes.map((route, i) => total(['routes', i], () => checkRoute(it, route, i))),
    ...lesson.wrongPaths.map((path, i) =>
      total(['wrongPaths', i], () =>
        upTo(lesson.steps.findIndex(({ id }) => id === path.step)) ? checkWrongPath(it, path, i) : [],
      ),
    ),
    total([], () => (broken < lesson.steps.length ? [] : checkQuotes(lesson, stage))),
  ];
}
const total = (at: Path, run: () => readonly CheckFault[]) => (): readonly CheckFault[] => {
  try {
    return run();
  } catch (error) {
    const message = error instanceof TooLong ? error.message : `this cannot be played: ${String(error)}`;
    return [{ at, message }];
  }
};
/** Deeds that cannot be done, of those after the first `from`. */
const checkDone = (timeline: Timeline, from: number, at: Path): readonly CheckFault[] =>
  missedIn(timeline).flatMap(({ index, key, message }) =>
    index < from ? [] : [{ at: [...at, index - from, key], message }],
  );
export type Say = (why: Why) => string;
export interface Checked {
  readonly lesson: Lesson;
  readonly stage: Stage;
  readonly say: Say;
}
const progressAfter = (
  { lesson, stage }: Checked,
  { trace }: Timeline,
  answered: readonly Step[],
): Progress => progressOf(lesson, stage.start, trace, rightAnswers(answered, trace));

function checkStart(it: Checked): readonly CheckFault[] {
  const nothing = progressAfter(it, play(it.stage, []), it.lesson.steps);
  return nothing.steps.flatMap(({ id, met }) => {
    const step = it.lesson.steps.find((each) => each.id === id);
    const onlyAnswers = step !== undefined && step.show.length === 0;
    return met && !onlyAnswers
      ? [{ at: ['steps', id, 'goal'], message: 'the goal is met before anything is typed' }]
      : [];
  });
}
function checkStep(it: Checked, step: Step, index: number): readonly CheckFault[] {
  const { lesson, stage } = it;
  const before = lesson.steps.slice(0, index);
  const upTo = lesson.steps.slice(0, index + 1);
  const whole = play(stage, deedsOf(upTo));
  const progress = progressAfter(it, whole, upTo);
  const faults = [...checkDone(whole, deedsOf(before).length, ['steps', step.id, 'show'])];
  const fault = (part: string, message: string): void =>
    void faults.push({ at: ['steps', step.id, part], message });
  if (!isMet(progress, step.id))
    fault('show', `the solution does not reach the goal: ${reasons(it, progress, step.id)}`);
  if (step.show.length > 0) {
    if (isMet(progressAfter(it, play(stage, deedsOf(before)), upTo), step.id))
      fault('goal', 'the goal is met before its step begins');
    const truncated = [...deedsOf(before), ...step.show.slice(0, -1)];
    if (isMet(progressAfter(it, play(stage, truncated), upTo), step.id))
      fault('goal', 'the goal is met without the last line of its solution');
  }
  if (step.asks.length > 0 && isMet(progressAfter(it, whole, before), step.id))
    fault('goal', 'the goal is met without its answer');
  for (const id of hintsFired(it, whole, step.id)) fault('hints', `hint ${id} fires although all is right`);
  if (whole.trace.some((event) => event.type === 'fault')) fault('show', 'the engine has a fault');
  return faults;
}
/** At any moment, with the goal put out of reach: a goal that is met would hide its hints. Those that wait for a pause do not count. */
function hintsFired({ lesson, stage }: Checked, { trace }: Timeline, step: string): ReadonlySet<string> {
  const steps = lesson.steps.map((it): Step => ({
    ...it,
    goal: it.id === step ? { any: [] } : it.goal,
    hints: it.hints.filter(({ idle }) => idle === 0),
  }));
  const endless = { ...lesson, steps };
  const found = new Set<string>();
  for (let count = 0; count <= trace.length; count++) {
    const { steps: now } = progressOf(endless, stage.start, trace, {}, count);
    for (const { id, fired } of now.find((it) => it.id === step)?.hints ?? []) if (fired) found.add(id);
  }
  return found;
}

/** What a goal asks for besides, and what holds already when its step begins, must be seen to fail on some wrong path. */
function checkParts(it: Checked, step: Step, index: number): readonly CheckFault[] {
  if (!('all' in step.goal)) return [];
  const { lesson, stage } = it;
  const before = deedsOf(lesson.steps.slice(0, index));
  const wrong = lesson.wrongPaths.filter((path) => path.step === step.id);
  return partsOf(step.goal).flatMap(([path, part]) => {
    if ('answer' in part || !holdsAfter(part, stage, before)) return [];
    const fails = wrong.some(({ type }) => !holdsAfter(part, stage, [...before, ...type]));
    const message = 'this part of the goal holds from the beginning, and no wrong path makes it fail';
    return fails ? [] : [{ at: ['steps', step.id, 'goal', ...path], message }];
  });
}
/** Now, not once: what was so may not be so any more. */
function holdsAfter(part: Predicate, stage: Stage, deeds: readonly Deed[]): boolean {
  const { trace } = play(stage, deeds);
  return trace.reduce((now, event, i) => now.on(event, i, trace), automatonOf(part, stage.start)).met;
}
function checkRoute(
  it: Checked,
  { title, type }: Lesson['routes'][number],
  index: number,
): readonly CheckFault[] {
  const timeline = play(it.stage, type);
  const progress = progressAfter(it, timeline, it.lesson.steps);
  return [
    ...checkDone(timeline, 0, ['routes', index, 'type']),
    ...progress.steps
      .filter(({ met }) => !met)
      .slice(0, 1)
      .map(({ id }) => ({
        at: ['routes', index],
        message: `the route "${title}" does not get to ${id}: ${reasons(it, progress, id)}`,
      })),
  ];
}
function checkWrongPath(it: Checked, { step, type, hint }: WrongPath, index: number): readonly CheckFault[] {
  const { steps } = it.lesson;
  const at = steps.findIndex(({ id }) => id === step);
  const before = deedsOf(steps.slice(0, at));
  const timeline = play(it.stage, [...before, ...type]);
  const progress = progressAfter(it, timeline, steps.slice(0, at + 1));
  const path = written(type);
  const fired = progress.steps[at]?.hints.some(({ id, fired: on }) => id === hint && on) === true;
  const place: Path = ['wrongPaths', index];
  return [
    ...checkDone(timeline, before.length, [...place, 'type']),
    ...(isMet(progress, step)
      ? [{ at: place, message: `the wrong path "${path}" meets the goal of ${step}` }]
      : []),
    ...(fired ? [] : [{ at: place, message: `the wrong path "${path}" does not bring up hint ${hint}` }]),
  ];
}
