// Letters whose header is in UTF-8 (RFC 6532): only for a client that has said UTF8.
import { CRLF, isAscii, type Octets } from '../../base/octets.ts';
import { headOf } from '../../store/body.ts';
import type { Row } from '../../store/rows.ts';
import { isUtf8 } from '../sasl/utf8.ts';
import type { Pop3 } from './shape.ts';

/** For whichever command would send such a letter. */
export const beyondAscii = {
  utf8: {
    to: 'same',
    says: '-ERR [UTF8] The header of message {message} is in UTF-8; say UTF8 before the login to read it',
    when: 'the letter has a header in UTF-8, and UTF8 was not said',
    rfc: '6856#5',
  },
} as const;

const headerOf = (text: Octets): Octets => {
  const end = text.startsWith(CRLF) ? 0 : text.indexOf('\r\n\r\n');
  return end < 0 ? text : text.slice(0, end);
};
/** Octets that are no UTF-8 are nobody's letters: they go out as they are, as they always did. */
export function isBeyond({ utf8 }: Pop3['session'], { body }: Row): boolean {
  if (utf8) return false;
  const header = headerOf(headOf(body));
  return !isAscii(header) && isUtf8(header);
}
