// Deeds done on the engine: as inputs for a world that is as it is now, and whole lists of them on a timeline of their own.
import { utf8 } from '../core/base/octets.ts';
import { begin, record, seek, type Timeline } from '../core/kernel/timeline.ts';
import type { Input, World } from '../core/kernel/world.ts';
import { inTurns } from '../core/base/labour.ts';
import { Unfinished } from '../core/base/parts.ts';
import { clickInput } from './click.ts';
import { missedBy, type Missed } from './missed.ts';
import type { Act, Deed, Lesson, Scene, Step } from './lesson.ts';
import { worldNamed } from './worlds.ts';

const QUIET: Input = { type: 'pass', until: 'quiet' };
const SECOND = 1_000_000;
const CONTROL = /^\^([A-Z\]])$/;
/** `^C` is Ctrl-C, `^]` the telnet escape; anything else is a line with its end. */
function octetsOf(line: string): string {
  const control = CONTROL.exec(line)?.[1];
  return control === undefined ? `${utf8(line)}\n` : String.fromCharCode(control.charCodeAt(0) & 31);
}
const typed = (console: string, line: string): Input => ({ type: 'type', console, octets: octetsOf(line) });

/** What this one thing is to the kernel. Nothing: there is no such connection to cut; a button is unfolded first. */
export function inputsOf(deed: Deed, world: World, console: string): readonly Input[] {
  if (typeof deed === 'string') return [typed(console, deed), QUIET];
  if ('type' in deed) return [typed(deed.at, deed.type), QUIET];
  if ('wait' in deed) return [{ type: 'pass', until: world.now + deed.wait * SECOND }, QUIET];
  if ('open' in deed) return [{ type: 'open', console: deed.open, host: deed.host }, QUIET];
  if ('shut' in deed) return [{ type: 'shut', console: deed.shut }, QUIET];
  if ('turn' in deed) return [{ type: 'turn', knob: deed.turn }, QUIET];
  if ('act' in deed) return [];
  if ('click' in deed) {
    const input = clickInput(deed, world);
    return input ? [input, QUIET] : [];
  }
  const conn = world.consoles.find(({ id }) => id === deed.cut)?.conn ?? 0;
  return conn === 0 ? [] : [{ type: 'cut', conn, after: 0 }, QUIET];
}
/** Buttons pressed stand for what they do. */
export const unfolded = (deeds: readonly Deed[], acts: readonly Act[]): readonly Deed[] =>
  deeds.flatMap((deed): readonly Deed[] =>
    typeof deed !== 'string' && 'act' in deed ? (acts.find(({ id }) => id === deed.act)?.does ?? []) : [deed],
  );

export interface Stage {
  readonly start: World;
  readonly console: string;
  readonly acts: readonly Act[];
}
/** Before anything is done: the scene is set. */
export function setUp({ consoles, turn }: Scene): readonly Input[] {
  return [
    ...turn.map((knob): Input => ({ type: 'turn', knob })),
    ...consoles.map(({ id, host }): Input => ({ type: 'open', console: id, host })),
  ];
}
const starts = new WeakMap<Scene, World>();
/** The world in which a lesson begins; undefined: there is no such scenario. */
export function startOf(scene: Scene): World | undefined {
  const known = starts.get(scene);
  if (known) return known;
  const world = worldNamed(scene.world);
  if (!world) return undefined;
  const timeline = begin(world);
  for (const input of setUp(scene)) record(timeline, input);
  const start = seek(timeline, timeline.inputs.length);
  starts.set(scene, start);
  return start;
}
export const actsOf = (steps: readonly Step[]): readonly Act[] => steps.flatMap(({ acts }) => acts);
export const stageOf = ({ scene, steps }: Lesson): Stage | undefined => {
  const start = startOf(scene);
  return start && { start, console: scene.console, acts: actsOf(steps) };
};

/** What was to be played goes on for longer than whoever asked would wait. */
export class TooLong extends Error {
  constructor() {
    super('this takes too long to be played');
  }
}
let isOver = (): boolean => false;
/** Whatever is played meanwhile ends with `TooLong` when that is so. */
export function impatiently<T>(over: () => boolean, run: () => T): T {
  const before = isOver;
  isOver = over;
  try {
    return run();
  } finally {
    isOver = before;
  }
}
/** A long loop within one input is left too. */
function recordInTime(timeline: Timeline, input: Input): void {
  if (isOver()) throw new TooLong();
  try {
    inTurns(
      [timeline.worlds.at(-1), input],
      () => isOver,
      () => record(timeline, input),
    );
  } catch (error) {
    throw error instanceof Unfinished ? new TooLong() : error;
  }
}

const played = new WeakMap<World, Map<string, Timeline>>();
const missed = new WeakMap<Timeline, readonly Missed[]>();
/** Of what was played: the deeds that could not be done. */
export const missedIn = (timeline: Timeline): readonly Missed[] => missed.get(timeline) ?? [];
/** All of these, each to its end. Nobody may go on with what is returned: it is kept. */
export function play({ start, console, acts }: Stage, deeds: readonly Deed[]): Timeline {
  const all = unfolded(deeds, acts);
  const known = played.get(start) ?? new Map<string, Timeline>();
  played.set(start, known);
  // which of the deeds could not be done is known by the deeds as they were written
  const key = JSON.stringify([console, all, all.length === deeds.length ? '' : deeds]);
  const kept = known.get(key);
  if (kept) return kept;
  const timeline = begin(start);
  const idle: Missed[] = [];
  deeds.forEach((whole, index) => {
    for (const deed of unfolded([whole], acts)) {
      const world = seek(timeline, timeline.inputs.length);
      const why = missedBy(deed, world);
      if (why) idle.push({ ...why, index });
      for (const input of inputsOf(deed, world, console)) recordInTime(timeline, input);
    }
  });
  known.set(key, timeline);
  missed.set(timeline, idle);
  return timeline;
}
