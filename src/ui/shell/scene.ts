// The moment on screen. React hears of it only when something appears, lands or changes; what merely moves is painted by ref.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { engine, sceneNow } from '../../app/engine.ts';
import type { EngineState } from '../../app/state.ts';
import type { Scene, SceneFlight } from '../../core/trace/scene-types.ts';

const NOBODY: Scene = {
  time: 0,
  event: -1,
  now: 0,
  hosts: [],
  links: [],
  conns: [],
  flights: [],
  sessions: [],
  mailboxes: [],
  views: [],
  subscriptions: new Map(),
  lookups: [],
  log: [],
};

const inTheAir = (flights: readonly SceneFlight[]): string =>
  flights.map(({ event, segment }) => `${event}.${segment}`).join();
let kept: Scene = NOBODY;
let keptKey = '';
let keptFor: EngineState | undefined;
/** The same object for as long as only positions change. */
function structure(): Scene {
  const state = engine.getState();
  // everybody asks, at every frame
  if (state === keptFor) return kept;
  keptFor = state;
  const scene = sceneNow(state);
  if (!scene) {
    keptKey = '';
    return (kept = NOBODY);
  }
  const key = `${state.branch}/${state.version}/${scene.event}/${scene.log.length}/${inTheAir(scene.flights)}`;
  if (key !== keptKey) {
    keptKey = key;
    kept = scene;
  }
  return kept;
}
/** What there is to see now. Progress in it is as old as its last change: positions come from `useFrame`. */
export const useScene = (): Scene => useSyncExternalStore(engine.subscribe, structure);

/** Has nothing appeared, landed or changed since? */
export const isLatest = (scene: Scene): boolean => structure() === scene;

/** A part of it: whoever asks hears nothing while that part is the same. */
export const useMoment = <T>(pick: (scene: Scene) => T): T =>
  useSyncExternalStore(engine.subscribe, () => pick(structure()));

/** Paints what moves, once for every frame of the clock and once at first; never through React. */
export function useFrame(paint: (scene: Scene, state: EngineState) => void): void {
  const latest = useRef(paint);
  useEffect(() => {
    latest.current = paint;
  });
  useEffect(() => {
    const run = (): void => {
      const state = engine.getState();
      latest.current(sceneNow(state) ?? NOBODY, state);
    };
    run();
    return engine.subscribe(run);
  }, []);
}
