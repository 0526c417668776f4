// Lessons somebody brought: their source, kept in this browser. Each is compiled anew when it is opened: nothing of it is believed.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { store, stored } from '../../../app/stored.ts';
import type { Lesson } from '../../../course/lesson.ts';

const KEY = 'mailwire/own-lessons';
export interface OwnLesson {
  /** The file's own. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly steps: number;
  readonly source: string;
}
interface Shelf {
  readonly lessons: readonly OwnLesson[];
  readonly read: boolean;
}
const shelf = createStore<Shelf>(() => ({ lessons: [], read: false }));
const isOwn = (value: unknown): value is OwnLesson =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'title', 'source'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  ['minutes', 'steps'].every((key) => typeof Reflect.get(value, key) === 'number');

// where nothing is kept, what is brought stays until the page goes
const reading: Promise<void> = stored(KEY).then((kept) =>
  shelf.setState({ lessons: Array.isArray(kept) ? kept.filter(isOwn) : [], read: true }),
);
export const ownNow = async (): Promise<readonly OwnLesson[]> => {
  await reading;
  return shelf.getState().lessons;
};
export const useOwn = (): readonly OwnLesson[] => useStore(shelf, (s) => s.lessons);

async function put(lessons: readonly OwnLesson[]): Promise<void> {
  shelf.setState({ lessons });
  await store(KEY, lessons);
}
const others = (id: string): readonly OwnLesson[] => shelf.getState().lessons.filter((it) => it.id !== id);
/** In the place of one of the same number. */
export const bring = ({ id, title, minutes, steps }: Lesson, source: string): Promise<void> =>
  put([...others(id), { id, title, minutes, steps: steps.length, source }]);
export const drop = (id: string): Promise<void> => put(others(id));

/** `~S2`: the address, and the name its progress is kept under. */
export const ownName = (id: string): string => `~${id}`;
export async function loadOwn(name: string): Promise<Lesson | undefined> {
  await reading;
  const found = shelf.getState().lessons.find(({ id }) => ownName(id) === name);
  if (!found) return undefined;
  const { readSource } = await import('./read.ts');
  const { lesson } = readSource(found.source, `${found.id}.md`);
  return lesson && { ...lesson, id: name };
}
