// Fetches the simulation behind the first paint and puts it to work; what the first reply does not need comes after it.
import { engine } from './engine.ts';
import { awaitLooking, idle } from './idle.ts';
import { fetchAll } from './parts.ts';

/**
 * Resolves when the server can answer. Throws when something did not come: it may be tried again. `lesson`: opened at one; `drawn`: when the
 * page is. It is made in slices, and a world that came in between would have all of it made anew at once.
 */
export async function boot(lesson: string, drawn: Promise<void>): Promise<void> {
  if (lesson !== '') engine.setState({ lesson });
  const [{ lab }, { resume }] = await Promise.all([import('./lab.ts'), import('./autosave.ts'), drawn]);
  await resume(lab, lesson);
  awaitLooking();
  void idle.then(fetchAll).catch(() => undefined); // what is needed is asked for again
}
