// The journal in IndexedDB: written after every change, one write at a time, and read once at the start.
import { get, set } from 'idb-keyval';
import { engine } from './engine.ts';
import { attach, dismissProblem } from './sessions.ts';
import type { Session } from './state.ts';
import type { Lab } from './lab.ts';
import { NotCome } from './parts.ts';
import { saveOf } from './save.ts';

const KEY = 'mailwire/session';
/** What "start over" put away. */
const ATTIC = 'mailwire/attic';
/** What could not be read is kept here, not lost: a later version may know better. */
const DAMAGED = 'mailwire/session-damaged';

async function read(key: string): Promise<unknown> {
  try {
    return await get<unknown>(key);
  } catch {
    return undefined; // no storage here (private window, locked-down school): the lab works all the same
  }
}
const write = (key: string, value: unknown): Promise<void> => set(key, value).catch(() => undefined);

/** Brings the simulation and the last session together. Throws when a chunk for it does not come: it may be tried again. */
export async function resume(lab: Lab): Promise<void> {
  const [saved, put] = await Promise.all([read(KEY), read(ATTIC)]);
  try {
    attach(lab, await restored(lab, saved));
  } catch (error) {
    if (error instanceof NotCome) throw error; // nothing is wrong with what was kept
    await write(DAMAGED, saved);
    attach(lab, undefined, {
      kind: 'corrupt',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const attic = await bringBack(lab, put);
  // unless something newer was put away meanwhile
  engine.setState((s) => (s.attic ? {} : { attic }));
  await alone(follow);
}
/** Undefined: nothing was kept. */
async function restored(lab: Lab, kept: unknown): Promise<Session | undefined> {
  if (kept === undefined || kept === null) return undefined;
  const { restore } = await import('./restore.ts').catch((cause: unknown) => {
    throw new NotCome('restore', { cause });
  });
  return restore(lab, kept);
}
/** What "start over" put away last time, if it can still be read. */
async function bringBack(lab: Lab, put: unknown): Promise<Session | undefined> {
  try {
    return await restored(lab, put);
  } catch {
    return undefined;
  }
}
/** One tab at a time writes, or two would overwrite each other: a second one is told, and takes over when the first is gone. */
async function alone(write: () => void): Promise<void> {
  // not offered where the page has no secure context: there tabs are not told apart
  const { locks } = navigator as { readonly locks?: LockManager };
  if (!locks) {
    write();
    return;
  }
  let granted = false;
  void locks.request(KEY, () => {
    granted = true;
    if (engine.getState().problem?.kind === 'elsewhere') dismissProblem();
    write();
    return new Promise(() => undefined);
  });
  const { held = [] } = await locks.query();
  if (!granted && held.some(({ name }) => name === KEY))
    engine.setState({ problem: { kind: 'elsewhere', detail: '' } });
}
function follow(): void {
  let writing = false;
  let saved = -1;
  let attic = engine.getState().attic;
  const save = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    while (saved !== engine.getState().version || attic !== engine.getState().attic) {
      const state = engine.getState();
      saved = state.version;
      await write(KEY, saveOf(state));
      if (attic !== state.attic) await write(ATTIC, state.attic ? saveOf(state.attic) : null);
      attic = state.attic;
    }
    writing = false;
  };
  engine.subscribe((now, before) => {
    if (now.version !== before.version || now.attic !== before.attic) void save();
  });
  if (engine.getState().timeline.inputs.length > 0) void save();
}
