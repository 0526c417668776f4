// When a letter came in, as its header says: what the last server wrote, else what its writer did.
import type { Octets } from '../../base/octets.ts';
import { parseDate } from '../../mail/date.ts';
import { fieldOf, headerOf, unfolded } from '../../mail/fields.ts';

/** Unix seconds; 0: it does not say. */
export function receivedAt(letter: Octets): number {
  const header = headerOf(letter);
  const received = fieldOf(header, 'received');
  const stamp = received && parseDate(unfolded(letter, received).split(';').at(-1) ?? '');
  if (stamp) return stamp.unix;
  const date = fieldOf(header, 'date');
  return (date && parseDate(unfolded(letter, date))?.unix) ?? 0;
}
