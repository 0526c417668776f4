// What somebody has opened and closed in the mailbox panel. It outlives the panel: a tab is left and come back to.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Folds } from './layout.ts';

const folds = createStore<{ readonly all: Folds }>(() => ({ all: new Map() }));
export const useFolds = (): Folds => useStore(folds, ({ all }) => all);
export const fold = (key: string, open: boolean): void =>
  folds.setState(({ all }) => ({ all: new Map(all).set(key, open) }));
