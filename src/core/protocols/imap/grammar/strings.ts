// Strings as a client writes them: atoms, quoted strings, literals (RFC 9051 §4, §9). The framing has counted literals already.
import type { Octets } from '../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { isUtf8 } from '../../sasl/utf8.ts';
import { found } from './cursor.ts';

/* eslint-disable no-control-regex -- the standard names them */
const ATOM = /[^(){ %*"\\\]\x00-\x1f\x7f-\xff]+/y;
const ASTRING = /[^(){ %*"\\\x00-\x1f\x7f-\xff]+/y;
/** In UTF-8 it may have any letter: revision 2 wants that (§4.3). */
const QUOTED = /"((?:[^"\\\r\n\0]|\\["\\])*)"/y;
const LITERAL = /\{(\d{1,15})\+?\}\r?\n/y;
/* eslint-enable no-control-regex */

function quoted(c: Cursor): Octets | No {
  const hit = found(c, QUOTED);
  const text = hit?.[1];
  if (!hit || text === undefined || !isUtf8(text)) return no;
  c.at += hit[0].length;
  return text.includes('\\') ? text.replace(/\\(.)/g, '$1') : text;
}
/** The octets stand where they were sent. NUL may be in none of them (§4.3.1). */
function literal(c: Cursor): Octets | No {
  const head = found(c, LITERAL);
  if (!head) return no;
  const from = c.at + head[0].length;
  const to = from + Number(head[1]);
  const text = c.text.slice(from, to);
  if (to > c.text.length || text.includes('\0')) return no;
  c.spans?.push({ from: c.at, to: from, role: 'literal size' });
  c.at = to;
  return text;
}
interface Options {
  readonly secret?: boolean;
  /** In words, for the refusal. */
  readonly expected?: string;
}
function named(
  name: string,
  read: (c: Cursor) => Octets | No,
  { secret = false, expected = `<${name}>` }: Options,
): Grammar<Octets> {
  const usage = `<${name}>`;
  return {
    usage,
    arguments: [{ name, usage, secret }],
    read(c) {
      const from = c.at;
      const value = read(c);
      if (value === no) return refuse(c, expected);
      c.spans?.push({ from: isLiteral(c, from) ? c.at - value.length : from, to: c.at, role: name });
      return value;
    },
  };
}
const isLiteral = (c: Cursor, from: number): boolean => c.text[from] === '{';
function string(c: Cursor): Octets | No {
  return c.text[c.at] === '"' ? quoted(c) : literal(c);
}
function plain(c: Cursor, pattern: RegExp): Octets | No {
  const hit = found(c, pattern)?.[0];
  if (hit === undefined) return no;
  c.at += hit.length;
  return hit;
}
/** An atom, a quoted string or a literal. */
export const astring = (name: string, options: Options = {}): Grammar<Octets> =>
  named(name, (c) => (/["{]/.test(c.text[c.at] ?? '') ? string(c) : plain(c, ASTRING)), options);
export const atom = (name: string, options: Options = {}): Grammar<Octets> =>
  named(name, (c) => plain(c, ATOM), options);
/** A quoted string or a literal. */
export const text = (name: string, options: Options = {}): Grammar<Octets> => named(name, string, options);
