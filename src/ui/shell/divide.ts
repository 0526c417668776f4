// How room is divided between two panes, and which of them is folded away.
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './storage.ts';

export type Pane = 'guide' | 'console' | 'stage' | 'network' | 'left' | 'right';
export interface Division {
  /** Its size is remembered under this name. */
  readonly id: string;
  /** Which may be folded away: the first, and the second. */
  readonly panes: readonly [Pane, Pane?];
  /** Of the first pane: rem, or per cent of both. */
  readonly unit: 'rem' | '%';
  /** 0: the first is folded away; `ALL` of both: the second is. */
  readonly size: number;
  /** Rem; smaller than half of it, a pane folds away. */
  readonly min: number;
  readonly minOther: number;
}
/** Rem: what is left of a pane that is folded away. Its name stands there. */
const RAIL = 1.75;
/** Per cent. */
export const ALL = 100;
const HALF = 50;

/**
 * The desk: the guide beside the work, in it the console beside the stage. On a projector the lab's own guide is folded away at first;
 * what an address names is read there, beside the console and one panel. What wants the room of the stage gets it.
 */
export const deskOf = (
  projector: boolean,
  path = '/',
): { readonly guide: Division; readonly console: Division } => {
  const guide = { panes: ['guide'], unit: 'rem', min: 14 } as const;
  const work = { panes: ['console', 'stage'], unit: '%', min: 16 } as const;
  if (path === '/compare') {
    const both: Division = { ...work, id: 'console-wide', size: ALL, minOther: 22 };
    // the stage is asked for all the same: then it has room
    const minOther = foldedIn(both) === 'stage' ? 22 : 37;
    return { guide: { ...guide, id: 'guide-wide', unit: '%', size: 62, minOther }, console: both };
  }
  if (projector)
    return {
      guide:
        path === '/'
          ? { ...guide, id: 'guide-projector', size: 0, minOther: 37 }
          : { ...guide, id: 'guide-projector-read', size: 19, minOther: 30 },
      console: { ...work, id: 'console-projector', size: 52, minOther: path === '/' ? 22 : 14 },
    };
  return {
    // on a tablet held upright it gives way: beside a console the stage needs room for two machines and words between them
    guide: { ...guide, id: 'guide', size: 19, minOther: 37 },
    console: { ...work, id: 'console', size: 44.5, minOther: 22 },
  };
};
/** Two panels of the stage. */
export const LOWER: Division = {
  id: 'lower',
  panes: ['left', 'right'],
  unit: '%',
  size: 53,
  min: 11,
  minOther: 11,
};

function remembered(id: string): number | undefined {
  const size = recall(`panes/${id}`);
  return typeof size === 'number' && size >= 0 && size < 1000 ? size : undefined;
}
export const sizes = createStore<Readonly<Record<string, number>>>(() => ({}));
/** The first pane's size now, in its unit. */
export const sizeOf = ({ id, size }: Division): number => sizes.getState()[id] ?? remembered(id) ?? size;
export function setSize(id: string, size: number): void {
  sizes.setState({ [id]: size });
  remember(`panes/${id}`, size);
  if (size > 0 && size < ALL) remember(`panes/${open(id)}`, size);
}
/** Its size with both panes in sight. */
const open = (id: string): string => `${id}/open`;
/** The pane that is folded away; undefined: none is. */
export const foldedIn = (division: Division, size = sizeOf(division)): Pane | undefined => {
  const [first, second] = division.panes;
  if (size === 0) return first;
  return division.unit === '%' && size >= ALL ? second : undefined;
};
/** As it was before, or is at first; where that is nothing, as small as it may be, or by halves. */
export const unfold = ({ id, unit, size, min }: Division): void => {
  const usual = size > 0 && size < ALL ? size : unit === 'rem' ? min : HALF;
  setSize(id, remembered(open(id)) ?? usual);
};

/** The first pane's `flex-basis`. */
export const basisOf = ({ size, unit, min, minOther }: Omit<Division, 'id' | 'panes'>): string => {
  if (size === 0) return `${RAIL}rem`;
  return unit === '%' && size >= ALL
    ? `calc(100% - ${RAIL}rem - 1px)`
    : `clamp(${min}rem, ${size}${unit}, calc(100% - ${minOther}rem))`;
};
