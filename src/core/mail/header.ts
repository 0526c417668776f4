// The few header fields a list of letters shows (RFC 5322 §2.2). Lenient: a letter is read as it is.
import { decode64 } from '../base/base64.ts';
import { fromUtf8, type Octets } from '../base/octets.ts';

/** A field's unfolded body as text; '' when the letter has no such field before its first empty line. */
export function headerField(letter: Octets, name: string): string {
  const end = letter.indexOf('\r\n\r\n');
  const head = end < 0 ? letter : letter.slice(0, end + 2);
  const wanted = `${name.toLowerCase()}:`;
  const lines = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n'); // RFC 5322 §2.2.3
  const line = lines.find((text) => text.toLowerCase().startsWith(wanted));
  return line === undefined ? '' : decodeWords(fromUtf8(line.slice(wanted.length).trim()));
}

const ENCODED_WORD = /=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^? ]*)\?=/gi;
/** RFC 2047 encoded words in UTF-8 or US-ASCII; others stay as they are. */
function decodeWords(text: string): string {
  const joined = text.replace(/(\?=)[ \t]+(?==\?)/g, '$1'); // §6.2: space between two of them is not shown
  return joined.replace(ENCODED_WORD, (word: string, charset: string, encoding: string, inside: string) => {
    if (!/^(?:utf-8|us-ascii)$/i.test(charset)) return word;
    const octets = encoding.toLowerCase() === 'b' ? decode64(inside) : decodeQ(inside);
    return octets === undefined ? word : fromUtf8(octets);
  });
}
const decodeQ = (inside: string): Octets =>
  inside
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** How a list names a sender: the display name, or the address where there is none (RFC 5322 §3.4). */
export function senderName(from: string): string {
  const named = /^\s*(?:"((?:[^"\\]|\\.)*)"|([^<"]*?))\s*<([^>]*)>/.exec(from);
  if (!named) return from;
  const quoted = named[1]?.replace(/\\(.)/g, '$1');
  return quoted || named[2] || named[3] || from;
}
