// A response as a client reads it (RFC 9051 §7): what it is about, its code in brackets, and the values it lists.
import type { Octets } from '../../../base/octets.ts';
import type { Grammar } from '../../../spec/grammar.ts';
import type { Heard } from '../../../spec/heard.ts';

export const response: Grammar<Octets> = {
  usage: '<response>',
  arguments: [],
  rfc: '9051#7',
  read(c) {
    c.at = c.text.length;
    return c.text;
  },
};
/** What is no response. */
export const NO_RESPONSE = '???';
const STATUSES = ['OK', 'PREAUTH', 'BYE'];
const TAGGED = /^[^\s*+(){%"\\]+ (OK|NO|BAD)(?= |$)/i;

/** `* 3 EXISTS` is `*`, but `* OK`, `* BYE` and `+` are told from the others; of what is tagged, the status counts. */
export function hear(text: Octets): Heard {
  const start = text.slice(0, 200);
  const tag = start.slice(0, Math.max(0, start.indexOf(' ')));
  const heard = (verb: string): Heard => ({ tag, verb, rest: 0 });
  if (/^\+(?: |$)/.test(start)) return heard('+');
  if (start.startsWith('* ')) {
    const word = /^[A-Za-z]+/.exec(start.slice(2))?.[0].toUpperCase() ?? '';
    return heard(STATUSES.includes(word) ? `* ${word}` : '*');
  }
  return heard(TAGGED.exec(start)?.[1]?.toUpperCase() ?? NO_RESPONSE);
}
/** What is said in between is one kind, what is refused another. */
export const family = (verb: string): string => {
  if (verb === 'BAD') return 'NO';
  return verb === '+' || verb.startsWith('*') ? '*' : verb;
};

/** An atom or a string; or a list in parentheses. */
export type Value = Octets | readonly Value[];
interface Read {
  readonly text: Octets;
  at: number;
}
const DEEPEST = 20;
/** All values of a text, one after the other. What is malformed ends early; nothing is ever thrown. */
export const valuesOf = (text: Octets): readonly Value[] => listAt({ text, at: 0 }, 0);

function listAt(r: Read, depth: number): readonly Value[] {
  const values: Value[] = [];
  while (r.at < r.text.length) {
    const c = r.text.charAt(r.at);
    if (c === ' ') r.at++;
    else if (c === ')') {
      r.at++;
      if (depth > 0) return values;
    } else if (c === '(' && depth < DEEPEST) {
      r.at++;
      values.push(listAt(r, depth + 1));
    } else values.push(stringAt(r));
  }
  return values;
}
function stringAt(r: Read): Octets {
  if (r.text.charAt(r.at) === '"') return quotedAt(r);
  const literal = /^~?\{(\d{1,15})\}\r\n/.exec(r.text.slice(r.at, r.at + 24));
  if (literal) {
    const from = r.at + literal[0].length;
    r.at = from + Number(literal[1]);
    return r.text.slice(from, r.at);
  }
  const from = r.at;
  let inside = false; // BODY[HEADER.FIELDS (FROM)] is one
  for (r.at++; r.at < r.text.length; r.at++) {
    const c = r.text.charAt(r.at);
    if (!inside && (c === ' ' || c === '(' || c === ')')) break;
    if (c === '[') inside = true;
    if (c === ']') inside = false;
  }
  return r.text.slice(from, r.at);
}
function quotedAt(r: Read): Octets {
  let out = '';
  for (r.at++; r.at < r.text.length; r.at++) {
    const c = r.text.charAt(r.at);
    if (c === '"') break;
    if (c === '\\') r.at++;
    out += r.text.charAt(r.at);
  }
  r.at++;
  return out;
}
/** The code in brackets, and what it says: `['UIDVALIDITY', '3']`. */
export function codeOf(text: Octets): readonly [code: string, rest: Octets] {
  const [, code = '', rest = ''] = /^\S+ \S+ \[([^\s\]]+) ?([^\]]*)\]/.exec(text.slice(0, 1000)) ?? [];
  return [code.toUpperCase(), rest];
}
/** What is told of one message: values by item, in capitals; `BODY[…]` under `BODY[`. */
export function itemsOf(list: Value | undefined): ReadonlyMap<string, Value> {
  const items = new Map<string, Value>();
  if (typeof list !== 'object') return items;
  for (let i = 0; i + 1 < list.length; i += 2) {
    const name = list[i];
    const value = list[i + 1];
    if (typeof name !== 'string' || value === undefined) break;
    const upper = name.toUpperCase();
    items.set(upper.startsWith('BODY[') ? (upper === 'BODY[]' ? 'BODY[]' : 'BODY[') : upper, value);
  }
  return items;
}
export const wordsIn = (value: Value | undefined): readonly Octets[] =>
  typeof value === 'object' ? value.filter((it) => typeof it === 'string') : [];
const ATOM = /^[A-Za-z0-9./_-]+$/;
/** A mailbox's name, or a credential, as a command writes it. */
export const astring = (text: Octets): Octets =>
  ATOM.test(text) ? text : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
