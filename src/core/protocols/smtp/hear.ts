import type { Octets } from '../../base/octets.ts';
import type { Heard } from '../../spec/heard.ts';

/** Octets of a command line, line end included (RFC 5321 §4.5.3.1.4). */
export const LINE = 512;
const sum = (...all: readonly number[]): number => all.reduce((a, b) => a + b, LINE);
/** Extensions ask for more, their space included. */
export const LONGER = {
  // SIZE, BODY, AUTH, SMTPUTF8 (RFC 1870 §3, 3030 §3, 4954 §3, 6531 §3.1), RET, ENVID (3461 §4.3, §4.4), BY, HOLDFOR or HOLDUNTIL,
  // MT-PRIORITY, REQUIRETLS (2852 §2, 4865 §3, 6710 §3, 8689 §2)
  MAIL: sum(26, 16, 500, 10, 9, 107, 17, 34, 15, 11),
  // NOTIFY, ORCPT (RFC 3461 §4.1, §4.2)
  RCPT: sum(29, 507),
};
const LIMITS: Readonly<Record<string, number>> = LONGER;
export const LONGEST = Math.max(...Object.values(LONGER));

/**
 * The verb is what stands before the first space; white space at the end of any line is tolerated (§4.1.1). A line feed within a line
 * belongs to no command.
 */
export function hear(text: Octets): Heard {
  const written = writtenTo(text);
  const space = text.indexOf(' ');
  const verbEnd = space < 0 || space > written ? written : space;
  const verb = text.slice(0, verbEnd).toUpperCase();
  const rest = Math.min(verbEnd + 1, text.length);
  const end = Math.max(rest, written);
  if (text.includes('\n')) return { tag: '', verb, rest, end, bad: 'badLine' };
  const long = text.length + 2 > LINE && text.length + 2 > (LIMITS[verb] ?? LINE);
  return long ? { tag: '', verb: '(line)', rest, end, bad: 'tooLong' } : { tag: '', verb, rest, end };
}
const [TAB, SPACE] = [9, 32];
/** (`trimEnd` would take half of an à away.) */
function writtenTo(text: Octets): number {
  let end = text.length;
  for (; end > 0; end--) {
    const last = text.charCodeAt(end - 1);
    if (last !== SPACE && last !== TAB) return end;
  }
  return 0;
}
