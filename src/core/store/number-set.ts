// Sets of message numbers or UIDs as a protocol writes them: ranges, ascending, with gaps between (RFC 9051 §9, sequence-set).
// A range costs the same whether it holds one number or four billion.

/** Both ends are in it. */
export type NumberRange = readonly [from: number, to: number];
/** Ascending; no two ranges touch. */
export type NumberSet = readonly NumberRange[];
export const EVERY_NUMBER: NumberSet = [[1, Infinity]];

/** From ranges in any order, either way round, that may overlap. */
export function numberSet(ranges: readonly NumberRange[]): NumberSet {
  const sorted = ranges
    .map(([a, b]): NumberRange => (a <= b ? [a, b] : [b, a]))
    .toSorted((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
/** From ascending numbers; a number that does not ascend is left out. */
export function setOf(numbers: readonly number[]): NumberSet {
  const out: [number, number][] = [];
  for (const n of numbers) {
    const last = out.at(-1);
    if (!last || n > last[1] + 1) out.push([n, n]);
    else last[1] = Math.max(last[1], n);
  }
  return out;
}
export const union = (a: NumberSet, b: NumberSet): NumberSet =>
  a.length === 0 ? b : b.length === 0 ? a : numberSet([...a, ...b]);

export function intersection(a: NumberSet, b: NumberSet): NumberSet {
  const out: NumberRange[] = [];
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x && y; [x, y] = [a[i], b[j]]) {
    const from = Math.max(x[0], y[0]);
    const to = Math.min(x[1], y[1]);
    if (from <= to) out.push([from, to]);
    if (x[1] < y[1]) i++;
    else j++;
  }
  return out;
}
/** What is in the first and not in the second. */
export function difference(a: NumberSet, b: NumberSet): NumberSet {
  const out: NumberRange[] = [];
  let j = 0;
  for (const [low, high] of a) {
    let from = low;
    while ((b[j]?.[1] ?? Infinity) < from) j++;
    for (let i = j; from <= high; i++) {
      const [start, end] = b[i] ?? [Infinity, Infinity];
      if (start > from) out.push([from, Math.min(high, start - 1)]);
      from = Math.max(from, end + 1);
    }
  }
  return out;
}
export function includes(set: NumberSet, n: number): boolean {
  let [low, high] = [0, set.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = set[middle] ?? [0, 0];
    if (n < from) high = middle - 1;
    else if (n > to) low = middle + 1;
    else return true;
  }
  return false;
}
export const countOf = (set: NumberSet): number => set.reduce((sum, [from, to]) => sum + to - from + 1, 0);

/** One by one: only of a set that is known to be small enough. */
export function numbersIn(set: NumberSet): readonly number[] {
  const out: number[] = [];
  for (const [from, to] of set) for (let n = from; n <= to; n++) out.push(n);
  return out;
}
/** `1,3:5`; '' is the empty set, for which no grammar has a word. */
export const writtenSet = (set: NumberSet): string =>
  set.map(([from, to]) => (from === to ? String(from) : `${from}:${to}`)).join(',');
