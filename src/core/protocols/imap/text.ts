// What a server writes: atoms where they will do, else quoted strings or literals (RFC 9051 §4).
import { CRLF, type Octets } from '../../base/octets.ts';
import { imapString } from '../../mail/imap-string.ts';

// eslint-disable-next-line no-control-regex -- the standard names them: no astring has one
const ASTRING = /^[^(){ %*"\\\x00-\x1f\x7f-\xff]+$/;
export const astringText = (octets: Octets): Octets =>
  ASTRING.test(octets) && octets.toUpperCase() !== 'NIL' ? octets : imapString(octets);

/** A literal may have no NUL (§4.3.1); another octet stands for it, so that the size stays what it was. */
export const literalText = (octets: Octets): Octets =>
  `{${octets.length}}${CRLF}${octets.includes('\0') ? octets.replaceAll('\0', '\x80') : octets}`;
export const nliteralText = (octets: Octets | undefined): Octets =>
  octets === undefined ? 'NIL' : literalText(octets);
export const untagged = (text: Octets): Octets => `* ${text}${CRLF}`;
