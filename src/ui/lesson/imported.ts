// Progress from a file: chosen, or dropped on the page.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { course } from './course.ts';
import { bring } from './kept.ts';
import type { Refusal } from './progress-file.ts';

interface Imported {
  readonly file: string;
  /** Undefined: it was taken. */
  readonly refusal: Refusal | undefined;
}
const imported = createStore<{ readonly last: Imported | undefined }>(() => ({ last: undefined }));
export const useImported = (): Imported | undefined => useStore(imported, (s) => s.last);
export const forgetImported = (): void => imported.setState({ last: undefined });

export async function takeProgress(chosen: File): Promise<void> {
  forgetImported();
  const { LARGEST_PROGRESS, progressIn } = await import('./progress-file.ts');
  // what is too large is not even read
  const text = await chosen.slice(0, LARGEST_PROGRESS + 1).text();
  const read = progressIn(text, (id) => course.find((it) => it.id === id)?.steps.length);
  if ('shelf' in read) bring(read.shelf);
  const refusal = 'shelf' in read ? undefined : read.refusal;
  imported.setState({ last: { file: chosen.name, refusal } });
}
