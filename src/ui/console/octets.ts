// Octets as people read them.

const decoder = new TextDecoder();
const bytesOf = (octets: string): Uint8Array => Uint8Array.from(octets, (char) => char.charCodeAt(0));
const HIGH = /[^\0-\x7f]/;

/** As UTF-8; an ill-formed sequence shows as U+FFFD. */
export const wordsOf = (octets: string): string =>
  HIGH.test(octets) ? decoder.decode(bytesOf(octets)) : octets;

/** As `cat -v` writes it: every face has these letters. */
const caret = (char: string): string => {
  const code = char.charCodeAt(0);
  return code < 0x80 ? `^${String.fromCharCode(code ^ 0x40)}` : '\ufffd';
};
/** Control characters written out, never obeyed: what a server says must not steer the terminal. */
export const drawn = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- writing control characters out takes naming them
  text.replace(/[\0-\x08\x0a-\x1f\x7f-\x9f]/g, caret).replaceAll('\t', '    ');
