// SEARCH, SORT and ESEARCH responses (RFC 3501 §7.2.5, RFC 9051 §7.3.4, RFC 5256 §4, RFC 7162 §3.1.6).
import type { Octets } from '../../../base/octets.ts';
import type { Row } from '../../../store/rows.ts';
import { untagged } from '../text.ts';
import type { ReturnOption } from './grammar.ts';

/** Numbers or UIDs, in the order in which they are told, and their rows. */
export interface Told {
  readonly names: readonly number[];
  readonly rows: readonly Row[];
}
export interface Telling {
  readonly tag: string;
  readonly uid: boolean;
  /** A mod-sequence was asked for, so the highest one is told. */
  readonly modseq: boolean;
}
const highest = (rows: readonly Row[]): number => rows.reduce((top, { modseq }) => Math.max(top, modseq), 0);

/** A line of numbers, as it always was. */
export function plainAnswer(word: 'SEARCH' | 'SORT', { names, rows }: Told, { modseq }: Telling): Octets {
  const end = modseq && rows.length > 0 ? ` (MODSEQ ${highest(rows)})` : '';
  return untagged(`${word}${names.length === 0 ? '' : ` ${names.join(' ')}`}${end}`);
}
/** '' where nothing is told: SAVE alone (RFC 5182 §2.1). No options are ALL. */
export function extendedAnswer(
  { names, rows }: Told,
  returns: readonly ReturnOption[],
  { tag, uid, modseq }: Telling,
): Octets {
  if (returns.length === 1 && returns[0] === 'SAVE') return '';
  const wants = (option: ReturnOption): boolean =>
    returns.includes(option) || (option === 'ALL' && returns.length === 0);
  const some = names.length > 0;
  const parts = [
    `ESEARCH (TAG "${tag}")`,
    ...(uid ? ['UID'] : []),
    ...(some && wants('MIN') ? [`MIN ${names[0] ?? ''}`] : []),
    ...(some && wants('MAX') ? [`MAX ${names.at(-1) ?? ''}`] : []),
    ...(wants('COUNT') ? [`COUNT ${names.length}`] : []),
    ...(some && wants('ALL') ? [`ALL ${inOrder(names)}`] : []),
    ...(some && modseq ? [`MODSEQ ${highest(rows)}`] : []),
  ];
  return untagged(parts.join(' '));
}
/** As a sequence-set that keeps the order: only what ascends one by one becomes a range (RFC 5267 §3.2). */
function inOrder(names: readonly number[]): Octets {
  let out = '';
  for (let i = 0; i < names.length; i++) {
    const from = names[i] ?? 0;
    while ((names[i + 1] ?? 0) === (names[i] ?? 0) + 1) i++;
    const to = names[i] ?? 0;
    out += `${out === '' ? '' : ','}${from === to ? from : `${from}:${to}`}`;
  }
  return out;
}
