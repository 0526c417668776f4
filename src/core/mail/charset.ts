// Octets to text by the name of a charset. Names and tables are WHATWG's, so us-ascii and iso-8859-1 are read as
// windows-1252: what old programs meant when they said so.
import { isAscii, toBytes, type Octets } from '../base/octets.ts';

/** WHATWG has these names for what it refuses to decode. */
const REFUSED = /^(?:replacement|hz-gb-2312|(?:cs)?iso-?2022-?(?:kr|cn(?:-ext)?))$/i;

/** Whether text in this charset can be read here. */
export const knowsCharset = (charset: string): boolean => decoderOf(charset) !== undefined;

/** undefined: nobody here reads this charset. Ill-formed octets become U+FFFD. */
export function decodeCharset(octets: Octets, charset: string): string | undefined {
  const decoder = decoderOf(charset);
  if (decoder?.encoding === 'windows-1252') return windows1252(octets);
  return decoder?.decode(toBytes(octets));
}
/** Text in any case: UTF-8 where it is well-formed, otherwise one character an octet. */
export const textOf = (octets: Octets): string => fromStrictUtf8(octets) ?? windows1252(octets);
export const isUtf8 = (octets: Octets): boolean => fromStrictUtf8(octets) !== undefined;

function fromStrictUtf8(octets: Octets): string | undefined {
  if (isAscii(octets)) return octets;
  try {
    return strict.decode(toBytes(octets));
  } catch {
    return undefined;
  }
}
const strict = new TextDecoder('utf-8', { fatal: true });

/** Octets 80 to 9f; the rest are their own code points. Some Nodes decode these as ISO 8859-1. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const windows1252 = (octets: Octets): string =>
  octets.replace(/[\x80-\x9f]/g, (octet) => C1.charAt(octet.charCodeAt(0) - 0x80));

interface Decoder {
  readonly encoding: string;
  decode(bytes: Uint8Array): string;
}
const decoders = new Map<string, Decoder | undefined>();
const MOST_NAMES = 256;

function decoderOf(charset: string): Decoder | undefined {
  const name = charset.toLowerCase();
  if (decoders.has(name)) return decoders.get(name);
  const decoder = REFUSED.test(name) ? undefined : madeFor(name);
  if (decoders.size < MOST_NAMES) decoders.set(name, decoder);
  return decoder;
}
function madeFor(name: string): Decoder | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined;
  }
}
