// Inputs are the journal; worlds are kept: every one of the last RECENT, every EVERYth before. A timeline grows in place; a fork
// shares what it has in common with its origin by reference.
import type { TraceEvent } from '../trace/event.ts';
import { step } from './step.ts';
import type { Input, Step, World } from './world.ts';

export interface Timeline {
  readonly inputs: Input[];
  /** After so many inputs; undefined: replay from an earlier one. */
  readonly worlds: (World | undefined)[];
  readonly trace: TraceEvent[];
  /** How many events there are after so many inputs. */
  readonly ends: number[];
}
type Run = (world: World, input: Input) => Step;
const RECENT = 4096;
const EVERY = 64;

export const begin = (world: World): Timeline => ({ inputs: [], worlds: [world], trace: [], ends: [0] });

/** One more input; the law of `pass` keeps the journal short: waiting twice is waiting once, longer. */
export function record(t: Timeline, input: Input, run: Run = step): World {
  const last = t.inputs.at(-1);
  if (input.type === 'pass' && last?.type === 'pass' && coalesce(t, input)) undo(t, run);
  const world = seek(t, t.inputs.length, run);
  const { world: after, trace } = run(world, input);
  t.inputs.push(input);
  t.worlds.push(after);
  for (const event of trace) t.trace.push(event);
  t.ends.push(t.trace.length);
  const old = t.worlds.length - 1 - RECENT;
  if (old > 0 && old % EVERY !== 0) t.worlds[old] = undefined;
  return after;
}
/** May this `pass` stand for the last one too? Not when it ends earlier than the world already is. */
const coalesce = (t: Timeline, { until }: Input & { type: 'pass' }): boolean => {
  const last = t.inputs.at(-1);
  if (last?.type !== 'pass') return false;
  if (until === 'quiet') return last.until === 'quiet';
  return until >= (t.worlds.at(-1)?.now ?? Infinity);
};
function undo(t: Timeline, run: Run): void {
  const n = t.inputs.length - 1;
  const world = seek(t, n, run);
  t.inputs.length = n;
  t.worlds.length = n + 1;
  t.ends.length = n + 1;
  t.trace.length = t.ends[n] ?? 0;
  t.worlds[n] = world;
}
/** The world after `n` inputs. */
export function seek(t: Timeline, n: number, run: Run = step): World {
  let from = n;
  while (from > 0 && t.worlds[from] === undefined) from--;
  let world = t.worlds[from];
  if (!world) throw new Error('a timeline begins with a world');
  for (const input of t.inputs.slice(from, n)) world = run(world, input).world;
  return world;
}
/** A new branch that has the first `n` inputs in common; the old one stays as it is. */
export function fork(t: Timeline, n: number, run: Run = step): Timeline {
  const worlds = t.worlds.slice(0, n + 1);
  worlds[n] = seek(t, n, run);
  return {
    inputs: t.inputs.slice(0, n),
    worlds,
    trace: t.trace.slice(0, t.ends[n] ?? 0),
    ends: t.ends.slice(0, n + 1),
  };
}
export function replay(start: World, inputs: readonly Input[], run: Run = step): Timeline {
  const t = begin(start);
  for (const input of inputs) record(t, input, run);
  return t;
}
