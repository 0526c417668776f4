// What SEARCH is asked (RFC 9051 §6.4.4, §9: search-program): how to answer, in which charset, and for what.
import type { Octets } from '../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, listOf, pass, take } from '../grammar/cursor.ts';
import { astring } from '../grammar/strings.ts';
import type { SearchKey } from './key.ts';
import { KEY, keys, mark, WORD } from './key-grammar.ts';

export const RETURN_OPTIONS = ['MIN', 'MAX', 'ALL', 'COUNT', 'SAVE'] as const;
export type ReturnOption = (typeof RETURN_OPTIONS)[number];
export interface Program {
  /** Undefined: RETURN was not said. */
  readonly returns: readonly ReturnOption[] | undefined;
  /** Undefined: it was not said. */
  readonly charset: Octets | undefined;
  readonly key: SearchKey;
}

const option: Grammar<ReturnOption> = {
  usage: '<option>',
  arguments: [],
  read(c) {
    const name = found(c, WORD)?.[0].toUpperCase();
    const hit = RETURN_OPTIONS.find((it) => it === name);
    if (hit === undefined) return refuse(c, `RETURN with ${RETURN_OPTIONS.join(', ')}`);
    const from = c.at;
    c.at += hit.length;
    mark(c, from, 'option');
    return hit;
  },
};
const options = listOf(option, 0);
/** `RETURN (…) `, or nothing. */
export function returned(c: Cursor): readonly ReturnOption[] | undefined | No {
  if (!/^RETURN /i.test(c.text.slice(c.at, c.at + 7))) return undefined;
  pass(c, 6, 'keyword', '4731#3.1');
  c.at++;
  const read = options.read(c);
  return read === no || take(c, ' ', KEY) === no ? no : read;
}
const charsetName = astring('charset');
export function charsetThen(c: Cursor): Octets | No {
  const name = charsetName.read(c);
  return name === no || take(c, ' ', KEY) === no ? no : name;
}
export const program: Grammar<Program> = {
  usage: '[RETURN (<option> …)] [CHARSET <charset>] <key> …',
  arguments: [{ name: 'search-key', usage: '<key> …', secret: false }],
  rfc: '9051#6.4.4',
  read(c) {
    const returns = returned(c);
    if (returns === no) return no;
    let charset: Octets | undefined | No;
    if (/^CHARSET /i.test(c.text.slice(c.at, c.at + 8))) {
      pass(c, 7, 'keyword', '9051#6.4.4');
      c.at++;
      charset = charsetThen(c);
    }
    const key = charset === no ? no : keys(c);
    return key === no || charset === no ? no : { returns, charset, key };
  },
};
