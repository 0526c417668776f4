// How room is divided between two panes.
import { recall } from './storage.ts';

export interface Division {
  /** Its size is remembered under this name. */
  readonly id: string;
  /** Of the first pane: rem, or per cent of both. */
  readonly unit: 'rem' | '%';
  readonly size: number;
  /** Rem; smaller than half of the first, it folds away. */
  readonly min: number;
  readonly minOther: number;
}
/**
 * The desk: the guide beside the work, in it the console beside the stage. On a projector the lab's own guide is folded away at first;
 * what an address names is read there, beside the console and one panel. What wants the room of the stage gets it.
 */
export const deskOf = (
  projector: boolean,
  path = '/',
): { readonly guide: Division; readonly console: Division } => {
  if (path === '/compare')
    return {
      guide: { id: 'guide-wide', unit: '%', size: 62, min: 14, minOther: 22 },
      console: { id: 'console-wide', unit: '%', size: 100, min: 16, minOther: 0 },
    };
  if (projector)
    return {
      guide:
        path === '/'
          ? { id: 'guide-projector', unit: 'rem', size: 0, min: 14, minOther: 30 }
          : { id: 'guide-projector-read', unit: 'rem', size: 19, min: 14, minOther: 30 },
      console: { id: 'console-projector', unit: '%', size: 52, min: 16, minOther: 14 },
    };
  return {
    // on a tablet held upright it gives way: beside a console the stage needs room for two machines and words between them
    guide: { id: 'guide', unit: 'rem', size: 19, min: 14, minOther: 37 },
    console: { id: 'console', unit: '%', size: 44.5, min: 16, minOther: 14 },
  };
};

export function remembered(id: string): number | undefined {
  const size = recall(`panes/${id}`);
  return typeof size === 'number' && size >= 0 && size < 1000 ? size : undefined;
}
/** The first pane's `flex-basis`. */
export const basisOf = ({ size, unit, min, minOther }: Omit<Division, 'id'>): string =>
  size === 0 ? '0px' : `clamp(${min}rem, ${size}${unit}, calc(100% - ${minOther}rem))`;
