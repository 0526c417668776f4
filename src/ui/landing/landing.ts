// A file is dragged over the page, and let go: it is opened by who opens files of its kind.
import { takeProgress } from '../lesson/imported.ts';
import { takeLesson } from '../lesson/own/take.ts';
import { bringFile } from '../share/opening.ts';
import { words } from '../share/words.ts';
import { goTo } from '../shell/route.tsx';
import { closeDialog } from '../shell/settings.ts';
import { kindOf, SEEN, type Kind } from './kind.ts';

let frame: HTMLElement | undefined;
/** All of the page is a place to let it go. */
export function show(): void {
  if (frame) return;
  frame = document.createElement('div');
  frame.dataset['landing'] = '';
  frame.role = 'status';
  frame.className =
    'pointer-events-none fixed inset-2 z-40 grid place-content-center gap-1 rounded-thing border-2 border-dashed border-text bg-ground/85 p-6 text-center';
  const [title, note] = [document.createElement('p'), document.createElement('p')];
  title.className = 'text-title font-[640] tracking-[-0.018em]';
  title.textContent = words.drop;
  note.className = 'text-soft';
  note.textContent = words.dropNote;
  frame.append(title, note);
  document.body.append(frame);
}
export function hide(): void {
  frame?.remove();
  frame = undefined;
}

const OPEN: Readonly<Record<Kind, (file: File) => Promise<void>>> = {
  journal: async (file) => {
    goTo('/shared');
    await bringFile(file);
  },
  lesson: async (file) => {
    goTo('/learn');
    await takeLesson(file);
  },
  progress: async (file) => {
    goTo('/learn');
    await takeProgress(file);
  },
};
/** Undefined: something else was let go. */
export async function land(file: File | undefined): Promise<void> {
  hide();
  if (!file) return;
  closeDialog();
  // a folder, or a file that has gone: whoever opens journals says so
  const begins = await file
    .slice(0, SEEN)
    .text()
    .catch(() => '');
  await OPEN[kindOf(file.name, begins)](file);
}
