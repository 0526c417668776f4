import { useStore } from 'zustand';
import { settings, type Settings } from './settings.ts';

export const useSettings = <T>(selector: (state: Settings) => T): T => useStore(settings, selector);
