// SASLprep (RFC 4013): the one form in which two spellings of a name or a password are compared.
import { fromUtf8, utf8, type Octets } from '../../base/octets.ts';
import { LEFT_TO_RIGHT, NOTHING, PROHIBITED, RIGHT_TO_LEFT, SPACES } from './stringprep.ts';
import { isUtf8 } from './utf8.ts';

/** Most names and passwords: they are as they should be. */
const PLAIN = /^[\x20-\x7e]+$/;

/** As a query (RFC 3454 §7); undefined: no UTF-8, a character that may not be, or nothing left. */
export function prepare(octets: Octets): Octets | undefined {
  if (PLAIN.test(octets)) return octets;
  if (!isUtf8(octets)) return undefined;
  const text = fromUtf8(octets).replaceAll(SPACES, ' ').replaceAll(NOTHING, '').normalize('NFKC');
  return text === '' || PROHIBITED.test(text) || !oneDirection(text) ? undefined : utf8(text);
}
/** RFC 3454 §6: what is written from right to left begins and ends so, with nothing from left to right in it. */
function oneDirection(text: string): boolean {
  if (!RIGHT_TO_LEFT.test(text)) return true;
  const letters = Array.from(text);
  return (
    !LEFT_TO_RIGHT.test(text) && [letters[0], letters.at(-1)].every((it) => RIGHT_TO_LEFT.test(it ?? ''))
  );
}
