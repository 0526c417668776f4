// When the page has time for what nobody has asked for yet.
import { engine, moving } from './engine.ts';
import type { EngineState } from './state.ts';

/** A server has answered, and its words are on the screen. */
const replied = (s: EngineState): boolean =>
  !moving(s) && s.trace.some((event) => event.type === 'wire' && event.dir === 'b>a');

/** Runs when there is nothing else to do, or after so many milliseconds although there always is. */
export function whenIdle(run: () => void, latest: number): void {
  // not offered everywhere
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => run(), { timeout: latest });
  else setTimeout(run, latest / 10);
}
/** What comes after the first reply is wanted now, and there may have been none. */
export let hurry = (): void => undefined;
/** Resolves after the first reply, when nothing else is to be done. */
export const idle: Promise<void> = new Promise<void>((resolve) => {
  hurry = resolve;
  const look = (s: EngineState): boolean => {
    if (!replied(s)) return false;
    whenIdle(resolve, 2000);
    return true;
  };
  if (look(engine.getState())) return;
  const forget = engine.subscribe((s) => {
    if (look(s)) forget();
  });
});
/** Milliseconds. */
const LOOKING = 4000;
/** Whoever presses no key for so long looks around: it comes for them too, before any server has spoken. */
export function awaitLooking(): void {
  const heard = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(hurry, 2000), LOOKING);
  };
  wait();
  for (const sign of ['keydown', 'input'])
    addEventListener(sign, wait, { capture: true, signal: heard.signal });
  void idle.then(() => {
    clearTimeout(timer);
    heard.abort();
  });
}
