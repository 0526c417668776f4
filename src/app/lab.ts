// The engine proper, as the store sees it: its own chunk, so that a keystroke echoes before the simulation is there.
import '../core/parts/first.ts';
import { maskedLine } from './consoles.ts';
import { fetchPart } from './parts.ts';
import { inTurns } from '../core/base/labour.ts';
import { NotHere, Unfinished, type Part } from '../core/base/parts.ts';
import { modeOf } from '../core/agents/console/console.ts';
import { MACHINES } from '../core/kernel/machines.ts';
import { nextDue } from '../core/kernel/step.ts';
import { begin, fork, record, seek, type Timeline } from '../core/kernel/timeline.ts';
import type { Input, World } from '../core/kernel/world.ts';
import { standard } from '../core/scenario/catalogue/standard/standard.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { sceneAt, type Scene } from '../core/trace/scene.ts';
import { scheduleOf, type Schedule } from '../core/trace/schedule.ts';
import { STANDARD } from './state.ts';

/** What the store asks of the core. */
export interface Lab {
  readonly start: World;
  /** How the world of this name begins; undefined: there is none. All but the first come later. */
  world(name: string): Promise<World | undefined>;
  begin(world: World): Timeline;
  /** Undefined: it is done. Else nothing has happened: it wants to be done again once this part is there. */
  record(timeline: Timeline, input: Input): Part | undefined;
  /** The same, but not for long: `busy` wants to be done again soon, and goes on then. */
  turn(timeline: Timeline, input: Input): Part | 'busy' | undefined;
  fetch(part: Part): Promise<void>;
  fork(timeline: Timeline, inputs: number): Timeline;
  seek(timeline: Timeline, inputs: number): World;
  nextDue(world: World): number | undefined;
  schedule(trace: readonly TraceEvent[]): Schedule;
  scene(start: World, trace: readonly TraceEvent[], time: number): Scene;
  /** Is nothing running in this console, so that a line is the shell's? */
  atShell(world: World, console: string): boolean;
  /** What somebody typed, to call a branch by: a password is dots there too. '' when nothing was typed. */
  lineOf(world: World, input: Input | undefined): string;
}

/** Whatever part the first picture of a world needs: what shows one never waits. */
async function fetchPicture(world: World): Promise<void> {
  try {
    sceneAt(world, [], 0);
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    await fetchPart(error.part);
    await fetchPicture(world);
  }
}
function partMissing(work: () => World): Part | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof NotHere) return error.part;
    throw error;
  }
}
/** Milliseconds: short enough for a key to be drawn between two of them. */
const TURN = 12;
/** It is longer where it took long to get to the work: or else most of the time would be spent on the way. */
const turnFrom = (begun: number) => (): (() => boolean) => {
  const now = performance.now();
  const end = now + Math.max(TURN, now - begun);
  return () => performance.now() > end;
};
const LONGEST = 60;
const start = standard();
export const lab: Lab = {
  start,
  world: async (name) => {
    if (name === STANDARD) return start;
    const world = (await import('../core/scenario/catalogue/worlds.ts')).worldNamed(name);
    if (world) await fetchPicture(world);
    return world;
  },
  begin,
  record: (timeline, input) => partMissing(() => record(timeline, input)),
  turn(timeline, input) {
    const of = [timeline.worlds.at(-1), input];
    try {
      return partMissing(() => inTurns(of, turnFrom(performance.now()), () => record(timeline, input)));
    } catch (error) {
      if (error instanceof Unfinished) return 'busy';
      throw error;
    }
  },
  fetch: fetchPart,
  fork: (timeline, inputs) => fork(timeline, inputs),
  seek: (timeline, inputs) => seek(timeline, inputs),
  nextDue: (world) => nextDue(world, MACHINES),
  schedule: scheduleOf,
  scene: sceneAt,
  atShell: (world, console) => {
    const state = world.consoles.find((c) => c.id === console)?.state;
    return state !== undefined && modeOf(state).program === 'shell';
  },
  lineOf: (world, input) =>
    input?.type === 'type' ? maskedLine(world, input.console, input.octets).slice(0, LONGEST) : '',
};
