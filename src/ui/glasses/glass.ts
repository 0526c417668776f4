// Are the glasses on, and which branches are one session with TLS and without? Shared by the panel and the button that hands them out.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

interface Glass {
  readonly on: boolean;
  /** The same session twice, by branch; 0: not yet. */
  readonly clear: number;
  readonly sealed: number;
}
export const glass = createStore<Glass>(() => ({ on: false, clear: 0, sealed: 0 }));
export const useGlass = <T>(selector: (state: Glass) => T): T => useStore(glass, selector);
export const wear = (on: boolean): void => glass.setState({ on });
