// What somebody points at, by its place in the trace: every panel lights the counterpart.
import { useStore } from 'zustand';
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
/** Is this event, or one of these, looked at? Renders again only when the answer changes. */
export const useLooked = (from: number, to = from): boolean =>
  useStore(gaze, ({ event }) => event >= 0 && event >= from && event <= to);
export const useGaze = (): number => useStore(gaze, ({ event }) => event);

/** For everything that stands for an event: pointing and focusing are the same. */
export const gazes = (
  event: number,
): {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} => ({
  onPointerEnter: () => lookAt(event),
  onPointerLeave: lookAway,
  onFocus: () => lookAt(event),
  onBlur: lookAway,
});
