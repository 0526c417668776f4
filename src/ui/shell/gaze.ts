// What somebody points at, by its place in the trace: every panel lights the counterpart.
import { createStore } from 'zustand/vanilla';

/** A line of a console. */
export interface LookedLine {
  readonly by: string;
  readonly text: string;
  readonly octets: string;
}
interface Gaze {
  /** Index of a trace event; -1: nothing. */
  readonly event: number;
  /** Everything that is one thing with it, it included. */
  readonly kin: readonly number[];
  /** The line of it that is pointed at, where that is in a console. */
  readonly line?: LookedLine | undefined;
}
const NOTHING: Gaze = { event: -1, kin: [] };
export const gaze = createStore<Gaze>(() => NOTHING);

let kinOf = (event: number): readonly number[] => [event];
/** Who can tell what belongs together comes later than who asks. */
export const knowKin = (know: typeof kinOf): void => {
  kinOf = know;
};
export const lookAt = (event: number, line?: LookedLine): void => {
  const now = gaze.getState();
  if (now.event !== event || now.line !== line)
    gaze.setState(event < 0 ? NOTHING : { event, kin: kinOf(event), line }, true);
};
export const lookAway = (): void => lookAt(-1);
