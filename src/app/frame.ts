// What a leap through time changes is drawn in the frame that shows it, all of it at once. The browser asks where things are whenever a
// pointer is pressed or let go: what had been drawn by then would be laid out for that, and laid out once more for the frame.
import type { EngineState } from './state.ts';
import { engine } from './store.ts';
import { moving } from './time.ts';

type Hear = Parameters<typeof engine.subscribe>[0];
const drawing = new Set<Hear>();

/** Somebody goes elsewhere in what has happened already: nothing new has come, and nothing moves. */
export const leaps = (now: EngineState, before: EngineState): boolean =>
  now.time !== before.time &&
  now.timeline === before.timeline &&
  now.version === before.version &&
  !moving(now) &&
  !moving(before);

/** What was there before the first of the leaps that the next frame will show. */
let left: EngineState | undefined;
/** A frame is being drawn: what is to be done when everything in it is where it belongs. */
let last: (() => void)[] | undefined;
function draw(now: EngineState, before: EngineState): void {
  left = undefined;
  for (const hear of drawing) hear(now, before);
}
function drawLeap(): void {
  if (!left) return;
  const after: (() => void)[] = [];
  last = after;
  draw(engine.getState(), left);
  // React draws in a microtask that is before this one
  queueMicrotask(() => {
    last = undefined;
    for (const run of after) run();
  });
}
engine.subscribe((now, before) => {
  // in a tab that nobody sees there are no frames
  if (drawing.size === 0 || !leaps(now, before) || document.hidden) draw(now, left ?? before);
  else if (!left) {
    left = before;
    // the terminal has asked for that frame by then: it draws first, and what reads positions comes after everything
    queueMicrotask(() => requestAnimationFrame(drawLeap));
  }
});

/** The store for whoever draws. */
export const drawnEngine: typeof engine = {
  ...engine,
  subscribe(hear) {
    drawing.add(hear);
    return () => drawing.delete(hear);
  },
};
/** With the frame's own layout, not with one more before it: in the frame that is being drawn, else in the next. What is returned calls it off. */
export function withFrame(run: () => void): () => void {
  let wanted = true;
  const runWanted = (): void => {
    if (wanted) run();
  };
  if (last) last.push(runWanted);
  else requestAnimationFrame(runWanted);
  return () => {
    wanted = false;
  };
}
