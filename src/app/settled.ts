import { engine, moving } from './engine.ts';
import type { EngineState } from './state.ts';

const isSettled = (state: EngineState): boolean => !moving(state) && state.waiting.length === 0;

/** Resolves when everything is done and painted that was under way. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    if (isSettled(engine.getState())) {
      resolve();
      return;
    }
    const forget = engine.subscribe((state) => {
      if (!isSettled(state)) return;
      forget();
      resolve();
    });
  });
