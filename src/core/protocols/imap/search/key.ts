// What SEARCH can ask of a message (RFC 9051 §6.4.4, RFC 5032, RFC 7162 §3.1.5, RFC 8474 §6, RFC 8514 §4.3). Texts are decoded already.
import type { SequenceSet } from '../grammar/sequence-set.ts';

/** Days since 1970: dates are compared without time and zone. */
export interface DateKey {
  readonly kind: 'date';
  readonly of: 'internal' | 'sent' | 'saved';
  readonly is: 'before' | 'on' | 'since';
  readonly day: number;
}
export type SearchKey =
  | { readonly kind: 'all' | 'recent' | 'saveDates' }
  /** `on`: it has this flag. */
  | { readonly kind: 'flag'; readonly flag: string; readonly on: boolean }
  /** `name` in lower case. */
  | { readonly kind: 'header'; readonly name: string; readonly text: string }
  | { readonly kind: 'body' | 'text'; readonly text: string }
  | DateKey
  | { readonly kind: 'larger' | 'smaller'; readonly octets: number }
  /** In seconds. */
  | { readonly kind: 'older' | 'younger'; readonly interval: number }
  | { readonly kind: 'numbers' | 'uids'; readonly set: SequenceSet }
  | { readonly kind: 'modseq'; readonly from: number }
  | { readonly kind: 'email' | 'thread'; readonly id: string }
  | { readonly kind: 'not'; readonly key: SearchKey }
  | { readonly kind: 'or' | 'and'; readonly keys: readonly SearchKey[] };

/** Whether a key is anywhere in it. */
export function mentions(key: SearchKey, kind: SearchKey['kind']): boolean {
  if (key.kind === kind) return true;
  if (key.kind === 'not') return mentions(key.key, kind);
  return 'keys' in key && key.keys.some((it) => mentions(it, kind));
}
