// The letter on the wire.
import { CRLF, type Octets } from '../../../base/octets.ts';
import { octetsOf, sizeOf, type Body } from '../../../store/body.ts';

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
