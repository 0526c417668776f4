// What keys do in the grid: as in any tree, and in any list that is typed into.
import type { Line } from './layout.ts';

export type Deed =
  | { readonly do: 'go'; readonly row: number }
  | { readonly do: 'fold'; readonly key: string; readonly open: boolean }
  | { readonly do: 'open'; readonly line: Line & { readonly kind: 'message' } };
export interface Standing {
  readonly row: number;
  readonly rows: number;
  /** Rows that the panel shows at once. */
  readonly page: number;
  readonly at: (row: number) => Line | undefined;
}
const levelOf = (line: Line | undefined): number =>
  line?.kind === 'user' ? 1 : line?.kind === 'place' ? 2 + line.place.depth : 99;
/** Nearest above that it lies in. */
function parentOf({ row, at }: Standing): number {
  const line = at(row);
  if (line?.kind === 'message') return row - line.nth - 1;
  const level = levelOf(line);
  for (let above = row - 1; above >= 0;) {
    const it = at(above);
    if (levelOf(it) < level) return above;
    above -= it?.kind === 'message' ? it.nth + 1 : 1;
  }
  return row;
}
const MOVES: Readonly<Record<string, (now: Standing) => number>> = {
  ArrowDown: ({ row }) => row + 1,
  ArrowUp: ({ row }) => row - 1,
  PageDown: ({ row, page }) => row + page,
  PageUp: ({ row, page }) => row - page,
  Home: () => 0,
  End: ({ rows }) => rows - 1,
  ArrowRight: ({ row }) => row + 1,
  ArrowLeft: parentOf,
};
/** Right opens what is closed, left closes what is open, Enter does either. */
function folding(key: string, line: Line | undefined): Deed | undefined {
  if (!line || line.kind === 'message') return undefined;
  const turns = key === 'Enter' || key === ' ' || key === (line.open ? 'ArrowLeft' : 'ArrowRight');
  return turns ? { do: 'fold', key: line.key, open: !line.open } : undefined;
}
/** Undefined: the grid has no use for this key. */
export function deedOf(key: string, now: Standing): Deed | undefined {
  const line = now.at(now.row);
  const opens = key === 'Enter' || key === ' ';
  if (opens && line?.kind === 'message') return { do: 'open', line };
  const fold = folding(key, line);
  if (fold) return fold;
  const to = MOVES[key]?.(now);
  return to === undefined ? undefined : { do: 'go', row: Math.min(now.rows - 1, Math.max(0, to)) };
}
/** In the middle of a name a space is a part of it. */
export const isTyping = (typed: Typed, at: number): boolean => typed.text !== '' && at - typed.at <= PAUSE;
/** So far a name is looked for: a mailbox of 100,000 messages is not read through for a letter. */
const FAR = 2000;
const PAUSE = 700;
export interface Typed {
  readonly text: string;
  readonly at: number;
}
/** One more letter of a name; after a pause a new name begins. */
export const typedAfter = (before: Typed, letter: string, at: number): Typed => ({
  text: at - before.at > PAUSE ? letter : before.text + letter,
  at,
});
/** The next row whose words begin so; the same one while they still do. */
export function rowNamed(
  { row, rows, at }: Standing,
  { text }: Typed,
  nameOf: (line: Line) => string,
): number | undefined {
  const wanted = text.toLowerCase();
  const from = text.length > 1 ? row : row + 1;
  for (let i = 0; i < Math.min(rows, FAR); i++) {
    const here = (from + i) % rows;
    const line = at(here);
    if (line && nameOf(line).toLowerCase().startsWith(wanted)) return here;
  }
  return undefined;
}
