// The row of the ladder that somebody has gone to. Several rows share a moment: which of them it was, the moment alone does not tell.
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { engine, sceneNow, seekEvent } from '../../app/engine.ts';
import { rowAt, type Row } from './rows.ts';

interface Choice {
  /** Undefined: the latest of the moment is meant. */
  readonly row: Row | undefined;
}
const NONE: Choice = { row: undefined };
export const choice = createStore<Choice>(() => NONE);
// it is chosen for as long as time stands where it led
engine.subscribe((now, before) => {
  if (now.time !== before.time || now.trace !== before.trace) choice.setState(NONE);
});
export const useChoice = (): Row | undefined => useStore(choice, ({ row }) => row);

/** The place of the row that is now, where so much of the trace has happened; below 0: none is. */
export function placeNow(rows: readonly Row[], row: Row | undefined, event: number): number {
  const at = rowAt(rows, row?.event ?? event);
  // a silence stands before what ended it, and has its event
  return row && rows[at] !== row && rows[at - 1] === row ? at - 1 : at;
}
/** To the moment of this row; undefined: nowhere. */
export function goTo(row: Row | undefined): void {
  if (!row) return;
  seekEvent(row.event);
  choice.setState({ row });
}
/** So many rows further or back, as far as there are any: where one is now. */
export function step(rows: readonly Row[], by: number): Row | undefined {
  const at = placeNow(rows, choice.getState().row, sceneNow(engine.getState())?.event ?? -1);
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  goTo(row);
  return row;
}
