// What of the trace is shown: a store that ladder and timeline read. What a filter means comes with its field (filtering.ts).
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { TraceEvent } from '../../core/trace/event.ts';
import type { Row } from './rows.ts';

export type Fits = (row: Row, trace: readonly TraceEvent[]) => boolean;
interface Filter {
  readonly text: string;
  /** Undefined: everything is shown. */
  readonly fits: Fits | undefined;
}
/** The field it is written in, for the key that leads there. */
export const FIELD = 'sequence-filter';
export const filter = createStore<Filter>(() => ({ text: '', fits: undefined }));
export const useFits = (): Fits | undefined => useStore(filter, (s) => s.fits);
