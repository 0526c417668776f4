import { useStore } from 'zustand';
import { drawnEngine } from './frame.ts';
import type { EngineState } from './state.ts';

/** What a component needs of the store; it renders again when that changes. */
export const useEngine = <T>(selector: (state: EngineState) => T): T => useStore(drawnEngine, selector);
