import { CRLF, type Octets } from '../../base/octets.ts';
import type { Said } from '../../wire/template.ts';

/** A status line; after `{*rows}` as many lines as there are, dot-stuffed, and the lone dot (RFC 1939 §3). */
export function encode({ rows, many }: Said, plainDots = false): Octets {
  const [status = '', ...body] = rows;
  const lines = plainDots ? body.map((row) => row + CRLF) : body.map(stuffed);
  return many ? `${status}${CRLF}${lines.join('')}.${CRLF}` : status + CRLF;
}
/** A row may be many lines. */
const stuffed = (row: Octets): Octets =>
  (row.startsWith('.') ? '.' : '') + (row.includes('\r\n.') ? row.replaceAll('\r\n.', '\r\n..') : row) + CRLF;
/** Without its last line end, which every row is given. */
export const withoutLast = (text: Octets): Octets =>
  text.endsWith(CRLF) ? text.slice(0, -CRLF.length) : text;
