// Where a rung of the ladder stands, and what it says: pure, and the same for everything that is drawn of it.
import type { Messages } from '../messages/en.ts';
import { shortened } from '../shell/words.ts';
import { noteOf } from './label.ts';
import { lettersIn, placed, type Lanes } from './lanes.ts';
import type { Row } from './rows.ts';

const ARROW = 36;
const MARK = 24;
// 0.6 of 11; where glyphs stand on whole pixels only, as on Linux, it is rounded up
const LETTER = 7;
export const rowHeight = (row: Row | undefined): number =>
  row?.kind === 'text' || row?.kind === 'dns'
    ? ARROW
    : row?.kind === 'record' || row?.kind === 'call'
      ? 32
      : MARK;

export type Tone = Row['voice'] | 'refusal' | 'soft' | 'tls';
export const toneOf = ({ kind, voice, refused, secure }: Row): Tone => {
  if (refused) return 'refusal';
  if (kind === 'knob') return 'soft';
  return kind === 'record' || (kind === 'break' && secure) ? 'tls' : voice;
};
export const colourOf = (row: Row): string => `var(--color-${toneOf(row)})`;
/** What lights a row up. */
export const glowOf = ({ kind, voice }: Row): Row['voice'] | 'knob' => (kind === 'knob' ? kind : voice);
/** Something crosses from lane to lane. */
export const isArrow = ({ kind }: Row): boolean =>
  kind === 'text' || kind === 'dns' || kind === 'record' || kind === 'call';
/** It is of no lane: a line from one edge to the other. */
export const isAcross = ({ kind }: Row): boolean => kind === 'wait' || kind === 'break' || kind === 'knob';
/** It carries no words of a protocol. */
export const isThin = ({ kind }: Row): boolean => kind !== 'text' && kind !== 'dns';
/** The lane it leaves, and the one it arrives at. */
export const endsOf = ({ from, to }: Row, { x, axis, width }: Lanes): readonly [number, number] => [
  x.get(from) ?? axis + 40,
  x.get(to) ?? width - 40,
];
/** The line an arrow is drawn about, in a row that begins at `top`. */
export const lineOf = (row: Row, top: number): number => top + rowHeight(row) - 14;

export interface Written {
  readonly note: string;
  readonly text: string;
  readonly folded: string;
  readonly x: number;
  readonly wide: number;
}
const lengthOf = (text: string): number => Array.from(text).length;
const kept = new WeakMap<
  Row,
  { readonly messages: Messages; readonly lanes: Lanes; readonly words: Written }
>();
/** What an arrow carries, over its middle: the whole width of the ladder is there for it, and the lanes give way. */
export function wordsOf(row: Row, messages: Messages, lanes: Lanes): Written {
  const known = kept.get(row);
  if (known?.messages === messages && known.lanes === lanes) return known.words;
  const folded = row.more > 0 ? ` ${messages.sequence.lines(row.more)}` : '';
  const said = noteOf(row, messages);
  const note = said && `${said} `;
  const text = shortened(row.text, lettersIn(lanes, LETTER) - note.length - lengthOf(folded));
  const wide = (note.length + lengthOf(text) + lengthOf(folded)) * LETTER;
  const [from, to] = endsOf(row, lanes);
  const words = { note, text, folded, x: placed((from + to) / 2, wide, lanes), wide };
  kept.set(row, { messages, lanes, words });
  return words;
}
