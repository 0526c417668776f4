// Where a connection runs between two machines, and where what flies on it is. Units are sixteenths of a rem.
import type { Place, Point } from './layout.ts';

export interface Line {
  readonly from: Point;
  readonly to: Point;
  /** It is bent towards there: two machines that stand one above the other have their words beside them. */
  readonly via?: Point;
}
/** The same line, from its other end. */
export const turned = ({ from, to, ...bent }: Line): Line => ({ from: to, to: from, ...bent });
/** How far a line between two of one column is bent. */
export const BEND = 150;
const middle = ({ y, h }: Place): number => y + h / 2;
/** From the facing edge of one machine to that of another; `lane` keeps several connections apart. */
export function lineBetween(a: Place, b: Place, lane = 0): Line {
  const leftward = b.x + b.w / 2 < a.x + a.w / 2;
  // aimed at the middle, but never outside the card it ends at
  const clamp = (place: Place, y: number): number =>
    Math.min(place.y + place.h - 10, Math.max(place.y + 10, y));
  const y1 = clamp(a, middle(a) + lane);
  const y2 = clamp(b, middle(b) + lane + (middle(a) - middle(b)) * 0.25);
  if (Math.abs(a.x - b.x) < a.w) {
    const right = a.x < a.w; // the first column has room on its right, the last one on its left
    const [x1, x2] = right ? [a.x + a.w, b.x + b.w] : [a.x, b.x];
    const x = right ? Math.max(x1, x2) + BEND : Math.min(x1, x2) - BEND;
    return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, via: { x, y: (y1 + y2) / 2 } };
  }
  return {
    from: { x: leftward ? a.x : a.x + a.w, y: y1 },
    to: { x: leftward ? b.x + b.w : b.x, y: y2 },
  };
}
/** Slow, fast, slow; half-way at one half. */
export const eased = (t: number): number => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t));
/** `inset`: how far from both ends it turns up and goes, so that a wide capsule does not hide a machine; `most`: of the way. */
export const along = ({ from, to, via }: Line, progress: number, inset = 0, most = 0.24): Point => {
  const length = via ? 2 * BEND : Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const edge = Math.min(inset, length * most) / length;
  const t = edge + eased(progress) * (1 - 2 * edge);
  const straight = { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  if (!via) return straight;
  const bent = (p: number, q: number, r: number): number =>
    (1 - t) * (1 - t) * p + 2 * t * (1 - t) * q + t * t * r;
  return { x: bent(from.x, via.x, to.x), y: bent(from.y, via.y, to.y) };
};
/** Out of one machine and into the other: it grows and shrinks at the doors. */
const swell = (t: number): number => Math.min(1, 0.55 + Math.min(t, 1 - t) * 4.5);
/** Where a capsule of that width is, and how large. Where time stands, as before a reply that is held, it is to be read. */
export const flownAt = (
  line: Line,
  progress: number,
  width: number,
  still: boolean,
): Point & { readonly size: number } =>
  still
    ? { ...along(line, progress, width / 2 + CLEAR, 0.5), size: 1 }
    : { ...along(line, progress, width / 2), size: swell(progress) };
const CLEAR = 4;
/** How far apart two connections between the same machines run. */
export const LANE = 14;
/** How wide a capsule may be, so that what stands half-way hides neither machine. */
export const roomOf = ({ from, to, via }: Line): number =>
  (via ? BEND : Math.abs(to.x - from.x)) - 2 * (CLEAR + 2);
