// Deeds done on the engine: as inputs for a world that is as it is now, and whole lists of them on a timeline of their own.
import { utf8 } from '../core/base/octets.ts';
import { begin, record, seek, type Timeline } from '../core/kernel/timeline.ts';
import type { Input, World } from '../core/kernel/world.ts';
import { clickInput } from './click.ts';
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

const played = new WeakMap<World, Map<string, Timeline>>();
/** All of these, each to its end. Nobody may go on with what is returned: it is kept. */
export function play({ start, console, acts }: Stage, deeds: readonly Deed[]): Timeline {
  const all = unfolded(deeds, acts);
  const known = played.get(start) ?? new Map<string, Timeline>();
  played.set(start, known);
  const key = JSON.stringify([console, all]);
  const kept = known.get(key);
  if (kept) return kept;
  const timeline = begin(start);
  for (const deed of all)
    for (const input of inputsOf(deed, seek(timeline, timeline.inputs.length), console))
      record(timeline, input);
  known.set(key, timeline);
  return timeline;
}
