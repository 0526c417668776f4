// The journal in IndexedDB: written after every change, one write at a time, and read once at the start.
import { get, set } from 'idb-keyval';
import { attach, engine } from './engine.ts';
import type { Session } from './state.ts';
import type { Lab } from './lab.ts';
import { restore, saveOf } from './save.ts';

const KEY = 'mailwire/session';
/** What could not be read is kept here, not lost: a later version may know better. */
const DAMAGED = 'mailwire/session-damaged';

async function read(): Promise<unknown> {
  try {
    return await get<unknown>(KEY);
  } catch {
    return undefined; // no storage here (private window, locked-down school): the lab works all the same
  }
}
const write = (key: string, value: unknown): Promise<void> => set(key, value).catch(() => undefined);

/** Brings the simulation and the last session together. */
export async function resume(lab: Lab): Promise<void> {
  const saved = await read();
  let session: Session | undefined;
  try {
    session = saved === undefined ? undefined : restore(lab, saved);
    attach(lab, session);
  } catch (error) {
    await write(DAMAGED, saved);
    attach(lab, undefined, {
      kind: 'corrupt',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  follow();
}
function follow(): void {
  let writing = false;
  let saved = engine.getState().version;
  const save = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    while (saved !== engine.getState().version) {
      const state = engine.getState();
      saved = state.version;
      await write(KEY, saveOf(state));
    }
    writing = false;
  };
  engine.subscribe((now, before) => {
    if (now.version !== before.version) void save();
  });
}
