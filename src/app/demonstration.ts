// Something is shown in a world of its own, as it is at the beginning: whatever was shown before has left no trace in it.
import type { Timeline } from '../core/kernel/timeline.ts';
import { goLive } from './engine.ts';
import { lookAt, newSession, putAway, worthKeeping } from './sessions.ts';
import { engine, FIRST_CONSOLE } from './store.ts';

const { getState: get, setState: set } = engine;

/** One's own work is put away, once; a demonstration before this one is gone. Undefined: there is no world of this name. */
export async function beginDemonstration(world: string): Promise<Timeline | undefined> {
  const start = await get().lab?.world(world);
  const s = get();
  if (!s.lab || !start) return undefined;
  set({
    ...lookAt(s, newSession(s.lab, { lesson: '', world, before: [] }, start)),
    attic: s.own ? putAway(s.attic, worthKeeping(s)) : s.attic,
    console: FIRST_CONSOLE,
  });
  goLive();
  return get().timeline;
}
