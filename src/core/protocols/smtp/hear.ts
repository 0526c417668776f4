import type { Octets } from '../../base/octets.ts';
import type { Heard } from '../../spec/protocol.ts';

/** Octets of a command line, line end included (RFC 5321 §4.5.3.1.4). */
export const LINE = 512;
/** Extensions ask for more: SIZE 26, BODY 16, AUTH 500, SMTPUTF8 10 octets (RFC 1870 §3, 3030 §3, 4954 §3, 6531 §3.4). */
const LONGER: Readonly<Record<string, number>> = { MAIL: LINE + 26 + 16 + 500 + 10 };
export const LONGEST = Math.max(...Object.values(LONGER));

/** The verb is what stands before the first space (§4.1.1). A line feed within a line belongs to no command. */
export function hear(text: Octets): Heard {
  const space = text.indexOf(' ');
  const end = space < 0 ? text.length : space;
  const verb = text.slice(0, end).toUpperCase();
  const rest = Math.min(end + 1, text.length);
  if (text.includes('\n')) return { tag: '', verb, rest, bad: 'badLine' };
  const long = text.length + 2 > LINE && text.length + 2 > (LONGER[verb] ?? LINE);
  return long ? { tag: '', verb: '(line)', rest, bad: 'tooLong' } : { tag: '', verb, rest };
}
