// How somebody wants to see the consoles. Nothing of it is about the world.
import { createStore } from 'zustand/vanilla';

export interface Prefs {
  /** Line ends drawn as they were on the wire. */
  readonly ends: boolean;
  /** The plain transcript in place of the terminal. */
  readonly transcript: boolean;
  /** Two consoles beside each other. */
  readonly split: boolean;
}
export const prefs = createStore<Prefs>(() => ({ ends: false, transcript: false, split: false }));
export const toggle = (name: keyof Prefs): void =>
  prefs.setState((state) => ({ ...state, [name]: !state[name] }));
