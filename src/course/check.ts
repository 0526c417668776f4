// A lesson played on the engine: its solution, its other routes and its wrong paths. Whatever is not as the lesson says is a fault.
import { utf8 } from '../core/base/octets.ts';
import { begin, record, type Timeline } from '../core/kernel/timeline.ts';
import type { World } from '../core/kernel/world.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import type { Lesson, Step } from './lesson.ts';
import { progressOf, type Given, type Progress } from './progress.ts';
import { quotesIn } from './prose.ts';
import { reasonText } from './reasons.ts';
import { worldNamed } from './worlds.ts';

export interface CheckFault {
  /** '' when it is no one step's. */
  readonly step: string;
  readonly message: string;
}

/** Lines as a person types them into the lesson's console, each to its end. `^C` is Ctrl-C, `^]` the telnet escape. */
export function play(lesson: Lesson, start: World, typed: readonly string[]): readonly TraceEvent[] {
  const timeline: Timeline = begin(start);
  for (const line of typed) {
    record(timeline, { type: 'type', console: lesson.scene.console, octets: octetsOf(line) });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
  return timeline.trace;
}
const CONTROL = /^\^([A-Z\]])$/;
function octetsOf(line: string): string {
  const control = CONTROL.exec(line)?.[1];
  return control === undefined ? `${utf8(line)}\n` : String.fromCharCode(control.charCodeAt(0) & 31);
}
/** The right answers of these steps. */
export const rightAnswers = (steps: readonly Step[]): Given =>
  Object.fromEntries(
    steps.flatMap((step) => step.asks.map(({ id, accept }) => [`${step.id}/${id}`, accept[0] ?? ''])),
  );
const linesOf = (steps: readonly Step[]): readonly string[] => steps.flatMap(({ show }) => show);
const isMet = (progress: Progress, step: string): boolean =>
  progress.steps.find(({ id }) => id === step)?.met === true;
const reasons = (progress: Progress, step: string): string =>
  (progress.steps.find(({ id }) => id === step)?.why ?? []).map((why) => reasonText(why)).join(' ');

