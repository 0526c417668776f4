// What the server has offered in its answer to EHLO.
import type { Sending } from './shape.ts';

export type Offers = Sending['session']['offers'];
/** Of the lines of a reply to EHLO, all but the first (RFC 5321 §4.1.1.1). */
export const offersIn = (lines: readonly string[]): Offers =>
  Object.fromEntries(
    lines.slice(1).map((line) => {
      const [keyword = '', ...parameters] = line.split(' ');
      return [keyword.toUpperCase(), parameters];
    }),
  );
export const offers = (all: Offers, keyword: string): boolean => Object.hasOwn(all, keyword);
