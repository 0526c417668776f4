// As much of IndexedDB as idb-keyval asks for, for the tests of one file: its last act closes it.
import { vi } from 'vitest';

export const stored = new Map<string, unknown>();
let open = true;
let takes = true;
/** Whether what is written from now on is kept. */
export const take = (it: boolean): void => {
  takes = it;
};
const answered = (result: unknown) => {
  const request = { result, onsuccess: (): void => undefined };
  queueMicrotask(() => request.onsuccess());
  return request;
};
const table = {
  get: (key: string) => answered(structuredClone(stored.get(key))),
  put: (value: unknown, key: string) => {
    if (takes) stored.set(key, structuredClone(value));
  },
  get transaction() {
    return answered(undefined);
  },
};
const database = {
  transaction() {
    if (!open) throw new Error('there is no database');
    return { objectStore: () => table };
  },
};
export function openDatabase(): void {
  [open, takes] = [true, true];
  vi.stubGlobal('indexedDB', { open: () => answered(database) });
}
export function closeDatabase(): void {
  open = false;
  vi.unstubAllGlobals();
}
