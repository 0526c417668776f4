import { RESOLVER } from '../../core/trace/dns.ts';
import type { SceneHost } from '../../core/trace/scene-types.ts';
import type { Row } from './rows.ts';

export interface Lanes {
  /** By host. */
  readonly x: ReadonlyMap<string, number>;
  /** Of the ladder: at least that of its panel. */
  readonly width: number;
  /** 0: no room for the time beside the lanes. */
  readonly axis: number;
}
const AXIS = 66;
/** The resolver answers in a word or two and is then not heard of for long: a narrow lane, on the side of those who ask. */
const ASIDE = 58;
const ROOMY = 236;
/** Closer than this two lanes cannot be told apart. */
const NARROW = 64;

export type Machine = Pick<SceneHost, 'id' | 'role'>;
/** One lane per machine that has met another: the resolver, then people, then servers, in the order of the world. */
export function lanesOf(hosts: readonly Machine[], rows: readonly Row[], width: number): Lanes {
  const met = new Set(rows.flatMap(({ from, to }) => [from, to]));
  met.delete('');
  const known = hosts
    .toSorted((a, b) => Number(a.role === 'server') - Number(b.role === 'server'))
    .map((h) => h.id);
  const resolver = met.delete(RESOLVER);
  const order = [...known.filter((id) => met.has(id)), ...[...met].filter((id) => !known.includes(id))];
  const axis = width >= ROOMY ? AXIS : 0;
  const first = axis ? 90 : 34;
  const from = resolver ? first + ASIDE : first;
  // with many machines the ladder is wider than its panel, and scrolls
  const to = Math.max(width - 42, from + (order.length - 1) * NARROW);
  const gap = order.length > 1 ? (to - from) / (order.length - 1) : 0;
  const lanes = order.map((host, i) => [host, from + i * gap] as const);
  return {
    x: new Map(resolver ? [[RESOLVER, first], ...lanes] : lanes),
    width: Math.max(width, to + 42),
    axis,
  };
}

/** What may stand beside the lane of either end; and what words may be wider than they are reckoned. */
const [BESIDE, WORDS] = [48, 14];
/**
 * How far a ladder that is wider than its view (`view`, from `now` on) is scrolled so that the words of a row are seen, and both its
 * ends, and who they are, beside the column of the times. What is narrower has the last word; of what has no room the middle is seen.
 */
export function scrolledTo(
  ends: readonly [number, number],
  { x, wide }: { readonly x: number; readonly wide: number },
  { axis }: Lanes,
  view: number,
  now: number,
): number {
  const half = wide / 2 + WORDS;
  return [[Math.min(...ends) - BESIDE, Math.max(...ends) + BESIDE] as const, [x - half, x + half] as const]
    .toSorted(([a, b], [c, d]) => d - c - b + a)
    .reduce((at, [left, right]) => {
      const [least, most] = [right - view, left - axis];
      return least > most ? (least + most) / 2 : Math.min(most, Math.max(least, at));
    }, now);
}

/** Where words stand: over the middle of their arrow, but never beyond the edges of the ladder. */
export function placed(middle: number, wide: number, { axis, width }: Lanes): number {
  const [left, right] = [axis + EDGE + wide / 2, width - EDGE - wide / 2];
  return left > right ? (axis + width) / 2 : Math.min(right, Math.max(left, middle));
}
/** Letters that fit beside the time, from one edge of the ladder to the other. */
export const lettersIn = ({ axis, width }: Lanes, letter: number): number =>
  Math.floor((width - axis - 2 * EDGE) / letter);
const EDGE = 6;
