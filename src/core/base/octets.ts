/**
 * Octets are *binary strings*: one char per octet, 0..255. Immutable, comparable with ===, sliced and joined
 * without copying, searched natively, JSON-able. A Uint8Array is none of these, and it is mutable: it may not
 * live in an immutable world. The alias is not branded (joining two branded strings yields an unbranded one, so
 * every reply would need a cast); instead the two doors of the world, `type` and `transmit`, refuse a char above 255.
 */
export type Octets = string;
export const CRLF = '\r\n';

/**
 * A text joined from many lies in pieces, each of which holds on to what it was cut from. Read once it lies in one: what is kept
 * of a long text, or read again and again, should.
 */
export function inOnePiece(octets: Octets): Octets {
  octets.charCodeAt(0);
  return octets;
}

/** A line is looked through here at less than it costs to call upon an expression. */
const SHORT = 64;
export const isOctets = (text: string): boolean =>
  text.length > SHORT ? !/[^\0-\xff]/.test(text) : noneAbove(255, text);
function noneAbove(most: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > most) return false;
  return true;
}

export const fromBytes = (bytes: Uint8Array): Octets => {
  let out = '';
  // Spreading an array of numbers into the call takes ten times as long.
  for (let i = 0; i < bytes.length; i += 8192)
    out += Reflect.apply(String.fromCharCode, null, bytes.subarray(i, i + 8192));
  return out;
};

export const toBytes = (octets: Octets): Uint8Array => {
  const out = new Uint8Array(octets.length);
  for (let i = 0; i < octets.length; i++) out[i] = octets.charCodeAt(i);
  return out;
};

/** What a person typed, as UTF-8 octets (RFC 3629). */
export const utf8 = (text: string): Octets =>
  isAscii(text) ? text : fromBytes(new TextEncoder().encode(text));

/** What a person reads: octets as UTF-8, each ill-formed sequence shown as U+FFFD (RFC 3629 §3). */
export const fromUtf8 = (octets: Octets): string =>
  isAscii(octets) ? octets : new TextDecoder().decode(toBytes(octets));

/** Letters of ASCII in small: an octet above 127 is part of a letter, and has no case of its own. */
export const lowerAscii = (octets: Octets): Octets =>
  isAscii(octets) ? octets.toLowerCase() : octets.replaceAll(/[A-Z]+/g, (them) => them.toLowerCase());

/** The same in capitals: `ÿ` would become a character that is no octet, and `ß` two of them. */
export const upperAscii = (octets: Octets): Octets =>
  isAscii(octets) ? octets.toUpperCase() : octets.replaceAll(/[a-z]+/g, (them) => them.toUpperCase());

export const isAscii = (text: string): boolean =>
  text.length > SHORT ? !/[^\0-\x7f]/.test(text) : noneAbove(127, text);
