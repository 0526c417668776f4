// What may be said besides of FETCH and STORE, in parentheses (RFC 4466 §2.4, §2.5; RFC 7162 §7).
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, markGroups, startsWith } from './cursor.ts';
import { has63Bits } from './numbers.ts';

export interface FetchModifiers {
  /** Only what has changed since. */
  readonly changedSince: number | undefined;
  /** And what is gone since. */
  readonly vanished: boolean;
}
const SINCE =
  / \((?:(CHANGEDSINCE) ([1-9]\d{0,18})|(VANISHED))(?: (?:(CHANGEDSINCE) ([1-9]\d{0,18})|(VANISHED)))?\)/iy;
const SINCE_ROLES = ['modifier', 'mod-sequence', 'modifier', 'modifier', 'mod-sequence', 'modifier'];
const NONE: FetchModifiers = { changedSince: undefined, vanished: false };

export function fetchModifiers(c: Cursor): FetchModifiers | No {
  if (!startsWith(c, ' (')) return NONE;
  const hit = found(c, SINCE);
  const since = hit?.[2] ?? hit?.[5];
  if (!hit || !has63Bits(since ?? '')) return refuse(c, '(CHANGEDSINCE <mod-sequence>)');
  markGroups(c, hit, SINCE_ROLES, '7162#3.1.4');
  c.at += hit[0].length;
  return {
    changedSince: since === undefined ? undefined : Number(since),
    vanished: /VANISHED/i.test(hit[0]),
  };
}
const UNCHANGED = /\((UNCHANGEDSINCE) (0|[1-9]\d{0,18})\) /iy;
/** `(UNCHANGEDSINCE n) ` before the flags; undefined: nothing is said. */
export function unchangedSince(c: Cursor): number | undefined | No {
  if (!startsWith(c, '(')) return undefined;
  const hit = found(c, UNCHANGED);
  const digits = hit?.[2] ?? '';
  if (!hit || !has63Bits(digits)) return refuse(c, '(UNCHANGEDSINCE <mod-sequence>)');
  markGroups(c, hit, ['modifier', 'mod-sequence'], '7162#3.1.3');
  c.at += hit[0].length;
  return Number(digits);
}
/** One thing and, without a space of its own between, what modifies it. */
export const joined = <A, B, T>(
  first: Grammar<A>,
  then: (c: Cursor) => B | No,
  both: (a: A, b: B) => T,
): Grammar<T> => ({
  ...first,
  read(c) {
    const a = first.read(c);
    const b = a === no ? no : then(c);
    return a === no || b === no ? no : both(a, b);
  },
});
