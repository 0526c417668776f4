// Moments to come back to, nine at most: a branch and how much of its trace has happened. Kept for each world and lesson.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { engine, sceneNow, seekEvent } from '../../app/engine.ts';
import { switchBranch } from '../../app/sessions.ts';
import { recall, remember } from '../shell/storage.ts';
import { labelAt } from './moment.ts';

export interface Bookmark {
  readonly n: number;
  readonly branch: number;
  /** Index in the trace of the latest event; -1: the start. */
  readonly event: number;
  /** What had been said last: data. */
  readonly label: string;
}
export const MOST = 9;
const placeNow = (): string => {
  const { lesson, world } = engine.getState();
  return `bookmarks/${lesson === '' ? world : lesson}`;
};
const isBookmark = (it: unknown): it is Bookmark =>
  typeof it === 'object' &&
  it !== null &&
  ['n', 'branch', 'event'].every((key) => Number.isInteger((it as Record<string, unknown>)[key])) &&
  typeof (it as { label?: unknown }).label === 'string';
const kept = (place: string): readonly Bookmark[] => {
  const all = recall(place);
  return Array.isArray(all) ? all.filter(isBookmark).slice(0, MOST) : [];
};
interface Kept {
  readonly place: string;
  readonly all: readonly Bookmark[];
  /** What could not be done. */
  readonly said: string;
}
const store = createStore<Kept>(() => ({ place: placeNow(), all: kept(placeNow()), said: '' }));
engine.subscribe((now, before) => {
  const place = placeNow();
  if (place !== store.getState().place) store.setState({ place, all: kept(place), said: '' });
  // what could not be done is no news any more once something has been
  else if (now.version !== before.version || now.live !== before.live) say('');
});
/** Does the moment still exist? */
const stands = ({ branch, event }: Bookmark): boolean => {
  const found = engine.getState().branches.find(({ id }) => id === branch);
  return found !== undefined && event < found.timeline.trace.length;
};
export const bookmarks = (): readonly Bookmark[] => store.getState().all.filter(stands);
export const useBookmarks = (): readonly Bookmark[] => useStore(store, ({ all }) => all).filter(stands);
export const useSaid = (): string => useStore(store, ({ said }) => said);
export const say = (said: string): void => {
  if (said !== store.getState().said) store.setState({ said });
};

function put(all: readonly Bookmark[]): void {
  store.setState({ all, said: '' });
  remember(placeNow(), all);
}
/** Here; unless a number is given, the one that is here already, else in the first free place. The number; 0: all nine are taken. */
export function setBookmark(wanted = 0): number {
  const state = engine.getState();
  const all = bookmarks();
  const free = Array.from({ length: MOST }, (_, i) => i + 1).find((n) => !all.some((it) => it.n === n)) ?? 0;
  const event = sceneNow(state)?.event ?? -1;
  const here = all.find((it) => it.branch === state.branch && it.event === event);
  if (wanted === 0 && here) return here.n;
  const n = wanted || free;
  if (n === 0) return 0;
  const mark = { n, branch: state.branch, event, label: labelAt(state.trace, event) };
  put([...all.filter((it) => it.n !== n), mark].toSorted((a, b) => a.n - b.n));
  return n;
}
export const removeBookmark = (n: number): void => put(bookmarks().filter((it) => it.n !== n));
/** False: there is none of this number. */
export function gotoBookmark(n: number): boolean {
  const mark = bookmarks().find((it) => it.n === n);
  if (!mark) return false;
  store.setState({ said: '' });
  if (mark.branch !== engine.getState().branch) switchBranch(mark.branch);
  seekEvent(mark.event);
  return true;
}
