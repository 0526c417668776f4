// Which branch is looked at beside the one on screen: chosen in the list of branches, or by name.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const store = createStore<{ readonly branch: number }>(() => ({ branch: -1 }));
/** -1: none. */
export const compareWith = (branch: number): void => store.setState({ branch });
export const useComparing = (): number => useStore(store, ({ branch }) => branch);
