// Names that people take for the same. Letters keep their normal forms forever (Unicode Stability Policy); only characters that
// are no letters yet could tell an old browser from a new one.
import { fromUtf8, isAscii, isOctets, utf8, type Octets } from './octets.ts';

/** Without case; wide letters are plain ones (RFC 5895 §2). Of octets in UTF-8, or of text. */
export const foldedText = (text: Octets): string =>
  (isOctets(text) ? fromUtf8(text) : text).toLowerCase().normalize('NFKC');

/** Without case; letters and their marks put together (RFC 6530 §10.1). */
export const foldedName = (name: Octets): Octets =>
  isAscii(name) ? name.toLowerCase() : utf8(fromUtf8(name).toLowerCase().normalize('NFC'));
