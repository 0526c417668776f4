import { load } from 'virtual:lessons';
import { useEffect, useState } from 'react';
import { fetchAll } from '../../app/parts.ts';
import type { Lesson } from '../../course/lesson.ts';

const loaded = new Map<string, Lesson>();

/** The lesson of this name, fetched when somebody opens it. Undefined: there is none. */
export function useLesson(name: string): Lesson | 'loading' | undefined {
  const id = name.toUpperCase();
  const [, refresh] = useState(0);
  const fetch = load[id];
  useEffect(() => {
    if (!fetch || loaded.has(id)) return undefined;
    let here = true;
    // what a lesson asks for may be in any part
    void Promise.all([fetch(), fetchAll()]).then(([{ lesson }]) => {
      loaded.set(id, lesson);
      if (here) refresh((n) => n + 1);
    });
    return () => {
      here = false;
    };
  }, [id, fetch]);
  return loaded.get(id) ?? (fetch ? 'loading' : undefined);
}
