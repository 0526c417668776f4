// What a new mailbox is for: ` (USE (\Sent))` (RFC 6154 §3).
import { no, token, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { SPECIAL_USES, type SpecialUse } from '../../../store/mailbox.ts';
import { found, listOf, markGroups, startsWith, take } from './cursor.ts';

/** Any `"\" atom` may be asked for (§6, use-attr-ext): what is no use that is known here is refused, and is no error of syntax. */
export type WantedUse = SpecialUse | null;
const use: Grammar<WantedUse> = token(
  'use',
  // eslint-disable-next-line no-control-regex -- the standard names them
  /\\[^(){ %*"\\\]\x00-\x1f\x7f-\xff]+/,
  (text) => SPECIAL_USES.find((it) => it.toLowerCase() === text.toLowerCase()) ?? null,
  { rfc: '6154#2', expected: `one of ${SPECIAL_USES.join(' ')}` },
);
const uses = listOf(use, 0);
const USE = / \((USE) /iy;
/** Undefined: nothing is said of it. */
export function usesAfter(c: Cursor): readonly WantedUse[] | undefined | No {
  if (!startsWith(c, ' ')) return undefined;
  const hit = found(c, USE);
  if (!hit) return take(c, ' (USE ', '(USE (…))') === no ? no : undefined;
  markGroups(c, hit, ['parameter'], '6154#3');
  c.at += hit[0].length;
  const read = uses.read(c);
  return read === no || take(c, ')', ')') === no ? no : read;
}
