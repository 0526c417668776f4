// The journal in IndexedDB: written after every change, one write at a time, and read once at the start. Each lesson has its own.
import { engine } from './engine.ts';
import { hurry } from './idle.ts';
import { attach, dismissProblem, putAway, sessionOf } from './sessions.ts';
import type { Problem, PutAway, Session } from './state.ts';
import type { Lab } from './lab.ts';
import { NotCome } from './parts.ts';
import { keptOf, slotOf } from './save.ts';
import { store, stored } from './stored.ts';

const KEY = 'mailwire/session';
export const keyOf = (lesson: string): string => (lesson === '' ? KEY : `mailwire/lesson/${lesson}`);
/** What was put away. */
export const atticKeyOf = (lesson: string): string =>
  lesson === '' ? 'mailwire/attic' : `mailwire/lesson/${lesson}/attic`;
/** What could not be read is kept here, not lost: a later version may know better. */
const DAMAGED = 'mailwire/session-damaged';

/** Not lost. */
export const keepAside = (saved: unknown): Promise<void> => store(DAMAGED, saved);

let here: () => void = () => undefined;
/** The simulation has arrived, and what was kept with it. */
export const resumed = new Promise<void>((resolve) => {
  here = resolve;
});
/**
 * Brings the simulation and the last session together. A lesson that was never begun brings its world itself: till then what is
 * typed waits. Throws when a chunk for it does not come: it may be tried again.
 */
export async function resume(lab: Lab, lesson = ''): Promise<void> {
  // one of two windows is heard by the other, whether or not a server has spoken in it
  if (projecting() !== null) hurry();
  const before = hasMarks() ? await (await import('./still.ts')).shownBefore(lab, lesson) : undefined;
  const { session, problem } = before?.session ? before : await retrieve(lab, lesson);
  if (session || lesson === '') attach(lab, session, problem);
  before?.show();
  here();
  if (session || lesson === '') await bringAttic(lesson);
  await alone(follow);
}
/** The mark of a window that is one of two, for as long as it is open: what it shows, if it stands still. */
export const PROJECTING = 'mailwire/projecting';
export function projecting(): string | null {
  try {
    // the presenter's own window may have been given this one's mark
    return location.hash === PRESENTER ? null : sessionStorage.getItem(PROJECTING);
  } catch {
    return null; // as above
  }
}
/** Is there something that this window keeps for its own reload? */
function hasMarks(): boolean {
  try {
    return sessionStorage.length > 0;
  } catch {
    return false; // as above
  }
}
/** Where the presenter's window is. */
export const PRESENTER = '#/present';
export interface Retrieved {
  /** Undefined: nothing was kept, or it cannot be believed. */
  readonly session: Session | undefined;
  readonly problem: Problem | undefined;
}
/** The session kept of a lesson, or of free play. */
export async function retrieve(lab: Lab, lesson: string): Promise<Retrieved> {
  const saved = await stored(keyOf(lesson));
  try {
    return await restored(lab, saved);
  } catch (error) {
    if (error instanceof NotCome) throw error; // nothing is wrong with what was kept
    await keepAside(saved);
    const detail = error instanceof Error ? error.message : String(error);
    return { session: undefined, problem: { kind: 'corrupt', detail } };
  }
}
async function restored(lab: Lab, kept: unknown): Promise<Retrieved> {
  if (kept === undefined || kept === null) return { session: undefined, problem: undefined };
  const { ofAnother, restoreAtStart } = await import('./restore.ts').catch((cause: unknown) => {
    throw new NotCome('restore', { cause });
  });
  const session = await restoreAtStart(lab, kept);
  return { session, problem: ofAnother(kept, session) };
}
/** What was put away in earlier visits, behind what was put away meanwhile. It is played when somebody wants it. */
export async function bringAttic(lesson: string): Promise<void> {
  // once there was room for one
  const slots: readonly unknown[] = [(await stored(atticKeyOf(lesson))) ?? []].flat();
  if (slots.length === 0) return;
  const attic = slots.map((saved): PutAway => {
    const own = (saved as Partial<Session> | null)?.own !== false;
    return { own, session: undefined, saved };
  });
  engine.setState((s) =>
    s.lesson === lesson ? { attic: putAway([...s.attic.filter(({ session }) => session), ...attic]) } : {},
  );
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
  let waited: Promise<() => unknown> = Promise.resolve(() => undefined);
  void locks.request(KEY, async () => {
    granted = true;
    if (engine.getState().problem?.kind === 'elsewhere') dismissProblem();
    await waited.then((settle) => settle()).catch(() => undefined);
    write();
    return new Promise(() => undefined);
  });
  const { held = [] } = await locks.query();
  if (granted || held.every(({ name }) => name !== KEY)) return;
  engine.setState({ problem: { kind: 'elsewhere', detail: '' } });
  const now = engine.getState();
  waited = import('./takeover.ts').then(({ waitFrom }) => waitFrom(now));
}
/** What has changed since it was written: when another session is looked at, the last words of this one are still to be kept. */
function follow(): void {
  const changed = new Map<string, Session | readonly PutAway[]>();
  let writing = false;
  const save = async (): Promise<void> => {
    if (writing) return;
    writing = true;
    for (let [next] = changed; next; [next] = changed) {
      const [key, kept] = next;
      changed.delete(key);
      await store(key, 'branches' in kept ? keptOf(kept) : kept.map(slotOf));
    }
    writing = false;
  };
  engine.subscribe((now, before) => {
    if (now.version !== before.version || now.own !== before.own)
      changed.set(keyOf(now.lesson), sessionOf(now));
    if (now.attic !== before.attic && now.lesson === before.lesson)
      changed.set(atticKeyOf(now.lesson), now.attic);
    if (changed.size > 0) void save();
  });
  const now = engine.getState();
  if (now.timeline.inputs.length > 0) changed.set(keyOf(now.lesson), sessionOf(now));
  if (changed.size > 0) void save();
}
