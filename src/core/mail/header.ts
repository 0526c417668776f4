// Header fields as people read them.
import type { Octets } from '../base/octets.ts';
import { addressList } from './address-list.ts';
import { firstField, unfolded } from './fields.ts';
import { decodedWords } from './words.ts';

/** A field's unfolded body as text; '' when the letter's header has no such field. */
export const headerField = (letter: Octets, name: string): string => decodedWords(rawField(letter, name));

/** How a list names a sender: the display name, or the address where there is none (RFC 5322 §3.4). */
export function senderName(letter: Octets): string {
  const from = rawField(letter, 'From');
  const first = addressList(from)[0];
  if (!first) return decodedWords(from);
  const name = first.name ?? '';
  if (name !== '' || first.kind === 'group') return decodedWords(name);
  return decodedWords(first.domain === '' ? first.local : `${first.local}@${first.domain}`);
}

function rawField(letter: Octets, name: string): Octets {
  const field = firstField(letter, name.toLowerCase());
  return field ? unfolded(letter, field) : '';
}
