import { upperAscii, type Octets } from '../../base/octets.ts';
import type { Heard } from '../../spec/heard.ts';

/** Of a tag: what an astring may have, and no plus (RFC 9051 §9). */
// eslint-disable-next-line no-control-regex -- the standard names them: no tag has one
const TAG = /^[^(){ %*"\\+\x00-\x1f\x7f-\xff]+$/;

/**
 * The first word is the tag, whatever it looks like, and the second the verb: a line without a tag has its verb for one. UID is
 * half a verb.
 */
export function hear(text: Octets): Heard {
  const space = text.indexOf(' ');
  const tag = space < 0 ? text : text.slice(0, space);
  if (!TAG.test(tag)) return { tag: '*', verb: '', rest: text.length, bad: 'badLine' };
  if (space < 0) return { tag, verb: '', rest: text.length, bad: 'badLine' };
  if (hasBareLf(text)) return { tag, verb: '', rest: text.length, bad: 'badLine' };
  const from = space + 1;
  const first = wordEnd(text, from);
  const half = text.slice(from, first).toUpperCase() === 'UID' && first < text.length;
  const end = half ? wordEnd(text, first + 1) : first;
  const verb = upperAscii(text.slice(from, end));
  if (verb === '') return { tag, verb, rest: text.length, bad: 'badLine' };
  return { tag, verb, rest: Math.min(end + 1, text.length) };
}
function wordEnd(text: Octets, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space;
}
/** Of the first line alone: what follows may be a literal's. */
function hasBareLf(text: Octets): boolean {
  const lf = text.indexOf('\n');
  return lf >= 0 && !LITERAL.test(text.slice(0, lf + 1));
}
const LITERAL = /\{\d+\+?\}\r?\n$/;
