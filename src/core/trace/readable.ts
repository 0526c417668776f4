// What travels, as a person reads it.
import type { Octets } from '../base/octets.ts';
import { textOf } from '../mail/charset.ts';
import { decodedWords } from '../mail/words.ts';

/** Text as it was typed; where a header has encoded words (RFC 2047), and then as who wrote it meant it. */
export function readable(octets: Octets): string {
  const text = textOf(octets);
  return text.includes('=?') ? `${text} ${decodedWords(octets)}` : text;
}
