// The drawing: one state under the other in the order a session meets them, arrows as arcs beside them. Forward on the right,
// back on the left; nothing overlaps, however narrow the panel. Of many states the less usual ones stand beside the others.
import type { Diagram, DiagramArrow } from '../../core/spec/describe.ts';
import { boxesIn, type Boxes } from './fit.ts';
import { tracksOf, type Tracks } from './tracks.ts';

export interface SpineState {
  readonly name: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly timed: boolean;
  /** Beside the way everybody goes. */
  readonly side: boolean;
}
export interface Arc {
  readonly arrow: DiagramArrow;
  readonly path: string;
  /** Where it arrives, and from which side. */
  readonly tip: { readonly x: number; readonly y: number; readonly side: 'left' | 'right' | 'top' };
  /** Drawn only where it begins or was taken: one of many alike. */
  readonly quiet: boolean;
}
export interface Spine {
  readonly states: readonly SpineState[];
  readonly arcs: readonly Arc[];
  readonly height: number;
}
/** Between a state and the next. */
const APART = { least: 12, most: 36 };
/** How far an arc stands out for each state it passes; where there is little room, for all of them. */
const BULGE = 9;
const LITTLE = 8;
const NARROW = 320;
const MARGIN = 14;
/** Beside the others: closer to each other, and apart from them. */
const SIDE = { gap: 4, away: { wide: 20, narrow: 12 } };

/** Some arrows are everybody's: losing the line, losing patience. They are drawn only where they start from now. */
const common = ({ to, moves }: DiagramArrow): boolean => to === 'closed' && !moves.some((m) => m.typed);

interface Frame {
  readonly left: number;
  readonly row: number;
  readonly away: number;
  readonly boxes: Boxes;
  readonly named: (name: string) => Pick<SpineState, 'name' | 'title' | 'timed'>;
}
/** `told`: what a state's title is called where it is read. */
export function spineOf(
  diagram: Diagram,
  width: number,
  height: number,
  told: (title: string) => string,
): Spine {
  const { arrows } = diagram;
  const tracks = tracksOf(diagram);
  const many = tracks.side.length > 0;
  const at = new Map(tracks.main.map((name, i) => [name, i]));
  const span = ({ from, to }: DiagramArrow): number => (at.get(to) ?? 0) - (at.get(from) ?? 0);
  const alone = arrows.filter(
    (a) => at.has(a.from) && at.has(a.to) && !common(a) && !(many && a.to === 'closed'),
  );
  const longest = (sign: 1 | -1): number => Math.max(0, ...alone.map((a) => span(a) * sign));
  const space = many && width < NARROW ? 'narrow' : 'wide';
  const bulge = space === 'narrow' ? LITTLE / Math.max(1, longest(-1)) : BULGE;
  const away = SIDE.away[space];
  const margin = MARGIN + longest(-1) * bulge;
  const right = many ? MARGIN / 2 : MARGIN + longest(1) * bulge;
  const inner = Math.max(90, width - margin - right);
  const named = namesOf(diagram);
  const titled = (name: string): string => told(named(name).title);
  const boxes = boxesIn(
    tracks.main.map(titled),
    tracks.side.map(({ name }) => titled(name)),
    many ? inner - away : inner,
  );
  const left = margin + Math.max(0, inner - boxes.main - (many ? away + boxes.side : 0)) / 2;
  const states = statesOf(tracks, { left, away, boxes, row: rowIn(height, tracks, boxes), named });
  const byName = new Map(states.map((state) => [state.name, state]));
  const arcs = arrows.flatMap((arrow): Arc[] => {
    const [from, to] = [byName.get(arrow.from), byName.get(arrow.to)];
    if (!from || !to) return [];
    const quiet = common(arrow) || (many && isOneOfMany(arrow, { from, to }, tracks));
    return [
      {
        ...(from.side || to.side
          ? across(from, to, away)
          : along(from, to, span(arrow), { bulge, away: many ? away : 0 })),
        arrow,
        quiet,
      },
    ];
  });
  return { states, arcs, height: Math.max(...states.map(({ y, h }) => y + h)) + 8 };
}
const namesOf =
  ({ states }: Diagram): Frame['named'] =>
  (name) => {
    const state = states.find((each) => each.name === name);
    return { name, title: state?.title ?? name, timed: state?.timed === true };
  };
