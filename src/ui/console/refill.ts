// What lies above a terminal's view after a leap, put back for whoever comes near it: as if it had always been there.
import {
  begin,
  caretHome,
  done,
  isWanted,
  rowsFrom,
  SYNC,
  WRITING,
  writingOf,
  type Canvas,
} from './painter.ts';

/** Lines between two looks at whether something newer waits: a task of its own, and a short one. */
const BATCH = 40;

/** A little at a time; nothing that is in view moves. */
export function refill(canvas: Canvas): void {
  const { term, latest, places } = canvas;
  // what is selected would be other rows then
  if (canvas.gone || canvas.busy || !latest || !isWanted(canvas) || term.hasSelection()) return;
  canvas.busy = true;
  const { baseY, viewportY } = term.buffer.active;
  const from = (places.of(WRITING)?.row ?? 0) - baseY;
  const back = standStill(canvas);
  const { then } = canvas;
  // newer than what is being written: that has no use any more
  const overtaken = (): boolean => {
    canvas.stale ||= canvas.waiting;
    return canvas.stale || canvas.gone;
  };
  const end = (): void => {
    const below = (places.of(WRITING)?.row ?? 0) - from - term.buffer.active.baseY;
    term.write(`\x1b[${term.rows};1H${'\n'.repeat(Math.max(0, below))}`, () => {
      term.write(caretHome(canvas), () => {
        if (viewportY < baseY) term.scrollLines(viewportY - baseY);
        canvas.then = undefined;
        back();
        done(canvas);
        then?.();
      });
    });
  };
  const on = (at: number): void => {
    if (overtaken()) {
      back();
      done(canvas);
    } else if (at >= canvas.rows.length) term.write(writingOf(canvas, latest), end);
    else {
      // the terminal stops waiting for the end after a second: it is asked anew each time
      const rows = SYNC + rowsFrom(canvas, at, Math.min(at + BATCH, canvas.rows.length));
      // it would parse the next ones in the same task
      term.write(rows, () => (canvas.later = setTimeout(() => on(at + BATCH))));
    }
  };
  term.write(begin(canvas, latest, 0), () => on(0));
}
/**
 * Whenever a terminal scrolls it draws its rows, and after a second of waiting too, whatever it was asked to wait for: it does so aside.
 * What is returned brings back to sight what it draws next.
 */
function standStill({ term }: Canvas): () => void {
  const rows = term.element?.querySelector('.xterm-rows');
  if (!rows) return () => undefined;
  const still = rows.cloneNode(true);
  rows.replaceWith(still);
  return () => {
    const drawn = term.onRender(() => {
      drawn.dispose();
      still.parentNode?.replaceChild(rows, still);
    });
  };
}
