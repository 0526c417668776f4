// The texts of a search as characters (RFC 9051 §6.4.4).
import type { Octets } from '../../../base/octets.ts';
import { decodeCharset, knowsCharset, textOf } from '../../../mail/charset.ts';
import type { SearchKey } from './key.ts';

export const badCharset = {
  badCharset: {
    to: 'same',
    says: 'NO [BADCHARSET (US-ASCII UTF-8 ISO-8859-1)] Nobody here can read {charset}',
    when: 'the texts are in a charset that is not known here',
    rfc: '9051#6.4.4',
  },
} as const;

/** Undefined: nobody here can read that charset. Unsaid it is UTF-8, as far as it can be. */
export function decodedKey(key: SearchKey, charset: Octets | undefined): SearchKey | undefined {
  if (charset !== undefined && !knowsCharset(charset)) return undefined;
  const text = (octets: Octets): string =>
    charset === undefined ? textOf(octets) : (decodeCharset(octets, charset) ?? octets);
  return withTexts(key, text);
}
function withTexts(key: SearchKey, text: (octets: Octets) => string): SearchKey {
  if ('text' in key) return { ...key, text: text(key.text) };
  if (key.kind === 'not') return { kind: 'not', key: withTexts(key.key, text) };
  return 'keys' in key ? { ...key, keys: key.keys.map((it) => withTexts(it, text)) } : key;
}
