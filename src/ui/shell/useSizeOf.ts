import { useStore } from 'zustand';
import { sizeOf, sizes, type Division } from './divide.ts';

export const useSizeOf = (division: Division): number => useStore(sizes, () => sizeOf(division));
