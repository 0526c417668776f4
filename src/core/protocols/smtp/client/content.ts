// The letter on the wire.
import { CRLF, type Octets } from '../../../base/octets.ts';
import type { Policy } from '../../../host/policy.ts';
import type { Job } from '../../../host/spool.ts';
import { sevenBit } from '../../../mail/seven-bit.ts';
import { octetsOf, sizeOf, type Body } from '../../../store/body.ts';
import { offers, type Offers } from './offers.ts';

/** The letter, for a server that takes only seven bits of each octet: it is written anew (RFC 6152 §3). */
export const isNarrow = ({ envelope: { given } }: Pick<Job, 'envelope'>, all: Offers): boolean =>
  given['BODY'] === '8BITMIME' && !offers(all, '8BITMIME');
/** What is sent of a letter; undefined: the server takes no octets above 127, and it cannot be written without them. */
export function bodyFor(
  { envelope, body }: Pick<Job, 'envelope' | 'body'>,
  all: Offers,
  { bareLf }: Pick<Policy, 'bareLf'>,
): Body | undefined {
  const lines = bareLf === 'passed' || envelope.given['BODY'] === 'BINARYMIME' ? body : mended(body);
  return isNarrow({ envelope }, all) ? sevenBit(octetsOf(lines)) : lines;
}
const BARE_LF = /(?<!\r)\n/g;
/** A line ends in CR LF wherever a letter goes (RFC 5321 §2.3.8). What was computed or filed has no other ends. */
const mended = (body: Body): Body =>
  typeof body === 'string' && hasBareLf(body) ? body.replace(BARE_LF, CRLF) : body;
/** Found from one LF to the next: the expression looks at every octet. */
function hasBareLf(text: Octets): boolean {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (text.charCodeAt(at - 1) !== CR) return true;
  return false;
}
const CR = 13;
/** Octets, the end of its last line included, dots not doubled (RFC 1870 §6). */
export const wireSize = (body: Body): number => sizeOf(body) + endFor(body).length;
const endFor = (body: Body): Octets => {
  const text = octetsOf(body);
  return text === '' || text.endsWith(CRLF) ? '' : CRLF;
};
/** Its last line is ended, and nothing else is done about it: a dot alone on a line ends it early. */
export const unstuffed = (body: Body): Octets => octetsOf(body) + endFor(body);
/** Lines that begin with a dot get another one, and the last line is ended (RFC 5321 §4.5.2, §4.1.1.4). */
export function stuffed(body: Body): Octets {
  const text = octetsOf(body);
  const lead = text.startsWith('.') ? '.' : '';
  return lead + (text.includes('\n.') ? text.replaceAll('\r\n.', '\r\n..') : text) + endFor(body);
}
