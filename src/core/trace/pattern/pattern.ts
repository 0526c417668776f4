// Does a text fit a lesson's pattern? In time that grows with the text alone: whoever wrote the pattern, nobody waits for it.
import { programOf, sizeOf, type Program } from './program.ts';
import { readPattern } from './read.ts';
import { runOf } from './run.ts';

export interface Pattern {
  readonly test: (text: string) => boolean;
  /** The first group of the first place that fits, or all of that place; undefined: none does. */
  readonly find: (text: string) => string | undefined;
}
/** Characters of a text that a pattern is shown. Whether the text ends there it knows all the same. */
export const SEEN = 4096;
/** Steps of a program: each may be tried at each character. */
const LONGEST = 128;

/** Why a lesson may not have this pattern; undefined: it may. */
export function patternFault(source: string): string | undefined {
  const node = readPattern(source);
  if (!node) return 'must not refer back to a group, name one or look behind';
  return sizeOf(node) > LONGEST ? 'must be shorter, or repeat less' : undefined;
}
/** Nothing in it is a choice, so it costs no more than its length at each place. */
const PLAIN = /^(?:[^*+?{$|\\]|\\[^bB\dkc])*$/;
const known = new Map<string, Pattern>();
const MOST_KNOWN = 1024;
/** `flags`: `i` or nothing. */
export function patternOf(source: string, flags: '' | 'i' = ''): Pattern {
  const name = `${flags}/${source}`;
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const pattern = made(source, flags);
  known.set(name, pattern);
  return pattern;
}
function made(source: string, flags: string): Pattern {
  const node = PLAIN.test(source) ? undefined : readPattern(source);
  if (!node) {
    const own = new RegExp(source, flags);
    const seen = (text: string): string => text.slice(0, SEEN);
    const find = (text: string): string | undefined => {
      const found = own.exec(seen(text));
      return found ? (found[1] ?? found[0]) : undefined;
    };
    return { test: (text) => own.test(seen(text)), find };
  }
  let program: Program | undefined;
  const run = (text: string, any: boolean) =>
    runOf((program ??= programOf(node, flags)), text, Math.min(text.length, SEEN), any);
  return {
    test: (text) => run(text, true) !== undefined,
    find(text) {
      const found = run(text, false);
      return found && text.slice(...found);
    },
  };
}
