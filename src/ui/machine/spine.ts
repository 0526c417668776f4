// The drawing: one state under the other in the order a session meets them, arrows as arcs beside them. Forward on the right,
// back on the left; nothing overlaps, however narrow the panel.
import type { Diagram, DiagramArrow } from '../../core/spec/describe.ts';

export interface SpineState {
  readonly name: string;
  readonly title: string;
  readonly y: number;
  readonly timed: boolean;
}
export interface Arc {
  readonly arrow: DiagramArrow;
  readonly path: string;
  /** Where it arrives, and from which side. */
  readonly tip: { readonly x: number; readonly y: number; readonly side: 'left' | 'right' | 'top' };
}
export interface Spine {
  readonly states: readonly SpineState[];
  readonly arcs: readonly Arc[];
  readonly left: number;
  readonly width: number;
  readonly row: number;
  readonly height: number;
}
export const STATE_H = 38;
const ROW = { least: 50, most: 74 };
const BULGE = 9;

/** Some arrows are everybody's: losing the line, losing patience. They are drawn only where they start from now. */
export const common = ({ to, moves }: DiagramArrow): boolean =>
  to === 'closed' && !moves.some((m) => m.typed);

export function spineOf({ states, arrows }: Diagram, width: number, height: number): Spine {
  const ordered = states.toSorted((a, b) => a.rank - b.rank || a.x - b.x);
  const at = new Map(ordered.map(({ name }, i) => [name, i]));
  const row = Math.min(ROW.most, Math.max(ROW.least, (height - 12) / ordered.length));
  const span = ({ from, to }: DiagramArrow): number => (at.get(to) ?? 0) - (at.get(from) ?? 0);
  const longest = (sign: 1 | -1): number =>
    Math.max(0, ...arrows.filter((a) => !common(a)).map((a) => span(a) * sign));
  const left = 14 + longest(-1) * BULGE;
  const right = 14 + longest(1) * BULGE;
  const inner = Math.max(90, width - left - right);
  const y = (name: string): number => 8 + (at.get(name) ?? 0) * row;
  return {
    states: ordered.map(({ name, title, timed }) => ({ name, title, timed, y: y(name) })),
    arcs: arrows.map((arrow) => arcOf(arrow, span(arrow), { y, left, right: left + inner })),
    left,
    width: inner,
    row,
    height: ordered.length * row + 8,
  };
}
interface Frame {
  readonly y: (name: string) => number;
  readonly left: number;
  readonly right: number;
}
function arcOf(arrow: DiagramArrow, span: number, { y, left, right }: Frame): Arc {
  const from = y(arrow.from);
  const to = y(arrow.to);
  if (span === 1) {
    const x = (left + right) / 2;
    return { arrow, path: `M${x} ${from + STATE_H}V${to}`, tip: { x, y: to, side: 'top' } };
  }
  const forward = span > 0;
  const x = forward ? right : left;
  // leaving and arriving arcs keep apart: they leave low and arrive high, and the other way round on the way back
  const y1 = from + STATE_H * (forward ? 0.68 : 0.32);
  const y2 = to + STATE_H * (forward ? 0.32 : 0.68);
  const out = x + (forward ? 1 : -1) * (10 + Math.abs(span) * BULGE * 1.3);
  return {
    arrow,
    path: `M${x} ${y1}C${out} ${y1} ${out} ${y2} ${x} ${y2}`,
    tip: { x, y: y2, side: forward ? 'right' : 'left' },
  };
}
/** An arrow's head at its tip. */
export function headOf({ x, y, side }: Arc['tip']): string {
  if (side === 'top') return `M${x - 4} ${y - 6.5} ${x} ${y}l4 -6.5`;
  const d = side === 'right' ? 1 : -1;
  return `M${x + d * 6.5} ${y - 4} ${x} ${y}l${d * 6.5} 4`;
}
