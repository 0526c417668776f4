// Strings of IMAP responses (RFC 9051 §4.3). Eight-bit text goes in a literal: revision 1 allows it nowhere else.
import { CRLF, type Octets } from '../base/octets.ts';

const UNQUOTABLE = /[\0\r\n\x80-\xff]/;
const UNPLAIN = /[\0\r\n\x80-\xff"\\]/;

/** A quoted string, or a literal where a quoted string may not be. NUL may be in neither and is left out. */
export function imapString(octets: Octets): Octets {
  if (!UNPLAIN.test(octets)) return `"${octets}"`;
  if (!UNQUOTABLE.test(octets)) return `"${octets.replace(/["\\]/g, '\\$&')}"`;
  const sent = octets.replaceAll('\0', '');
  return `{${sent.length}}${CRLF}${sent}`;
}
export const imapNstring = (octets: Octets | undefined): Octets =>
  octets === undefined ? 'NIL' : imapString(octets);
