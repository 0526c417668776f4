// Content-Transfer-Encoding, undone (RFC 2045 §6). Lenient: what is not of the encoding is passed over.
import { fromBytes, type Octets } from '../base/octets.ts';

/** undefined: nobody knows this encoding (IMAP: UNKNOWN-CTE). */
export function decodeTransfer(octets: Octets, encoding: Octets): Octets | undefined {
  switch (encoding.toUpperCase()) {
    case '7BIT':
    case '8BIT':
    case 'BINARY':
      return octets;
    case 'BASE64':
      return decodeBase64(octets);
    case 'QUOTED-PRINTABLE':
      return decodeQuotedPrintable(octets);
    default:
      return undefined;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Other characters are ignored (RFC 2045 §6.8); padding ends a group, and another group may follow. */
export function decodeBase64(octets: Octets): Octets {
  const bytes = new Uint8Array(Math.ceil((octets.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (let at = 0; at < octets.length; at++) {
    const code = octets.charCodeAt(at);
    const value = VALUES[code] ?? -1;
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffffff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes[length++] = (bits >> held) & 255;
      }
    } else if (code === 61) held = 0;
  }
  return fromBytes(bytes.subarray(0, length));
}

export const decodeQuotedPrintable = (octets: Octets): Octets => octets.split('\n').map(quotedLine).join('');

/** One line without its LF: white space at its end is not data, and a last `=` takes the line end with it (§6.7). */
function quotedLine(line: Octets, index: number, all: readonly Octets[]): Octets {
  const last = index === all.length - 1;
  let end = line.length;
  const crlf = !last && line[end - 1] === '\r';
  if (crlf) end--;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
  const soft = line[end - 1] === '=';
  return hexed(line.slice(0, soft ? end - 1 : end)) + (soft || last ? '' : crlf ? '\r\n' : '\n');
}
const hexed = (text: Octets): Octets =>
  text.includes('=')
    ? text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The Q encoding of header fields (RFC 2047 §4.2). */
export const decodeQ = (text: Octets): Octets => hexed(text.replaceAll('_', ' '));
