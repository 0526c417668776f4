// Fetches the parts of the simulation that are not there from the beginning: at once when something needs them, else when idle.
import { NotHere, PARTS, type Part } from '../core/base/parts.ts';
import { engine } from './engine.ts';

const LOAD: Readonly<Record<Part, () => Promise<unknown>>> = {
  first: () => Promise.resolve(), // comes with the simulation itself
  mta: () => import('../core/parts/mta.ts'),
  pop3: () => import('../core/parts/pop3.ts'),
  imap: () => import('../core/parts/imap.ts'),
  sasl: () => import('../core/parts/sasl.ts'),
  tools: () => import('../core/parts/tools.ts'),
  devices: () => import('../core/parts/devices.ts'),
  changes: () => import('../core/parts/changes.ts'),
  help: () => import('../core/parts/help.ts'),
  letters: () => import('../core/parts/letters.ts'),
  corpus: () => import('../core/parts/corpus.ts'),
};
/** A chunk that did not come; what wanted it has come to no harm. */
export class NotCome extends Error {}
const coming = new Map<Part, Promise<void>>();

/** Resolves when it is there. */
export function fetchPart(part: Part): Promise<void> {
  const known = coming.get(part);
  if (known) return known;
  const arrival = LOAD[part]().then(
    () => engine.setState(({ parts }) => ({ parts: parts + 1 })),
    (cause: unknown) => {
      coming.delete(part); // so that it can be tried again
      throw new NotCome(part, { cause });
    },
  );
  coming.set(part, arrival);
  return arrival;
}
export const fetchAll = async (): Promise<void> => {
  await Promise.all(PARTS.map(fetchPart));
};
/** What this gives; or, while a part of it is on its way, something else. `parts` of the store says when to ask again. */
export function orMeanwhile<T>(ask: () => T, meanwhile: T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    fetchPart(error.part).catch(() => undefined); // it is asked for again with the next key
    return meanwhile;
  }
}
