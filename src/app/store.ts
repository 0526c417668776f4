// The one store: which branch is looked at, at which moment, and how it is played. Everything painted is a function of it.
import { createStore } from 'zustand/vanilla';
import type { Timeline } from '../core/kernel/timeline.ts';
import type { World } from '../core/kernel/world.ts';
import type { Scene } from '../core/trace/scene.ts';
import type { Schedule } from '../core/trace/schedule.ts';
import { cursorOf, inputsBegun } from './cursor.ts';
import { STANDARD, type EngineState } from './state.ts';

const EMPTY: Timeline = { inputs: [], worlds: [], trace: [], ends: [0] };
const NOTHING: Schedule = { shown: [], total: 0 };
export const FIRST_CONSOLE = 'you@client';

export const engine = createStore<EngineState>(() => ({
  lab: undefined,
  version: 0,
  lesson: '',
  world: STANDARD,
  before: [],
  branches: [],
  branch: 0,
  marks: [],
  own: false,
  timeline: EMPTY,
  trace: EMPTY.trace,
  schedule: NOTHING,
  time: 0,
  live: true,
  playing: 'no',
  speed: 1,
  gated: false,
  passed: -1,
  barrier: Infinity,
  reduced: false,
  console: FIRST_CONSOLE,
  waiting: [],
  fetching: 'no',
  parts: 0,
  attic: [],
  problem: undefined,
}));

/** The world when everything that has begun at the cursor is done. Undefined until the simulation is there. */
export const worldNow = (s: EngineState): World | undefined =>
  s.lab && s.branches.length > 0
    ? s.lab.seek(s.timeline, inputsBegun(s.timeline, cursorOf(s.schedule, s.time)))
    : undefined;
export const headWorld = (s: EngineState): World | undefined => s.timeline.worlds.at(-1);
const scenes = new WeakMap<Timeline, { version: number; time: number; scene: Scene }>();
/** The picture of this moment. The same object while nothing has moved. */
export function sceneNow(s: EngineState): Scene | undefined {
  if (!s.lab || s.branches.length === 0) return undefined;
  const kept = scenes.get(s.timeline);
  if (kept && kept.version === s.version && kept.time === s.time) return kept.scene;
  const start = s.timeline.worlds[0] ?? s.lab.start;
  const scene = s.lab.scene(start, s.trace, s.time);
  scenes.set(s.timeline, { version: s.version, time: s.time, scene });
  return scene;
}
/** The world that the next line will meet: while the head is followed, what is still in the air has landed by then. */
export const worldAhead = (s: EngineState): World | undefined => (s.live ? headWorld(s) : worldNow(s));
/** Consoles that can be typed into. */
export const consolesNow = (s: EngineState): readonly string[] =>
  worldAhead(s)?.consoles.map((c) => c.id) ?? [FIRST_CONSOLE];
