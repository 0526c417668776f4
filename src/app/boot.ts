// Fetches the simulation behind the first paint and puts it to work.
import { startPlayback } from './playback.ts';

/** Resolves when the server can answer. */
export async function boot(): Promise<void> {
  startPlayback();
  const [{ lab }, { resume }] = await Promise.all([import('./lab.ts'), import('./autosave.ts')]);
  await resume(lab);
}
