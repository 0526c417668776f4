// A small layered layout: the further from the beginning, the lower; within a layer near the states it is reached from.
// Deterministic, so that a lecturer's picture is the same every year.

export interface Placed {
  /** Centre. */
  readonly x: number;
  readonly y: number;
  /** Layer from the top, from 0. */
  readonly rank: number;
}
interface Arrow {
  readonly from: string;
  readonly to: string;
}
/** One state's box, and the room between two of them. */
export const BOX = { width: 168, height: 52, across: 56, down: 64 } as const;
const SWEEPS = 4;

/** Names in the order of their declaration; the last one goes below all others. */
export function layOut(
  names: readonly string[],
  arrows: readonly Arrow[],
  initial: string,
): { readonly places: ReadonlyMap<string, Placed>; readonly width: number; readonly height: number } {
  const ranks = ranksOf(names, arrows, initial);
  const layers: string[][] = [];
  for (const name of names) (layers[ranks.get(name) ?? 0] ??= []).push(name);
  const rows = untangled(
    layers.filter((layer) => layer.length > 0),
    arrows,
  );
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const width = widest * BOX.width + (widest - 1) * BOX.across;
  const places = new Map<string, Placed>();
  rows.forEach((row, rank) => {
    const taken = row.length * BOX.width + (row.length - 1) * BOX.across;
    row.forEach((name, i) => {
      const x = (width - taken) / 2 + BOX.width / 2 + i * (BOX.width + BOX.across);
      places.set(name, { x, y: BOX.height / 2 + rank * (BOX.height + BOX.down), rank });
    });
  });
  return { places, width, height: rows.length * BOX.height + (rows.length - 1) * BOX.down };
}
/** The fewest arrows from the beginning. */
function ranksOf(
  names: readonly string[],
  arrows: readonly Arrow[],
  initial: string,
): ReadonlyMap<string, number> {
  const last = names.at(-1) ?? initial;
  const ranks = new Map([[initial, 0]]);
  const queue = [initial];
  for (let from = queue.shift(); from !== undefined; from = queue.shift())
    for (const arrow of arrows)
      if (arrow.from === from && arrow.to !== last && !ranks.has(arrow.to)) {
        ranks.set(arrow.to, (ranks.get(from) ?? 0) + 1);
        queue.push(arrow.to);
      }
  const deepest = Math.max(0, ...ranks.values());
  for (const name of names) if (!ranks.has(name)) ranks.set(name, deepest + 1);
  return ranks;
}
/** Each layer ordered by the middle of its neighbours in the layer above; ties keep the order of the declaration. */
function untangled(
  layers: readonly (readonly string[])[],
  arrows: readonly Arrow[],
): readonly (readonly string[])[] {
  let rows = layers;
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    rows = rows.map((row, i) => {
      const above = rows[i - 1] ?? [];
      const middle = (name: string): number => {
        const near = arrows.filter((a) => a.to === name || a.from === name).flatMap((a) => [a.from, a.to]);
        const at = near.map((other) => above.indexOf(other)).filter((index) => index >= 0);
        return at.length === 0 ? row.indexOf(name) : at.reduce((sum, n) => sum + n, 0) / at.length;
      };
      return row.toSorted((a, b) => middle(a) - middle(b));
    });
  return rows;
}
