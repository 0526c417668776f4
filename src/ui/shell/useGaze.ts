import { useStore } from 'zustand';
import { engine } from '../../app/engine.ts';
import { idle } from '../../app/idle.ts';
import { gaze, knowKin, lookAt, lookAway } from './gaze.ts';

/** Nobody points at anything before there is something. What does not come is asked for by nobody: then each thing lights itself. */
async function learnKin(): Promise<void> {
  await idle;
  const { kinOf } = await import('../../core/trace/kin.ts');
  knowKin((event) => kinOf(engine.getState().trace, event));
}
learnKin().catch(() => undefined);

/** Is this event, one of these, or what is one thing with it, looked at? Renders again only when the answer changes. */
export const useLooked = (from: number, to = from): boolean =>
  useStore(gaze, ({ kin }) => kin.some((event) => event >= from && event <= to));
/** All that is looked at. */
export const useKin = (): readonly number[] => useStore(gaze, ({ kin }) => kin);
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
