// What the browser keeps for this site, in IndexedDB. There may be none (a private window, a locked-down school), and it may say so by
// throwing at once: then nothing is remembered, and everything works all the same.
import { get, set } from 'idb-keyval';

export async function stored(key: string): Promise<unknown> {
  try {
    return await get<unknown>(key);
  } catch {
    return undefined;
  }
}
export async function store(key: string, value: unknown): Promise<void> {
  try {
    await set(key, value);
  } catch {
    // as above
  }
}
