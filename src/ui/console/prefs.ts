// How somebody wants to see the consoles. Nothing of it is about the world.
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../shell/storage.ts';

export interface Prefs {
  /** Line ends drawn as they were on the wire. */
  readonly ends: boolean;
  /** The plain transcript in place of the terminal. */
  readonly transcript: boolean;
  /** Two consoles beside each other. */
  readonly split: boolean;
  /** In a letter a line that begins with a dot gets another one (RFC 5321 §4.5.2). */
  readonly dots: boolean;
}
export const prefs = createStore<Prefs>(() => ({
  ends: false,
  transcript: false,
  split: false,
  dots: recall('dots') === true,
}));
export function toggle(name: keyof Prefs): void {
  prefs.setState((state) => ({ ...state, [name]: !state[name] }));
  if (name === 'dots') remember(name, prefs.getState().dots);
}
