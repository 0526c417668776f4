import { useStore } from 'zustand';
import { engine } from '../../app/engine.ts';
import { kinOf } from '../../core/trace/kin.ts';
import { gaze, knowKin, lookAt, lookAway } from './gaze.ts';

knowKin((event) => kinOf(engine.getState().trace, event));

/** Is this event, one of these, or what is one thing with it, looked at? Renders again only when the answer changes. */
export const useLooked = (from: number, to = from): boolean =>
  useStore(gaze, ({ kin }) => kin.some((event) => event >= from && event <= to));
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
