// What may be asked for when a mailbox is opened (RFC 7162 §3.1.8, §3.2.5).
import { no, refuse, type Cursor, type No } from '../../../spec/grammar.ts';
import { numberSet, type NumberSet } from '../../../store/number-set.ts';
import { found, markGroups, startsWith } from './cursor.ts';
import { has32Bits, has63Bits } from './numbers.ts';

export interface Resync {
  readonly uidValidity: number;
  readonly modseq: number;
  /** Undefined: every UID there was. */
  readonly known: NumberSet | undefined;
  /** Some message numbers and the UIDs the client believes they have. */
  readonly match: { readonly numbers: NumberSet; readonly uids: NumberSet } | undefined;
}
export interface SelectParameters {
  readonly condstore: boolean;
  readonly resync: Resync | undefined;
}
const NONE: SelectParameters = { condstore: false, resync: undefined };
const SET = /[1-9]\d{0,9}(?::[1-9]\d{0,9})?(?:,[1-9]\d{0,9}(?::[1-9]\d{0,9})?)*/.source;
const CONDSTORE = /(CONDSTORE)(?=[ )])/iy;
const QRESYNC = new RegExp(
  `(QRESYNC) \\(([1-9]\\d{0,9}) ([1-9]\\d{0,18})(?: (${SET}))?(?: \\((${SET}) (${SET})\\))?\\)(?=[ )])`,
  'iy',
);

const ROLES = ['parameter', 'uid-validity', 'mod-sequence', 'known-uids', 'message-numbers', 'uids'];

/** ` (CONDSTORE)`, ` (QRESYNC (1793696400 20 1:100))`. */
export function selectParameters(c: Cursor): SelectParameters | No {
  if (!startsWith(c, ' ')) return NONE;
  if (!startsWith(c, ' (')) return refuse(c, 'parameters in parentheses');
  const from = c.at;
  c.at += 2;
  let read = NONE;
  for (;;) {
    const next = parameter(c, read);
    if (next === no) {
      c.at = from;
      return refuse(c, 'CONDSTORE, or QRESYNC (<uidvalidity> <mod-sequence>)');
    }
    read = next;
    const end = c.text[c.at];
    c.at++;
    if (end === ')') return read;
  }
}
function parameter(c: Cursor, read: SelectParameters): SelectParameters | No {
  const condstore = found(c, CONDSTORE);
  const hit = condstore ?? found(c, QRESYNC);
  if (!hit || !areNumbers(hit)) return no;
  markGroups(c, hit, ROLES, condstore ? '7162#3.1.8' : '7162#3.2.5');
  c.at += hit[0].length;
  return condstore ? { ...read, condstore: true } : { ...read, resync: resyncOf(hit) };
}
/** All but the mod-sequence are nz-numbers (§7). */
const areNumbers = ([, , uidValidity, modseq = '', ...sets]: readonly (string | undefined)[]): boolean =>
  has63Bits(modseq) && [uidValidity, ...sets].every((it = '') => has32Bits(it));
const resyncOf = ([, , uidValidity, modseq, known, numbers, uids]: RegExpExecArray): Resync => ({
  uidValidity: Number(uidValidity),
  modseq: Number(modseq),
  known: known === undefined ? undefined : setFrom(known),
  match:
    numbers === undefined || uids === undefined
      ? undefined
      : { numbers: setFrom(numbers), uids: setFrom(uids) },
});
const setFrom = (text: string): NumberSet =>
  numberSet(
    text.split(',').map((range) => {
      const [from = '', to = from] = range.split(':');
      return [Number(from), Number(to)] as const;
    }),
  );