export function checkLesson(lesson: Lesson): readonly CheckFault[] {
  const start = worldNamed(lesson.scene.world);
  if (!start) return [{ step: '', message: `there is no world ${lesson.scene.world}` }];
  return [
    ...checkStart(lesson, start),
    ...lesson.steps.flatMap((step, i) => checkStep(lesson, start, step, i)),
    ...lesson.routes.flatMap(({ title, type }) => checkRoute(lesson, start, title, type)),
    ...lesson.wrongPaths.flatMap((path) => checkWrongPath(lesson, start, path)),
    ...checkQuotes(lesson, start),
  ];
}
function checkStart(lesson: Lesson, start: World): readonly CheckFault[] {
  const right = rightAnswers(lesson.steps);
  const met = progressOf(lesson, start, [], right).steps.filter((step) => step.met);
  return met.map(({ id }) => ({ step: id, message: 'the goal is met before anything is typed' }));
}
function checkStep(lesson: Lesson, start: World, step: Step, index: number): readonly CheckFault[] {
  const before = lesson.steps.slice(0, index);
  const upTo = lesson.steps.slice(0, index + 1);
  const right = rightAnswers(upTo);
  const trace = play(lesson, start, linesOf(upTo));
  const progress = progressOf(lesson, start, trace, right);
  const faults: CheckFault[] = [];
  const fault = (message: string): void => void faults.push({ step: step.id, message });
  if (!isMet(progress, step.id)) fault(`the solution does not reach the goal: ${reasons(progress, step.id)}`);
  const early = progressOf(lesson, start, play(lesson, start, linesOf(before)), right);
  if (isMet(early, step.id)) fault('the goal is met before its step begins');
  const truncated = [...linesOf(before), ...step.show.slice(0, -1)];
  if (isMet(progressOf(lesson, start, play(lesson, start, truncated), right), step.id))
    fault('the goal is met without the last line of its solution');
  if (step.asks.length > 0 && isMet(progressOf(lesson, start, trace, rightAnswers(before)), step.id))
    fault('the goal is met without its answer');
  for (const { id } of hintsFired(lesson, start, trace, step.id))
    fault(`hint ${id} fires although all is right`);
  if (trace.some((event) => event.type === 'fault')) fault('the engine has a fault');
  return faults;
}
/** At any moment, with the goal put out of reach: a goal that is met would hide its hints. */
function hintsFired(
  lesson: Lesson,
  start: World,
  trace: readonly TraceEvent[],
  step: string,
): readonly { readonly id: string }[] {
  const steps = lesson.steps.map((it): Step => ({ ...it, goal: { any: [] } }));
  const endless = { ...lesson, steps };
  const found = new Set<string>();
  for (let count = 0; count <= trace.length; count++) {
    const { steps: now } = progressOf(endless, start, trace, {}, count);
    for (const { id, fired } of now.find((it) => it.id === step)?.hints ?? []) if (fired) found.add(id);
  }
  return [...found].map((id) => ({ id }));
}
function checkRoute(
  lesson: Lesson,
  start: World,
  title: string,
  typed: readonly string[],
): readonly CheckFault[] {
  const progress = progressOf(lesson, start, play(lesson, start, typed), rightAnswers(lesson.steps));
  return progress.steps
    .filter(({ met }) => !met)
    .map(({ id }) => ({
      step: id,
      message: `the route "${title}" does not get here: ${reasons(progress, id)}`,
    }));
}
function checkWrongPath(
  lesson: Lesson,
  start: World,
  { step, type, hint }: Lesson['wrongPaths'][number],
): readonly CheckFault[] {
  const index = lesson.steps.findIndex(({ id }) => id === step);
  const before = lesson.steps.slice(0, index);
  const trace = play(lesson, start, [...linesOf(before), ...type]);
  const progress = progressOf(lesson, start, trace, rightAnswers(lesson.steps.slice(0, index + 1)));
  const path = type.join(', ');
  const fired = progress.steps[index]?.hints.some(({ id, fired: on }) => id === hint && on) === true;
  return [
    ...(isMet(progress, step) ? [{ step, message: `the wrong path "${path}" meets the goal` }] : []),
    ...(fired ? [] : [{ step, message: `the wrong path "${path}" does not bring up hint ${hint}` }]),
  ];
}

/** What a lesson quotes as a server's words, a server must have said while the lesson was played. */
function checkQuotes(lesson: Lesson, start: World): readonly CheckFault[] {
  const played = [
    linesOf(lesson.steps),
    ...lesson.routes.map(({ type }) => type),
    ...lesson.wrongPaths.map(({ step, type }) => [
      ...linesOf(
        lesson.steps.slice(
          0,
          lesson.steps.findIndex(({ id }) => id === step),
        ),
      ),
      ...type,
    ]),
  ];
  const said = new Set(played.flatMap((typed) => play(lesson, start, typed).flatMap(repliesIn)));
  const prose = [
    {
      step: '',
      parts: [lesson.intro, lesson.objective, ...lesson.quiz.flatMap((it) => [it.q, it.why, ...it.options])],
    },
    ...lesson.steps.map((step) => ({
      step: step.id,
      parts: [step.prose, ...step.hints.map(({ text }) => text), ...step.asks.map(({ q }) => q)],
    })),
  ];
  return prose.flatMap(({ step, parts }) =>
    parts
      .flatMap(quotesIn)
      .filter((quote) => /^(?:\+OK|-ERR) ./.test(quote) && !said.has(quote))
      .map((quote) => ({ step, message: `no server said "${quote}" while this lesson was played` })),
  );
}
const repliesIn = (event: TraceEvent): readonly string[] =>
  event.type === 'wire' && event.dir === 'b>a' ? event.octets.slice(0, 4096).split('\r\n') : [];
