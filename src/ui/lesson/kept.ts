// What a learner did beside the console: predictions, answers, hints asked for. It stays in this browser, unless it is carried away.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { resumed } from '../../app/autosave.ts';
import { engine } from '../../app/engine.ts';
import { SHARED } from '../../app/state.ts';
import { isUnreadable, recall, remember } from '../shell/storage.ts';
import { mergedShelves, nothing, shelfFrom, type Numbers, type Shelf, type Work } from './work.ts';

const shelf = createStore<Shelf>(() => shelfFrom(recall('lessons')));
// what could not be read is put aside, and said once the page has the simulation to say it over
if (isUnreadable('lessons'))
  void resumed.then(() => engine.setState({ problem: { kind: 'corrupt', detail: 'lessons' } }));
// another window may be in a lesson too: what it writes is told to all but itself
if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === 'mailwire/lessons' && newValue !== null) shelf.setState(shelfFrom(recall('lessons')), true);
  });
export const useWork = (lesson: string): Work => useStore(shelf, (s) => s[lesson] ?? nothing);
export const useShelf = (): Shelf => useStore(shelf);

function put(all: Shelf): void {
  shelf.setState(all, true);
  remember('lessons', all);
}
export function keep(lesson: string, change: (work: Work) => Partial<Work>): void {
  const work = shelf.getState()[lesson] ?? nothing;
  put({ ...shelf.getState(), [lesson]: { ...work, ...change(work) } });
}
const withoutBefore = ({ before: _before, ...work }: Work): Work => work;
function putBeside(lesson: string, work: Work): void {
  const now = shelf.getState()[lesson] ?? nothing;
  // what has been reached once stays reached
  const met = Math.max(now.met, work.met);
  put({ ...shelf.getState(), [lesson]: { ...withoutBefore(work), met, before: withoutBefore(now) } });
}
/** What was answered in a lesson goes when its world is started over, and comes back when that is undone. */
engine.subscribe((now, before) => {
  const { lesson, attic, branches } = now;
  if (
    lesson === '' ||
    lesson === SHARED ||
    lesson !== before.lesson ||
    attic === before.attic ||
    branches === before.branches
  )
    return;
  const work = shelf.getState()[lesson] ?? nothing;
  const back = before.attic.some(({ session }) => session?.branches === branches);
  putBeside(lesson, back ? (work.before ?? work) : nothing);
});
export const forgetAll = (): void => put({});
/** One time more. */
export const counted = (numbers: Numbers, key: string): Numbers => ({
  ...numbers,
  [key]: (numbers[key] ?? 0) + 1,
});

export const everything = (): Shelf => shelf.getState();
/** Beside what is here: of neither anything is lost. */
export const bring = (brought: Shelf): void => put(mergedShelves(shelf.getState(), brought));

interface Habits {
  /** A prediction is made before anything else of its step is shown. */
  readonly guessFirst: boolean;
  /** Notes for whoever teaches it. */
  readonly teaching: boolean;
}
const habits = createStore<Habits>(() => ({
  guessFirst: recall('guess-first') === true,
  teaching: recall('teaching') === true,
}));
export const guessesFirst = (): boolean => habits.getState().guessFirst;
export const useHabits = (): Habits => useStore(habits);
export function setHabit(name: keyof Habits, on: boolean): void {
  habits.setState({ [name]: on });
  remember(name === 'guessFirst' ? 'guess-first' : name, on);
}
