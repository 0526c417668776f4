// "Show me": the solution, typed into the console one line at a time, each when the one before has been answered.
import { engine, goLive, headWorld, moving, type } from '../../app/engine.ts';
import type { Lesson, Step } from '../../course/lesson.ts';

const BREATH_MS = 450;

/** Everything is painted that was under way. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    if (!moving(engine.getState())) {
      resolve();
      return;
    }
    const forget = engine.subscribe((state) => {
      if (moving(state)) return;
      forget();
      resolve();
    });
  });
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, engine.getState().reduced ? 0 : BREATH_MS);
  });

/** The lines of a step; with nobody connected, those of the steps before as well. */
export function linesToShow(lesson: Lesson, step: Step, connected: boolean): readonly string[] {
  const index = lesson.steps.findIndex(({ id }) => id === step.id);
  const from = connected ? index : 0;
  return lesson.steps.slice(from, index + 1).flatMap(({ show }) => show);
}
/** Nobody has done anything since: typed, gone back, begun afresh. What comes next still fits. */
const undisturbed = (): (() => boolean) => {
  const { timeline } = engine.getState();
  const done = timeline.inputs.length;
  return () => {
    const now = engine.getState();
    return now.live && now.timeline === timeline && timeline.inputs.length === done;
  };
};
/** Stops, without a word, as soon as the learner takes over. */
export async function showMe(lesson: Lesson, step: Step): Promise<void> {
  const { console } = lesson.scene;
  goLive();
  const world = headWorld(engine.getState());
  const connected = (world?.consoles.find((c) => c.id === console)?.conn ?? 0) !== 0;
  for (const line of linesToShow(lesson, step, connected)) {
    type(console, line);
    const fits = undisturbed();
    // each line waits for the one before
    await settled();
    await breath();
    if (!fits()) return;
  }
}
