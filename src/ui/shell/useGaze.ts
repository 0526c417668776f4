import { useStore } from 'zustand';
import { gaze, lookAt, lookAway } from './gaze.ts';

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
