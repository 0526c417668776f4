// Mailbox names between the wire, where revision 1 writes them in modified UTF-7 (RFC 3501 §5.1.3), and the store, which keeps UTF-8.
import { isAscii, type Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Namespace } from '../../store/naming.ts';
import { namingOf } from '../../store/tree.ts';
import { fromModifiedUtf7, toModifiedUtf7 } from '../../wire/modified-utf7.ts';
import { isUtf8 } from '../sasl/utf8.ts';
import { astringText } from './text.ts';

interface Speaking {
  readonly rev2: boolean;
  readonly swaps: boolean;
}
/** Undefined: no name is written so. */
export function nameFrom(octets: Octets, { rev2, swaps }: Speaking): Octets | undefined {
  const name = rev2 ? (isUtf8(octets) ? octets : undefined) : fromModifiedUtf7(octets);
  return name !== undefined && swaps ? swapped(name) : name;
}

/** As it is written, before any quotes. */
export function wireName(name: Octets, { rev2, swaps }: Speaking): Octets {
  const shown = swaps ? swapped(name) : name;
  return rev2 ? shown : toModifiedUtf7(shown);
}

export function nameText(name: Octets, speaking: Speaking): Octets {
  const written = wireName(name, speaking);
  return isAscii(written) ? astringText(written) : `"${written.replace(/["\\]/g, '\\$&')}"`;
}

/** What separates levels of such names, as this client sees them. */
export const delimiterOf = ({ delimiter }: Namespace, { swaps }: Pick<Speaking, 'swaps'>): string =>
  swaps ? swapped(delimiter) : delimiter;
export const prefixOf = ({ prefix }: Namespace, { swaps }: Pick<Speaking, 'swaps'>): Octets =>
  swaps ? swapped(prefix) : prefix;
/** Does this host separate levels otherwise than its store? Whatever is called `a.b` in a store of `/` is then called `a/b`. */
export const swapsLevels = ({ policy: { delimiter }, store }: Host): boolean =>
  delimiter !== 'stored' &&
  namingOf(store).some((it) => it.kind === 'personal' && it.delimiter !== delimiter);
const swapped = (name: Octets): Octets => name.replaceAll(/[./]/g, (it) => (it === '.' ? '/' : '.'));
