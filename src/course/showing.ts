// What "show me" does: as little as takes somebody from where they stand to the end of a step. Nothing that others have done, and no
// letter that has gone, is done again; a session that is over is begun anew only where the step needs one.
import { begin, fork, record, seek, type Timeline } from '../core/kernel/timeline.ts';
import type { Deed, Lesson, Scene, Step } from './lesson.ts';
import { actsOf, inputsOf, stageOf, unfolded } from './play.ts';
import { progressOf } from './progress.ts';

/** `timeline`: what was done so far. Empty: nothing is left to be done. Undefined: nothing helps any more, from there. */
export function deedsToShow(lesson: Lesson, step: Step, timeline: Timeline): readonly Deed[] | undefined {
  for (const deeds of candidates(lesson, step))
    if (isReached(lesson, step, after(lesson, timeline, deeds))) return deeds;
  return undefined;
}
/** Shortest first: the end of the solution alone, all of it, and all of it in a session that was led so far as it needs. */
function* candidates(lesson: Lesson, step: Step): Generator<readonly Deed[]> {
  const { show } = step;
  for (let n = 0; n <= show.length; n++) yield show.slice(show.length - n);
  const way = wayIn(lesson, step);
  for (let n = 1; n <= way.length; n++) yield [...way.slice(0, n), ...show];
}
/** Only questions are left. */
function isReached(lesson: Lesson, step: Step, { worlds, trace }: Timeline): boolean {
  const [start] = worlds;
  const now = start && progressOf(lesson, start, trace).steps.find(({ id }) => id === step.id);
  return now?.why.every(({ kind }) => kind === 'answer') ?? false;
}
function after(lesson: Lesson, timeline: Timeline, deeds: readonly Deed[]): Timeline {
  const t = fork(timeline, timeline.inputs.length);
  for (const deed of unfolded(deeds, actsOf(lesson.steps))) doOn(t, deed, lesson.scene);
  return t;
}
function doOn(t: Timeline, deed: Deed, { console }: Scene): void {
  for (const input of inputsOf(deed, seek(t, t.inputs.length), console)) record(t, input);
}
const isTypedAt = (deed: Deed, console: string): boolean =>
  typeof deed === 'string' || ('type' in deed && deed.at === console);
/** What the solutions before it typed since they last made a connection: the way back into such a session. */
function wayIn(lesson: Lesson, step: Step): readonly Deed[] {
  const stage = stageOf(lesson);
  if (!stage) return [];
  const { console } = lesson.scene;
  const before = lesson.steps.slice(0, lesson.steps.indexOf(step)).flatMap(({ show }) => show);
  const t = begin(stage.start);
  const isConnected = (): boolean =>
    (seek(t, t.inputs.length).consoles.find(({ id }) => id === console)?.conn ?? 0) !== 0;
  let made = before.length;
  before.forEach((deed, i) => {
    const was = isConnected();
    for (const each of unfolded([deed], stage.acts)) doOn(t, each, lesson.scene);
    if (!was && isConnected()) made = i;
  });
  return before.slice(made).filter((deed) => isTypedAt(deed, console));
}
