import { load } from 'virtual:lessons';
import { useEffect, useState } from 'react';
import type { Lesson } from '../../course/lesson.ts';
import { whenHere } from '../shell/arrive.ts';
import { loadOwn } from './own/shelf.ts';

let loaders = load;
const loaded = new Map<string, Lesson | null>();
const waiting = new Set<() => void>();

/** One of the page's own, or one somebody brought (`~S2`). */
export const fetchLesson = async (id: string): Promise<Lesson | undefined> =>
  id.startsWith('~') ? loadOwn(id) : (await loaders[id]?.())?.lesson;

/** The same, once somebody has opened it. */
export const lessonHere = (id: string): Lesson | undefined => loaded.get(id) ?? undefined;
/** The lesson of this name, fetched when somebody opens it. Undefined: there is none. */
export function useLesson(name: string): Lesson | 'loading' | undefined {
  const id = name.toUpperCase();
  const [, refresh] = useState(0);
  useEffect(() => {
    const again = (): void => refresh((n) => n + 1);
    waiting.add(again);
    if (!loaded.has(id))
      whenHere(
        () => fetchLesson(id),
        (lesson) => {
          loaded.set(id, lesson ?? null);
          waiting.forEach((each) => each());
        },
      );
    return () => {
      waiting.delete(again);
      // one of somebody's own may be brought anew
      if (id.startsWith('~')) loaded.delete(id);
    };
  }, [id]);
  const lesson = loaded.get(id);
  return lesson === undefined ? 'loading' : (lesson ?? undefined);
}

// while a lesson is being written: its words change on the page, and what was done stays
import.meta.hot?.accept('virtual:lessons', (fresh) => {
  if (!fresh) return;
  loaders = (fresh as unknown as { readonly load: typeof load }).load;
  const open = [...loaded.keys()];
  loaded.clear();
  void Promise.all(
    open.map(async (id) => {
      loaded.set(id, (await fetchLesson(id)) ?? null);
    }),
  ).then(() => waiting.forEach((each) => each()));
});
