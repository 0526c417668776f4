// What is drawn with the same pen is one path, however many arrows there are: a path for each is a style, a box and a picture each,
// and all of them are drawn anew at every leap in time.
import type { Messages } from '../messages/en.ts';
import type { Lanes } from './lanes.ts';
import type { Row } from './rows.ts';
import { colourOf, endsOf, isAcross, isArrow, isThin, lineOf, rowHeight, wordsOf } from './place.ts';

/** One path, and how it is drawn: filled where it has no width. */
export interface Stroke {
  readonly pen: string;
  readonly colour: string;
  readonly width: number;
  readonly dashed: boolean;
  /** It is no part of the life that is followed. */
  readonly aside: boolean;
  readonly d: string;
}
export interface Placed {
  readonly row: Row;
  readonly top: number;
}
/** In the order in which they lie over each other. */
export interface Ink {
  /** Behind the words, where the lanes give way, and behind the arrows of what is sealed. */
  readonly under: readonly Stroke[];
  readonly over: readonly Stroke[];
}
const HALO = 7;

export function inkOf(
  placed: readonly Placed[],
  lanes: Lanes,
  messages: Messages,
  isAside: (event: number) => boolean,
): Ink {
  const under = new Map<string, Stroke>();
  const over = new Map<string, Stroke>();
  for (const { row, top } of placed) {
    const aside = isAside(row.event);
    if (isAcross(row))
      draw(over, 'var(--color-line)', 1, true, aside, acrossOf(lanes, top + rowHeight(row) / 2));
    if (!isArrow(row)) continue;
    const y = lineOf(row, top);
    const width = isThin(row) ? 1.2 : 1.7;
    const [from, to] = endsOf(row, lanes);
    const [shaft, head] = arrowOf(from, to, y);
    const cross = row.refused ? crossOf((from + to) / 2, y) : '';
    const { x, wide } = wordsOf(row, messages, lanes);
    draw(under, 'var(--color-ground)', 0, false, aside, boxOf(x - wide / 2 - 2, y - 18, wide + 4));
    if (row.secure && !isThin(row)) draw(under, 'var(--color-tls)', HALO, false, aside, shaft);
    const dashed = row.kind === 'call';
    if (dashed) draw(over, colourOf(row), width, true, aside, shaft);
    draw(over, colourOf(row), width, false, aside, dashed ? cross + head : shaft + cross + head);
  }
  return { under: byWidth(under), over: byWidth(over) };
}
const byWidth = (strokes: ReadonlyMap<string, Stroke>): readonly Stroke[] =>
  [...strokes.values()].toSorted((a, b) => a.width - b.width);
function draw(
  strokes: Map<string, Stroke>,
  colour: string,
  width: number,
  dashed: boolean,
  aside: boolean,
  d: string,
): void {
  const pen = `${colour} ${width} ${dashed} ${aside}`;
  const before = strokes.get(pen)?.d ?? '';
  strokes.set(pen, { pen, colour, width, dashed, aside, d: before + d });
}
function arrowOf(x1: number, x2: number, y: number): readonly [shaft: string, head: string] {
  const way = Math.sign(x2 - x1) || 1;
  const from = x1 + way * 3;
  const to = x2 - way * 4;
  return [`M${from} ${y - 2}L${to} ${y + 5}`, `M${to - way * 7} ${y - 0.6}L${to} ${y + 5}l${-way * 6.6} 5`];
}
/** What was refused, one sees without its colour too. */
const crossOf = (x: number, y: number): string => `M${x - 4} ${y - 2.5}l8 8m0 -8l-8 8`;
const acrossOf = ({ axis, width }: Lanes, y: number): string => `M${axis + 8} ${y}H${width - 12}`;
const boxOf = (x: number, y: number, wide: number): string => `M${x} ${y}h${wide}v15h${-wide}z`;
