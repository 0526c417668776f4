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

/** One more input. The law of `pass` keeps the journal short: waiting twice is waiting once, longer. */
export function record(t: Timeline, input: Input, run: Run = step): World {
  const n = t.inputs.length;
  const last = t.inputs[n - 1];
  let kept = n;
  if (input.type === 'pass' && last?.type === 'pass') {
    const now = seek(t, n, run);
    if (input.until === 'quiet' && last.until === 'quiet') return now; // nothing is under way
    if (input.until !== 'quiet' && input.until >= now.now) kept = n - 1;
  }
  const before = seek(t, kept, run);
  const { world, trace } = run(before, input); // may throw `NotHere`: until then nothing has changed
  if (kept < n) takeBack(t, before);
  t.inputs.push(input);
  t.worlds.push(world);
  for (const event of trace) t.trace.push(event);
  t.ends.push(t.trace.length);
  const old = t.worlds.length - 1 - RECENT;
  if (old > 0 && old % EVERY !== 0) t.worlds[old] = undefined;
  return world;
}
/** As if the last input had not been. */
function takeBack(t: Timeline, world: World): void {
  const n = t.inputs.length - 1;
  t.inputs.length = n;
  t.worlds.length = n + 1;
  t.ends.length = n + 1;
  t.trace.length = t.ends[n] ?? 0;
  t.worlds[n] = world;
}
/** The world after `n` inputs, or after as many as there are. */
export function seek(t: Timeline, n: number, run: Run = step): World {
  const to = Math.max(0, Math.min(n, t.inputs.length));
  let from = to;
  while (from > 0 && t.worlds[from] === undefined) from--;
  let world = t.worlds[from];
  if (!world) throw new Error('a timeline begins with a world');
  for (const input of t.inputs.slice(from, to)) world = run(world, input).world;
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
/** A journal from its beginning. */
export function replay(start: World, inputs: readonly Input[], run: Run = step): Timeline {
  const t = begin(start);
  for (const input of inputs) record(t, input, run);
  return t;
}
