// What a rung says, to who sees it and to who hears it: pure, and known again when time comes back to it.
import { stateTitle } from '../machine/reader.ts';
import type { Messages } from '../messages/en.ts';
import { boxName, clockText, shortened } from '../shell/words.ts';
import { labelOf, noteOf } from './label.ts';
import type { Lanes } from './lanes.ts';
import {
  endsOf,
  isAcross,
  isArrow,
  isThin,
  rowHeight,
  toneOf,
  wordsOf,
  type Tone,
  type Written,
} from './place.ts';
import type { Row } from './rows.ts';

export interface Rung {
  readonly label: string;
  /** Empty where there is no room for it, or nothing crosses. */
  readonly time: string;
  /** Words of ours, then data, then what is folded away. */
  readonly note: string;
  readonly wire: string;
  readonly folded: string;
  /** Where the middle of its words is. */
  readonly x: number;
  /** How it looks, in classes: what it takes in height, and its words. */
  readonly kind: string;
  readonly look: string;
}
/** Everything that a rung is made of but its row. */
export interface Frame {
  readonly messages: Messages;
  readonly lanes: Lanes;
  readonly epoch: number;
}
const kept = new WeakMap<Row, { readonly frame: Frame; readonly rung: Rung }>();
/** `before`: the row above it that has a time. */
export function rungOf(row: Row, frame: Frame, before?: Row): Rung {
  const known = kept.get(row);
  if (known?.frame === frame) return known.rung;
  const rung = isArrow(row) ? arrowOf(row, frame, before) : markOf(row, frame);
  kept.set(row, { frame, rung });
  return rung;
}

// Heights as `rowHeight` has them; words stand 21 above the lower edge of an arrow's row.
const KINDS: Readonly<Record<number, string>> = {
  36: 'h-9 leading-[1.375rem]',
  32: 'h-8 leading-[0.875rem]',
  24: 'h-6',
};
const kindOf = (row: Row): string => KINDS[rowHeight(row)] ?? '';
// Where a minute begins its time is that of the day; its column has no room for the milliseconds as well.
function timeOf({ at }: Row, epoch: number, before: Row | undefined): string {
  const minute = (micros: number): number => Math.floor((epoch + micros / 1e6) / 60);
  const text = clockText(epoch, at);
  return before && minute(before.at) === minute(at) ? text.slice(6) : text.slice(0, 8);
}
function arrowOf(row: Row, { messages, lanes, epoch }: Frame, before: Row | undefined): Rung {
  const { note, text, folded, x } = wordsOf(row, messages, lanes);
  return {
    label: labelOf(row, messages),
    time: lanes.axis > 0 ? timeOf(row, epoch, before) : '',
    note,
    wire: text,
    folded,
    x,
    kind: kindOf(row),
    look: `mono ${row.refused ? 'text-refusal' : isThin(row) || row.text === '' ? 'text-soft' : 'text-text'}`,
  };
}

const CHIP = 'mt-[0.1875rem] inline-block h-[1.125rem] border bg-ground px-2 align-top leading-4';
const TONES: Readonly<Record<Tone, string>> = {
  client: 'text-client',
  server: 'text-server',
  tls: 'text-tls',
  refusal: 'text-refusal',
  soft: 'text-soft',
};
const LETTER = 6.1;
const EDGES = 18;
/** What a mark says, and where: at the lane of the one it is of. */
function chipOf(row: Row, messages: Messages, lanes: Lanes) {
  const text = shortened(markText(row, messages), 26);
  const wide = Array.from(text).length * LETTER + EDGES;
  const [, end] = endsOf(row, lanes);
  const half = wide / 2;
  const beside = Math.min(Math.max(lanes.axis + 4 + half, end), lanes.width - half - 4);
  return { text, wide, x: isAcross(row) ? (lanes.axis + lanes.width) / 2 : beside };
}
/** The words of a row, whatever they stand in. */
export const sayingOf = (row: Row, messages: Messages, lanes: Lanes): Pick<Written, 'x' | 'wide'> =>
  (isArrow(row) ? wordsOf : chipOf)(row, messages, lanes);
function markOf(row: Row, { messages, lanes }: Frame): Rung {
  const data = row.kind === 'store' || row.kind === 'deed';
  const { text, x } = chipOf(row, messages, lanes);
  return {
    label: labelOf(row, messages),
    time: '',
    note: data ? '' : text,
    wire: data ? text : '',
    folded: '',
    x,
    kind: kindOf(row),
    look: `${CHIP} ${data ? 'rounded-[0.25rem]' : 'rounded-full'} ${row.kind === 'wait' ? 'border-line text-time' : `border-current/70 ${TONES[toneOf(row)]}`}`,
  };
}
function markText(row: Row, messages: Messages): string {
  const words = noteOf(row, messages);
  if (row.kind === 'state') return messages.declared(stateTitle(row.what, row.text));
  if (row.kind === 'store') return `${boxName(row.text)} · ${words}`;
  return row.text !== '' && row.kind !== 'deed' ? row.text : words;
}
