// What the server has offered in its answer to EHLO.
import type { Reply } from './reply.ts';
import type { Sending } from './shape.ts';

export type Offers = Sending['session']['offers'];
/** Servers say the same to every letter: what some have said last is not read again. */
const known = new Map<string, Offers>();
const FEW = 64;
/** Of the lines of a reply to EHLO, all but the first (RFC 5321 §4.1.1.1). */
export function offersIn({ octets, lines }: Reply): Offers {
  const found = known.get(octets);
  if (found) return found;
  const offers = read(lines);
  if (known.size >= FEW) known.clear();
  known.set(octets, offers);
  return offers;
}
function read(lines: readonly string[]): Offers {
  const all: Record<string, readonly string[]> = {};
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const end = line.indexOf(' ');
    if (end < 0) all[line.toUpperCase()] = NONE;
    else all[line.slice(0, end).toUpperCase()] = line.slice(end + 1).split(' ');
  }
  return all;
}
const NONE: readonly string[] = [];
export const offers = (all: Offers, keyword: string): boolean => Object.hasOwn(all, keyword);