/** From one state to the next: what the panel has, but those beside have to find room too. */
function rowIn(height: number, { main, side }: Tracks, { mainHeight, sideHeight }: Boxes): number {
  const needed = (side.length * (sideHeight + SIDE.gap) - mainHeight) / Math.max(1, main.length - 1);
  const fair = Math.max(mainHeight + APART.least, (height - 12) / main.length);
  return Math.max(needed, Math.min(mainHeight + APART.most, fair));
}
function statesOf({ main, side }: Tracks, { left, row, away, boxes, named }: Frame): readonly SpineState[] {
  const { mainHeight, sideHeight } = boxes;
  const x = left + boxes.main + away;
  let free = 8;
  const beside = side
    .map((each) => ({ ...each, y: 8 + main.indexOf(each.beside) * row }))
    .toSorted((a, b) => a.y - b.y)
    .map(({ name, y: wanted }): SpineState => {
      const y = Math.max(free, wanted - (sideHeight + SIDE.gap) / 2);
      free = y + sideHeight + SIDE.gap;
      return { ...named(name), x, y, w: boxes.side, h: sideHeight, side: true };
    });
  // what would hang below the last one moves up as far as those above let it
  let below = 8 + (main.length - 1) * row + mainHeight;
  for (let i = beside.length - 1; i >= 0; i--) {
    const state = beside[i];
    if (!state) continue;
    const y = Math.max(8, Math.min(state.y, below - sideHeight));
    beside[i] = { ...state, y };
    below = y - SIDE.gap;
  }
  return [
    ...main.map((name, i) => ({
      ...named(name),
      x: left,
      y: 8 + i * row,
      w: boxes.main,
      h: mainHeight,
      side: false,
    })),
    ...beside,
  ];
}
/** Among many states: every way out, and every way to and from what lies beside but the first. */
const isOneOfMany = (
  { to, from }: DiagramArrow,
  ends: { readonly from: SpineState; readonly to: SpineState },
  { side }: Tracks,
): boolean =>
  to === 'closed' ||
  ends.from.side ||
  (ends.to.side && side.find(({ name }) => name === to)?.beside !== from);

type Drawn = Pick<Arc, 'path' | 'tip'>;
function along(
  from: SpineState,
  to: SpineState,
  span: number,
  room: { readonly bulge: number; readonly away: number },
): Drawn {
  if (span === 1) {
    const x = from.x + from.w / 2;
    return { path: `M${x} ${from.y + from.h}V${to.y}`, tip: { x, y: to.y, side: 'top' } };
  }
  const forward = span > 0;
  const x = forward ? from.x + from.w : from.x;
  // leaving and arriving arcs keep apart: they leave low and arrive high, and the other way round on the way back
  const y1 = from.y + from.h * (forward ? 0.68 : 0.32);
  const y2 = to.y + to.h * (forward ? 0.32 : 0.68);
  // between the two tracks there is no room for more
  const bulge = forward && room.away > 0 ? room.away : 10 + Math.abs(span) * room.bulge * 1.3;
  const out = x + (forward ? bulge : -bulge);
  return {
    path: `M${x} ${y1}C${out} ${y1} ${out} ${y2} ${x} ${y2}`,
    tip: { x, y: y2, side: forward ? 'right' : 'left' },
  };
}
/** Between the two tracks, or within the one beside. */
function across(from: SpineState, to: SpineState, away: number): Drawn {
  const y1 = from.y + from.h / 2;
  const y2 = to.y + to.h / 2;
  if (from.side && to.side) {
    const out = from.x - away * 0.7;
    return {
      path: `M${from.x} ${y1}C${out} ${y1} ${out} ${y2} ${to.x} ${y2}`,
      tip: { x: to.x, y: y2, side: 'left' },
    };
  }
  const [x1, x2] = to.side ? [from.x + from.w, to.x] : [from.x, to.x + to.w];
  const middle = (x1 + x2) / 2;
  return {
    path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
    tip: { x: x2, y: y2, side: to.side ? 'left' : 'right' },
  };
}
/** An arrow's head at its tip. */
export function headOf({ x, y, side }: Arc['tip']): string {
  if (side === 'top') return `M${x - 4} ${y - 6.5} ${x} ${y}l4 -6.5`;
  const d = side === 'right' ? 1 : -1;
  return `M${x + d * 6.5} ${y - 4} ${x} ${y}l${d * 6.5} 4`;
}
