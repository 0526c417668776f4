// The moment on screen. React hears of it only when something appears, lands or changes; what merely moves is painted by ref.
import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { engine, sceneNow } from '../../app/engine.ts';
import { drawnEngine, leaps } from '../../app/frame.ts';
import type { EngineState } from '../../app/state.ts';
import type { Scene, SceneFlight } from '../../core/trace/scene-types.ts';
import { turnsOf, type Later } from './turns.ts';

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
/** Whose moment a component shows. */
interface Follower {
  readonly scene: () => Scene;
  readonly subscribe: (heard: () => void) => () => void;
}
const Followed = createContext<Follower>({ scene: structure, subscribe: drawnEngine.subscribe });

/** A panel that may wait for its turn. */
interface Late {
  readonly heard: Set<() => void>;
  scene: Scene;
}
const late = new Set<Late>();
/** After the next frame, which shows what does not wait. */
const afterFrame: Later = (run) => {
  requestAnimationFrame(() => setTimeout(run));
};
const turns = turnsOf<Late>((it) => {
  if (it.scene === structure()) return;
  for (const hear of it.heard) hear();
}, afterFrame);
engine.subscribe((now, before) => {
  // in a tab that nobody sees there are no frames
  if (late.size > 0 && leaps(now, before) && !document.hidden) {
    turns.wait(late);
    return;
  }
  turns.all();
  for (const { heard } of late) for (const hear of heard) hear();
});
function follower(): Follower {
  const own: Late = { heard: new Set(), scene: structure() };
  return {
    // one and the same for all of the panel, until its turn
    scene: () => (turns.waits(own) ? own.scene : (own.scene = structure())),
    subscribe(hear) {
      own.heard.add(hear);
      late.add(own);
      return () => {
        own.heard.delete(hear);
        if (own.heard.size > 0) return;
        late.delete(own);
        turns.leave(own);
      };
    },
  };
}
/** What is within shows a moment that somebody leaps to a frame or two later than what they look at. */
export function InTurn({ children }: { readonly children: ReactNode }): ReactNode {
  const [own] = useState(follower);
  return createElement(Followed.Provider, { value: own }, children);
}

/** What there is to see now. Progress in it is as old as its last change: positions come from `useFrame`. */
export function useScene(): Scene {
  const { subscribe, scene } = useContext(Followed);
  return useSyncExternalStore(subscribe, scene);
}

/** Has nothing appeared, landed or changed since? */
export const isLatest = (scene: Scene): boolean => structure() === scene;

/** A part of it: whoever asks hears nothing while that part is the same. */
export function useMoment<T>(pick: (scene: Scene) => T): T {
  const { subscribe, scene } = useContext(Followed);
  return useSyncExternalStore(subscribe, () => pick(scene()));
}

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
    return drawnEngine.subscribe(run);
  }, []);
}
