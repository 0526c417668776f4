// What the server has offered in its answer to EHLO.
import type { Sending } from './shape.ts';

export type Offers = Sending['session']['offers'];
/** Of the lines of a reply to EHLO, all but the first (RFC 5321 §4.1.1.1). */
export function offersIn(lines: readonly string[]): Offers {
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
