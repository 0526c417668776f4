// The letter whose whole life is followed: every panel dims what is not part of it.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { engine, sceneNow } from '../../app/engine.ts';
import type { Life } from '../../core/trace/life.ts';

interface Followed {
  /** Any event of its life; -1: no letter is followed. */
  readonly seed: number;
  readonly life: Life | undefined;
}
const followed = createStore<Followed>(() => ({ seed: -1, life: undefined }));
let stop: (() => void) | undefined;

/** From this event on, and back to where it came from; again: no more. */
export async function follow(seed: number): Promise<void> {
  const again = followed.getState().seed === seed;
  unfollow();
  if (again || seed < 0) return;
  followed.setState({ seed });
  const { lifeOf } = await import('../../core/trace/life.ts');
  if (followed.getState().seed !== seed) return;
  let reached = -2;
  const { branch } = engine.getState();
  const look = (): void => {
    const s = engine.getState();
    const event = sceneNow(s)?.event ?? -1;
    if (s.branch !== branch || s.trace.length <= seed) unfollow();
    else if (event !== reached) {
      reached = event;
      followed.setState({ life: lifeOf(s.trace, seed, event + 1) });
    }
  };
  stop = engine.subscribe(look);
  look();
}
export function unfollow(): void {
  stop?.();
  stop = undefined;
  followed.setState({ seed: -1, life: undefined });
}
export const useLife = (): Life | undefined => useStore(followed, ({ life }) => life);
export const useFollows = (seed: number): boolean => useStore(followed, (s) => s.seed === seed && seed >= 0);
/** Some letter is followed, and this event is no part of its life. */
export const useAside = (event: number): boolean =>
  useStore(followed, ({ life }) => life !== undefined && !life.events.has(event));
