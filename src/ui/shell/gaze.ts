// What somebody points at, by its place in the trace: every panel lights the counterpart.
import { createStore } from 'zustand/vanilla';

interface Gaze {
  /** Index of a trace event; -1: nothing. */
  readonly event: number;
  /** Everything that is one thing with it, it included. */
  readonly kin: readonly number[];
}
const NOTHING: Gaze = { event: -1, kin: [] };
export const gaze = createStore<Gaze>(() => NOTHING);

let kinOf = (event: number): readonly number[] => [event];
/** Who can tell what belongs together comes later than who asks. */
export const knowKin = (know: typeof kinOf): void => {
  kinOf = know;
};
export const lookAt = (event: number): void => {
  if (gaze.getState().event !== event) gaze.setState(event < 0 ? NOTHING : { event, kin: kinOf(event) });
};
export const lookAway = (): void => lookAt(-1);
