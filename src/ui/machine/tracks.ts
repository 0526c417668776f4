// Which states are the way everybody goes, and which lie beside it: those an extension brings, and those one may pass by.
import type { Diagram, DiagramArrow } from '../../core/spec/describe.ts';

export interface Tracks {
  /** From top to bottom. */
  readonly main: readonly string[];
  /** What lies beside, with the state of the main way it is entered from. */
  readonly side: readonly { readonly name: string; readonly beside: string }[];
}
/** So many fit one under the other. */
const FEW = 9;
const CLOSED = 'closed';

export function tracksOf(diagram: Diagram): Tracks {
  const { states, arrows } = diagram;
  const ordered = states.toSorted((a, b) => a.rank - b.rank || a.x - b.x).map(({ name }) => name);
  if (states.length <= FEW) return { main: ordered, side: [] };
  const [initial = ''] = ordered;
  const own = arrows.filter(({ to, moves }) => to !== CLOSED && moves.some(({ by }) => by === undefined));
  const ranks = reached(initial, own);
  const needed = [...ranks.keys()].filter((name) => isNeeded(name, initial, own, ranks));
  const deepest = Math.max(...needed.map((name) => ranks.get(name) ?? 0));
  const deaf = new Set(states.filter((state) => state.deaf).map(({ name }) => name));
  const ends = [...ranks.keys()].filter((name) => (ranks.get(name) ?? 0) > deepest && !deaf.has(name));
  const main = [...needed, ...ends].toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const side = ordered.filter((name) => name !== CLOSED && !main.includes(name));
  return { main: [...main, CLOSED], side: side.map((name) => ({ name, beside: entry(name, main, arrows) })) };
}
/** Steps from the beginning. */
function reached(
  initial: string,
  arrows: readonly DiagramArrow[],
  without = '',
): ReadonlyMap<string, number> {
  const ranks = new Map([[initial, 0]]);
  for (const from of ranks.keys())
    for (const arrow of arrows)
      if (arrow.from === from && arrow.to !== without && !ranks.has(arrow.to))
        ranks.set(arrow.to, (ranks.get(from) ?? 0) + 1);
  return ranks;
}
/** Is there a state one can only come to through this one? */
const isNeeded = (
  name: string,
  initial: string,
  arrows: readonly DiagramArrow[],
  all: ReadonlyMap<string, number>,
): boolean => name === initial || reached(initial, arrows, name).size < all.size - 1;

/** The last state of the main way from which one comes here, through others if need be. */
function entry(name: string, main: readonly string[], arrows: readonly DiagramArrow[]): string {
  const seen = new Set([name]);
  for (const to of seen) {
    const from = arrows.filter((arrow) => arrow.to === to).map((arrow) => arrow.from);
    const found = main.findLast((state) => from.includes(state));
    if (found !== undefined) return found;
    from.forEach((state) => seen.add(state));
  }
  return main[0] ?? '';
}
