// What a new mailbox is for: ` (USE (\Sent))` (RFC 6154 §3).
import { no, token, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { SPECIAL_USES, type SpecialUse } from '../../../store/mailbox.ts';
import { listOf, startsWith, take } from './cursor.ts';

const use: Grammar<SpecialUse> = token(
  'use',
  /\\[A-Za-z]+/,
  (text) => SPECIAL_USES.find((it) => it.toLowerCase() === text.toLowerCase()) ?? no,
  { rfc: '6154#2', expected: `one of ${SPECIAL_USES.join(' ')}` },
);
const uses = listOf(use, 0);
const USE = / \(USE /iy;
/** Undefined: nothing is said of it. */
export function usesAfter(c: Cursor): readonly SpecialUse[] | undefined | No {
  if (!startsWith(c, ' ')) return undefined;
  USE.lastIndex = c.at;
  if (!USE.test(c.text)) return take(c, ' (USE ', '(USE (…))') === no ? no : undefined;
  c.at = USE.lastIndex;
  const read = uses.read(c);
  return read === no || take(c, ')', ')') === no ? no : read;
}
