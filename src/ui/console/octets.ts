// Octets as people read them, and back to where in the words an octet is.

const decoder = new TextDecoder();
const bytesOf = (octets: string): Uint8Array => Uint8Array.from(octets, (char) => char.charCodeAt(0));
const HIGH = /[^\0-\x7f]/;

/** As UTF-8; an ill-formed sequence shows as U+FFFD. */
export const wordsOf = (octets: string): string =>
  HIGH.test(octets) ? decoder.decode(bytesOf(octets)) : octets;

const PICTURES = 0x2400;
const pictureOf = (char: string): string => {
  const code = char.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
};
/** Control characters drawn, never obeyed: what a server says must not steer the terminal. */
export const drawn = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- drawing control characters takes naming them
  text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f]/g, pictureOf).replaceAll('\t', '    ');

/** How long text is in octets, as UTF-8. */
export const octetLength = (text: string): number =>
  HIGH.test(text) ? new TextEncoder().encode(text).length : text.length;
/** The offset in `text` of an octet of its UTF-8 form. */
export function offsetOf(text: string, octet: number): number {
  if (!HIGH.test(text)) return Math.min(octet, text.length);
  let octets = 0;
  let at = 0;
  for (const char of text) {
    if (octets >= octet) return at;
    octets += octetLength(char);
    at += char.length;
  }
  return text.length;
}
