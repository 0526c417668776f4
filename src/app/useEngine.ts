import { useStore } from 'zustand';
import { engine } from './engine.ts';
import type { EngineState } from './state.ts';

/** What a component needs of the store; it renders again when that changes. */
export const useEngine = <T>(selector: (state: EngineState) => T): T => useStore(engine, selector);
