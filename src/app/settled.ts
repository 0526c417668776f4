import { engine, moving } from './engine.ts';

/** Resolves when everything is painted that was under way. */
export const settled = (): Promise<void> =>
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
