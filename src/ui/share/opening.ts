// Something from outside is opened: a link, a file. What comes of it is shown at #/shared.
import { createStore } from 'zustand/vanilla';
import { engine, seekEvent } from '../../app/engine.ts';
import type { Lab } from '../../app/lab.ts';
import { enterShared, returnToShared, setOut } from '../../app/lessons.ts';
import { sessionOf } from '../../app/sessions.ts';
import { NotCome } from '../../app/parts.ts';
import { LIMITS, Unopened, type Fault } from '../../app/share/limits.ts';
import { FREE } from '../shell/place.ts';
import { recall, remember } from '../shell/storage.ts';
import { openCode, openFile, PRESENT, type Opened } from '../../app/share/open.ts';

export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'refused'; readonly fault: Fault; readonly entry: number };
export const outcome = createStore<Outcome>(() => ({ kind: 'none' }));
const come = (to: Outcome): void => outcome.setState(to, true);

const labThere = (): Promise<Lab> =>
  new Promise((resolve) => {
    const look = (): boolean => {
      const { lab } = engine.getState();
      if (lab) resolve(lab);
      return lab !== undefined;
    };
    if (look()) return;
    const forget = engine.subscribe(() => {
      if (look()) forget();
    });
  });
/** The code of the link that is being opened, or was. */
let latest = '';
/** Until it is known that it can be opened, nothing changes. Whoever opens something else meanwhile, or goes elsewhere, stays there. */
async function opening(open: (lab: Lab) => Promise<Opened>): Promise<void> {
  const begun: Outcome = { kind: 'opening' };
  const goes = setOut();
  let left = false;
  const still = (): boolean => goes() && !left;
  const look = (): void => {
    if (left || !FREE.test(location.hash.slice(1) || '/')) return;
    left = true;
    latest = '';
  };
  come(begun);
  addEventListener('hashchange', look);
  try {
    const opened = await open(await labThere());
    await enterShared(opened.session, still);
    if (!still()) return;
    if (opened.at !== PRESENT) seekEvent(opened.at - 1);
    come({ kind: 'opened', opened });
    const { engine: by, changed } = opened;
    remember(ACCOUNT, { engine: by, changed });
  } catch (error) {
    const fault = faultOf(error);
    // a fault of our own is told where such faults are told; whoever waits is told all the same
    if (fault === 'wrong' && !(error instanceof Unopened)) reportError(error);
    if (still()) come({ kind: 'refused', fault, entry: error instanceof Unopened ? error.entry : 0 });
  } finally {
    removeEventListener('hashchange', look);
    if (outcome.getState() === begun) come({ kind: 'none' });
  }
}
function faultOf(error: unknown): Fault {
  if (error instanceof Unopened) return error.fault;
  // what a browser says of an import that fails
  const ofImport = error instanceof TypeError && /module/i.test(error.message);
  return error instanceof NotCome || ofImport ? 'not-come' : 'wrong';
}
/** What was seen otherwise by its sender: the session is kept, and so is this. */
const ACCOUNT = 'shared';
const isNumber = (it: unknown): it is number => typeof it === 'number';
/** What was shared last is there again, with what had been said of it. False: nothing was shared. */
export async function comeBack(): Promise<boolean> {
  if (!(await returnToShared())) return false;
  const { engine: by, changed } = (recall(ACCOUNT) ?? {}) as {
    readonly engine?: unknown;
    readonly changed?: unknown;
  };
  if (isNumber(by) && Array.isArray(changed) && changed.every(isNumber))
    come({
      kind: 'opened',
      opened: { session: sessionOf(engine.getState()), at: PRESENT, engine: by, changed },
    });
  return true;
}
/** The same link is opened once, however often it is asked for. */
export async function followLink(code: string): Promise<void> {
  if (latest === code && outcome.getState().kind === 'opening') return;
  latest = code;
  await opening((lab) => openCode(lab, code));
}
export async function bringFile(file: Blob): Promise<void> {
  // what is too large is not even read
  await opening(async (lab) => openFile(lab, await file.slice(0, LIMITS.file + 1).text()));
}
