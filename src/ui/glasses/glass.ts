// Are the glasses on? Shared by the panel and the button that hands them out.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

interface Glass {
  readonly on: boolean;
  /** The branch with TLS, while the one without is looked at; 0: none. */
  readonly sealedBranch: number;
}
export const glass = createStore<Glass>(() => ({ on: false, sealedBranch: 0 }));
export const useGlass = <T>(selector: (state: Glass) => T): T => useStore(glass, selector);
export const wear = (on: boolean): void => glass.setState({ on });
