// Moments to come back to, nine at most: a branch and how much of its trace has happened. They are the session's, and go where it goes.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { engine, sceneNow, seek } from '../../app/engine.ts';
import { freeNumber, withMark } from '../../app/notes.ts';
import { setMarks, switchBranch } from '../../app/branches.ts';
import type { Mark, Session } from '../../app/state.ts';
import { useEngine } from '../../app/useEngine.ts';
import { labelAt } from './moment.ts';

export interface Bookmark extends Mark {
  /** What had been said last: data. */
  readonly label: string;
}
/** What could not be done. */
const store = createStore(() => ({ said: '' }));
engine.subscribe((now, before) => {
  // it is no news any more once something has been
  if (now.version !== before.version || now.live !== before.live) say('');
});
const labelled = ({ marks, branches }: Pick<Session, 'marks' | 'branches'>): readonly Bookmark[] =>
  marks.map((mark) => {
    const trace = branches.find(({ id }) => id === mark.branch)?.timeline.trace ?? [];
    return { ...mark, label: labelAt(trace, mark.event) };
  });
export const bookmarks = (): readonly Bookmark[] => labelled(engine.getState());
export function useBookmarks(): readonly Bookmark[] {
  const marks = useEngine((s) => s.marks);
  const branches = useEngine((s) => s.branches);
  return labelled({ marks, branches });
}
export const useSaid = (): string => useStore(store, ({ said }) => said);
export const say = (said: string): void => {
  if (said !== store.getState().said) store.setState({ said });
};

/** Here; unless a number is given, the one that is here already, else in the first free place. The number; 0: all nine are taken. */
export function setBookmark(wanted = 0): number {
  const state = engine.getState();
  const { marks, branch } = state;
  const event = sceneNow(state)?.event ?? -1;
  const here = marks.find((it) => it.branch === branch && it.event === event);
  if (wanted === 0 && here) return here.n;
  const n = wanted || freeNumber(marks);
  if (n > 0) setMarks(withMark(marks, { n, branch, event }));
  return n;
}
export const removeBookmark = (wanted: number): void =>
  setMarks(engine.getState().marks.filter(({ n }) => n !== wanted));
/** False: there is none of this number. */
export function gotoBookmark(n: number): boolean {
  const { marks, branch } = engine.getState();
  const mark = marks.find((it) => it.n === n);
  if (!mark) return false;
  say('');
  if (mark.branch !== branch) switchBranch(mark.branch);
  seek(lastMomentOf(mark.event));
  return true;
}
/** When so much had happened, and no more: as late as that was so, or when the last of it had landed. */
function lastMomentOf(event: number): number {
  const { shown, total } = engine.getState().schedule;
  const { start, end } = shown[event] ?? { start: 0, end: event < 0 ? 0 : total };
  const next = shown[event + 1]?.start ?? Infinity;
  return next > end ? end : Math.max(start, next - 1);
}
