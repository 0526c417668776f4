// Mailbox names between the wire, where revision 1 writes them in modified UTF-7 (RFC 3501 §5.1.3), and the store, which keeps UTF-8.
import { isAscii, type Octets } from '../../base/octets.ts';
import { fromModifiedUtf7, toModifiedUtf7 } from '../../wire/modified-utf7.ts';
import { isUtf8 } from '../sasl/utf8.ts';
import { astringText } from './text.ts';

interface Speaking {
  readonly rev2: boolean;
}
/** Undefined: no name is written so. */
export const nameFrom = (octets: Octets, { rev2 }: Speaking): Octets | undefined =>
  rev2 ? (isUtf8(octets) ? octets : undefined) : fromModifiedUtf7(octets);

/** As it is written, before any quotes. */
export const wireName = (name: Octets, { rev2 }: Speaking): Octets => (rev2 ? name : toModifiedUtf7(name));

export function nameText(name: Octets, speaking: Speaking): Octets {
  const written = wireName(name, speaking);
  return isAscii(written) ? astringText(written) : `"${written.replace(/["\\]/g, '\\$&')}"`;
}
