// What the server has offered in its answer to EHLO, and what a letter would need of it.
import type { Job } from '../../../host/spool.ts';
import { wireSize } from './content.ts';
import type { Sending } from './shape.ts';

type Offers = Sending['session']['offers'];
/** The parameters behind an extension's keyword; undefined: it is not offered (RFC 5321 §4.1.1.1). */
export function offered(offers: Offers, keyword: string): readonly string[] | undefined {
  const line = offers.find((it) => it.split(' ')[0]?.toUpperCase() === keyword);
  return line?.split(' ').slice(1);
}
export const offers = (all: Offers, keyword: string): boolean => offered(all, keyword) !== undefined;

/** Octets at most; Infinity: nobody said (RFC 1870 §4). */
function limitOf(all: Offers): number {
  const limit = Number(offered(all, 'SIZE')?.[0] ?? 0);
  return limit > 0 ? limit : Infinity;
}
/** Why this server can never take this letter, in a reply of our own; undefined: it can be asked. */
export function unfit({ body, envelope: { given } }: Job, all: Offers): string | undefined {
  const size = wireSize(body);
  if (size > limitOf(all))
    return `552 5.3.4 The letter has ${size} octets, and ${limitOf(all)} are taken there`;
  if (given['BODY'] === '8BITMIME' && !offers(all, '8BITMIME'))
    return '554 5.6.1 The letter has octets above 127, and they are not taken there';
  if (given['BODY'] === 'BINARYMIME' && !(offers(all, 'BINARYMIME') && offers(all, 'CHUNKING')))
    return '554 5.6.1 The letter is binary, and that is not taken there';
  if (given['SMTPUTF8'] === true && !offers(all, 'SMTPUTF8'))
    return '550 5.6.7 The letter has addresses beyond ASCII, and they are not taken there';
  return undefined;
}
