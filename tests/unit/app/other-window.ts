// The other of two windows: here both are one store, and it is played by what it would post.
import { engine, setReduced } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { mirror, type Mirror, type Wire } from '../../../src/app/mirror.ts';
import { saveOf } from '../../../src/app/save.ts';
import { attach, sessionOf } from '../../../src/app/sessions.ts';

interface Posted {
  readonly kind: string;
  readonly deeds?: readonly { readonly window: string; readonly nth: number }[];
  readonly cursor?: { readonly time: number; readonly gate?: number };
}
/** What this window has said, and shows of the other. */
export const seen = { posted: [] as readonly Posted[], frozen: false, still: false };
let listener: (message: unknown) => void = () => undefined;
const wire: Wire = {
  // as structured cloning leaves it
  post: (message) => (seen.posted = [...seen.posted, structuredClone(message) as Posted]),
  hear: (heard) => {
    listener = heard;
  },
  close: () => undefined,
};
/** The other one has said this. */
export const hear = (message: unknown): void => listener(message);
let running: Mirror | undefined;
export function start(fresh: boolean, wasFrozen = false): Mirror {
  const hooks = {
    gaze: () => undefined,
    frozen: (is: boolean) => (seen.frozen = is),
    still: (is: boolean) => (seen.still = is),
    heard: () => undefined,
  };
  running = mirror(wire, hooks, fresh, wasFrozen);
  return running;
}
export const stop = (): void => running?.stop();
/** A window by itself, in which nothing has been done. */
export function afresh(): void {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  seen.posted = [];
}
export const kinds = (): readonly string[] => seen.posted.map(({ kind }) => kind);
export const NOW = { time: 0, live: true, playing: 'no', speed: 1 } as const;
/** What a window would say that has long been there, and shows what is shown now. */
export const journalNow = () => ({
  kind: 'journal',
  base: { since: 1, turn: 0, window: 'other', holds: {}, save: saveOf(sessionOf(engine.getState())) },
  deeds: [],
  cursor: NOW,
});
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
