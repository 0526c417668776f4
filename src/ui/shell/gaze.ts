// What somebody points at, by its place in the trace: every panel lights the counterpart.
import { createStore } from 'zustand/vanilla';

interface Gaze {
  /** Index of a trace event; -1: nothing. */
  readonly event: number;
}
export const gaze = createStore<Gaze>(() => ({ event: -1 }));

export const lookAt = (event: number): void => {
  if (gaze.getState().event !== event) gaze.setState({ event });
};
export const lookAway = (): void => lookAt(-1);
