// "Show me": the solution, typed into the console as a person types, each line when the one before has been answered.
import { demonstrate, engine, focusConsole, goLive } from '../../app/engine.ts';
import { settled } from '../../app/settled.ts';
import type { Deed, Lesson, Step } from '../../course/lesson.ts';
import { deedsToShow } from '../../course/showing.ts';
import { consoleModel } from '../console/model.ts';
import { prepare, type Named } from './bookmarks.ts';
import { doAtOnce } from './deeds.ts';

const BREATH_MS = 450;
const KEY_MS = 38;
/** However long a line is, it takes no longer. */
const LINE_MS = 1400;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, engine.getState().reduced ? 0 : ms);
  });

/** Nobody has done anything since: typed, gone back, begun afresh. What comes next still fits. */
const undisturbed = (): (() => boolean) => {
  const { timeline } = engine.getState();
  // what waits for a part or takes long is done already, as far as anybody's hands go
  const acts = (): number => timeline.inputs.length + engine.getState().waiting.flat().length;
  const done = acts();
  return () => {
    const now = engine.getState();
    return now.live && now.timeline === timeline && acts() === done;
  };
};
/** Stops, without a word, as soon as the learner takes over. */
export async function showMe(lesson: Lesson, step: Step, named: Named): Promise<void> {
  goLive();
  const deeds = deedsToShow(lesson, step, engine.getState().timeline);
  if (deeds) return doAll(lesson, deeds);
  // a letter is gone that was to stay: what was done stays on its branch
  prepare(lesson, lesson.steps.indexOf(step), named(step.title));
  await settled();
  return doAll(lesson, step.show);
}
async function doAll(lesson: Lesson, deeds: readonly Deed[]): Promise<void> {
  goLive();
  doAtOnce(lesson, []); // whoever types has a seat
  for (const deed of deeds) {
    if (!(await done(deed, lesson))) return;
    const fits = undisturbed();
    // each waits for the one before
    await settled();
    await pause(BREATH_MS);
    if (!fits()) return;
  }
}
/** False: the learner has taken over before it was done. */
async function done(deed: Deed, lesson: Lesson): Promise<boolean> {
  const { console } = lesson.scene;
  const typing = typeof deed === 'string' ? { at: console, type: deed } : 'type' in deed ? deed : undefined;
  if (typing && !/^\^[A-Z\]]$/.test(typing.type)) return typed(typing.at, typing.type);
  doAtOnce(lesson, [deed]);
  return true;
}
/** Key by key into that console's line; what stood there goes. */
async function typed(console: string, line: string): Promise<boolean> {
  const fits = undisturbed();
  const model = consoleModel(console);
  const keys = Array.from(line);
  focusConsole(console);
  model.replace('', 0);
  for (const [i, key] of keys.entries()) {
    model.feed(key);
    await pause(Math.min(KEY_MS, LINE_MS / keys.length));
    const written = model.view.getState().editing.text;
    const ours = keys.slice(0, i + 1).join('');
    if (fits() && written === ours) continue;
    // what the learner has typed into the middle of it stays
    if (written.startsWith(ours)) model.replace(written.slice(ours.length), written.length - ours.length);
    return false;
  }
  demonstrate(() => model.feed('\r'));
  return true;
}
