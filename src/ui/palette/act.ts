import { paletteWords } from '../messages/palette.ts';
import { part } from '../messages/part.ts';

export const words = part(paletteWords, 'palette');

/** One thing that can be done, and how it is found. */
export interface Act {
  readonly id: string;
  readonly group: keyof typeof words.groups;
  readonly title: string;
  /** Looked for beside the title: what it is about. */
  readonly about?: string;
  /** Looked for too, and not shown: words others have for it. */
  readonly also?: string;
  /** Keys that do the same. */
  readonly shown?: readonly string[];
  /** Wire text and names: never translated. */
  readonly wire?: boolean;
  readonly run: () => void;
}
