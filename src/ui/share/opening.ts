// Something from outside is opened: a link, a file. What comes of it is shown at #/shared.
import { createStore } from 'zustand/vanilla';
import { engine, seekEvent } from '../../app/engine.ts';
import type { Lab } from '../../app/lab.ts';
import { enterShared } from '../../app/lessons.ts';
import { Unopened, type Fault } from '../../app/share/limits.ts';
import { openCode, openFile, PRESENT, type Opened } from '../../app/share/open.ts';

export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'refused'; readonly fault: Fault };
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
/** Until it is known that it can be opened, nothing changes. */
async function opening(open: (lab: Lab) => Promise<Opened>): Promise<void> {
  come({ kind: 'opening' });
  try {
    const opened = await open(await labThere());
    await enterShared(opened.session);
    if (opened.at !== PRESENT) seekEvent(opened.at - 1);
    come({ kind: 'opened', opened });
  } catch (error) {
    if (!(error instanceof Unopened)) throw error;
    come({ kind: 'refused', fault: error.fault });
  }
}
let latest = '';
/** The same link is opened once, however often it is asked for. */
export async function followLink(code: string): Promise<void> {
  if (latest === code && outcome.getState().kind === 'opening') return;
  latest = code;
  await opening((lab) => openCode(lab, code));
}
export async function bringFile(file: Blob): Promise<void> {
  await opening(async (lab) => openFile(lab, await file.text()));
}
