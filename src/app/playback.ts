// The running clock: one animation frame loop, running only while there is something to play.
import { engine, moving, setReduced, tick } from './engine.ts';

/** Starts the clock; the returned function stops it. */
export function startPlayback(): () => void {
  let frame = 0;
  let last = 0;
  const run = (now: number): void => {
    frame = 0;
    // a tab that was hidden wakes up with a huge difference: nothing is skipped unseen
    tick(Math.min(100, last === 0 ? 16 : now - last));
    last = now;
    wake();
  };
  const wake = (): void => {
    if (frame !== 0) return;
    if (moving(engine.getState())) frame = requestAnimationFrame(run);
    else last = 0;
  };
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const follow = (): void => setReduced(reduced.matches);
  follow();
  reduced.addEventListener('change', follow);
  const forget = engine.subscribe(wake);
  wake();
  return () => {
    forget();
    reduced.removeEventListener('change', follow);
    cancelAnimationFrame(frame);
  };
}
