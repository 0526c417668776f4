import { useStore } from 'zustand';
import { prefs, type Prefs } from './prefs.ts';

export const usePrefs = <T>(selector: (state: Prefs) => T): T => useStore(prefs, selector);
