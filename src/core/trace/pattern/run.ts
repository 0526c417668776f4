// A program run over a text, all its ways at once: each character is looked at once by each step, and never again.
import type { Edge } from './read.ts';
import type { Program } from './program.ts';

/** Where a way began, and where the first group did, and ended; -1: it has not yet. */
interface Seen {
  readonly from: number;
  readonly begins: number;
  readonly ends: number;
}
const NOTHING: Seen = { from: 0, begins: -1, ends: -1 };
/** Where ways have got to, the most wanted first, and what each has seen. */
interface Ways {
  count: number;
  readonly at: Int32Array;
  readonly seen: Seen[];
  /** By step: at which place it was last reached. */
  readonly reached: Int32Array;
}
const waysOf = (size: number): Ways => ({
  count: 0,
  at: new Int32Array(size),
  seen: [],
  reached: new Int32Array(size).fill(-1),
});
interface Run {
  readonly program: Program;
  readonly text: string;
  /** No place after this one is looked at. */
  readonly end: number;
  /** Of what is looked for ahead, once it is asked for: 1 where it begins. */
  readonly aheads: (Uint8Array | undefined)[];
}
/** From where to where: the first group, or all that fits. `any`: that something does is enough. */
export function runOf(
  program: Program,
  text: string,
  end: number,
  any: boolean,
): readonly [number, number] | undefined {
  const run: Run = { program, text, end, aheads: [] };
  let now = waysOf(program.steps.length);
  let next = waysOf(program.steps.length);
  let found: readonly [number, number] | undefined;
  const anchored = program.steps[0]?.does === 'edge' && program.steps[0].is === '^';
  for (let place = 0; place <= end; place++) {
    // who began earlier comes first
    if (!found && (place === 0 || !anchored))
      reach(run, now, 0, place, any ? NOTHING : { from: place, begins: -1, ends: -1 });
    if (now.count === 0 && (found || anchored)) break;
    found = advance(run, now, next, place) ?? found;
    if (found && any) break;
    now.count = 0;
    [now, next] = [next, now];
  }
  return found;
}
/** Every way takes the character at this place. What fits is returned; ways that are wanted less than that one are given up. */
function advance(run: Run, now: Ways, next: Ways, place: number): readonly [number, number] | undefined {
  const { steps } = run.program;
  const code = place < run.end ? run.text.charCodeAt(place) : -1;
  for (let i = 0; i < now.count; i++) {
    const at = now.at[i] ?? 0;
    const step = steps[at];
    const seen = now.seen[i] ?? NOTHING;
    if (step?.does === 'end') return seen.ends < 0 ? [seen.from, place] : [seen.begins, seen.ends];
    if (step?.does === 'take' && code >= 0 && step.fits(code)) reach(run, next, at + 1, place + 1, seen);
  }
  return undefined;
}
/** From here on, up to the next characters that are taken. */
function reach(run: Run, ways: Ways, at: number, place: number, seen: Seen): void {
  if (ways.reached[at] === place) return;
  ways.reached[at] = place;
  const step = run.program.steps[at];
  if (!step) return;
  switch (step.does) {
    case 'jump':
      reach(run, ways, step.to, place, seen);
      return;
    case 'fork':
      reach(run, ways, step.to, place, seen);
      reach(run, ways, step.or, place, seen);
      return;
    case 'mark':
      reach(run, ways, at + 1, place, marked(seen, place, step.ends));
      return;
    case 'edge':
      if (isEdge(step.is, run.text, place)) reach(run, ways, at + 1, place, seen);
      return;
    case 'look':
      if ((aheadOf(run, step.ahead)[place] === 1) !== step.not) reach(run, ways, at + 1, place, seen);
      return;
    default:
      ways.at[ways.count] = at;
      ways.seen[ways.count] = seen;
      ways.count += 1;
  }
}
const marked = ({ from, begins }: Seen, place: number, ends: boolean): Seen =>
  ends ? { from, begins, ends: place } : { from, begins: place, ends: -1 };
/** All places where this begins are found in one go, from the end. */
function aheadOf(run: Run, which: number): Uint8Array {
  const known = run.aheads[which];
  if (known) return known;
  const begins = new Uint8Array(run.end + 1);
  run.aheads[which] = begins;
  const program = run.program.aheads[which];
  if (!program) return begins;
  const inner: Run = { program, text: run.text, end: run.end, aheads: [] };
  let now = waysOf(program.steps.length);
  let next = waysOf(program.steps.length);
  for (let place = run.end; place >= 0; place--) {
    reach(inner, now, 0, place, NOTHING);
    const code = place > 0 ? run.text.charCodeAt(place - 1) : -1;
    for (let i = 0; i < now.count; i++) {
      const at = now.at[i] ?? 0;
      const step = program.steps[at];
      if (step?.does === 'end') begins[place] = 1;
      else if (step?.does === 'take' && code >= 0 && step.fits(code))
        reach(inner, next, at + 1, place - 1, NOTHING);
    }
    now.count = 0;
    [now, next] = [next, now];
  }
  return begins;
}
const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
function isEdge(is: Edge, text: string, place: number): boolean {
  if (is === '^') return place === 0;
  if (is === '$') return place === text.length;
  const before = place > 0 && isWord(text.charCodeAt(place - 1));
  const after = place < text.length && isWord(text.charCodeAt(place));
  return (before !== after) === (is === '\\b');
}
