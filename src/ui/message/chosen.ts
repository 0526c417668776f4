// Which letter the message panel shows: one chosen in a mailbox, or whatever the console in focus is writing.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Kept } from '../../core/trace/letter.ts';
import { showPanel } from '../shell/settings.ts';

interface Chosen {
  /** Undefined: the console is followed. */
  readonly letter: Kept | undefined;
}
const chosen = createStore<Chosen>(() => ({ letter: undefined }));

export const useChosen = (): Kept | undefined => useStore(chosen, ({ letter }) => letter);
export const chosenNow = (): Kept | undefined => chosen.getState().letter;
export const followConsole = (): void => chosen.setState({ letter: undefined });
export function openLetter(letter: Kept): void {
  chosen.setState({ letter });
  showPanel('message');
}
export const isChosen = (letter: Kept | undefined, { host, mailbox, uid }: Kept): boolean =>
  letter?.uid === uid && letter.mailbox === mailbox && letter.host === host;
