// Who sits at a console, by its name.
import type { ConsoleId } from '../../base/ids.ts';

/** `you@client` sits at client; whoever is at `bob-laptop` is bob; `/2` is a second console of the same person. */
export function personAt(id: ConsoleId, hostName: string): string {
  const [seat = ''] = id.split('/');
  return seat.includes('@') ? seat : `${userOf(id)}@${hostName.split('.')[0] ?? ''}`;
}
export const userOf = (id: ConsoleId): string => id.split(/[@/-]/)[0] ?? '';
