// What SEARCH, SORT and THREAD may be asked, at the caret (RFC 9051 §6.4.4, RFC 5256).
import type { Octets } from '../../../base/octets.ts';
import { cursor, no } from '../../../spec/grammar.ts';
import type { Standing } from '../../../spec/protocol.ts';
import { program, RETURN_OPTIONS } from '../search/grammar.ts';
import { SEARCH_KEYS } from '../search/key-grammar.ts';
import { has } from '../capabilities.ts';
import { unknownIn, unknownReturn } from '../search/known.ts';
import { SORT_KEYS } from '../search/sort.ts';
import { THREAD_ALGORITHMS } from '../search/thread.ts';
import type { Imap } from '../shape.ts';
import { keywords } from './names.ts';
import { depthOf } from './words.ts';

type Here = Standing<Imap>;
const CHARSETS = ['UTF-8', 'US-ASCII', 'ISO-8859-1'];
/** What a key may want after it: enough of an example for the grammar to read. */
const EXAMPLES = ['', ' x', ' x y', ' 1', ' 1-Nov-2026', ' ALL', ' ALL ALL'];

/** A key with what belongs to it, as it would be read; undefined: there is no such key. */
function example(key: Octets) {
  for (const rest of EXAMPLES) {
    const read = program.read(cursor(key + rest, 0));
    if (read !== no) return { rest, key: read.key };
  }
  return undefined;
}
const restOf = new Map(SEARCH_KEYS.map((key) => [key, example(key)?.rest ?? '']));
const keysHere = (here: Here): readonly Octets[] =>
  SEARCH_KEYS.filter((key) => {
    const read = example(key);
    return read !== undefined && unknownIn(read.key, here) === undefined;
  });
const options = (here: Here, extension: 'ESEARCH' | 'ESORT'): readonly Octets[] =>
  RETURN_OPTIONS.filter((option) => unknownReturn([option], here, extension) === undefined);

export function searchWords(here: Here, done: readonly Octets[]): readonly Octets[] {
  const [first = '', , charset] = done;
  if (isReturn(first)) return returnWords(here, done, 'ESEARCH', (rest) => searchWords(here, rest));
  if (first.toUpperCase() === 'CHARSET') {
    if (done.length === 1) return CHARSETS;
    return keyWords(here, charset === undefined ? [] : done.slice(2));
  }
  const leads = has(here.host, 'ESEARCH') ? ['RETURN (', 'CHARSET'] : ['CHARSET'];
  return done.length === 0 ? [...keyWords(here, []), ...leads] : keyWords(here, done);
}
export function sortWords(here: Here, done: readonly Octets[]): readonly Octets[] {
  if (isReturn(done[0] ?? '')) return returnWords(here, done, 'ESORT', (rest) => sortWords(here, rest));
  const close = done.indexOf(')');
  if (close < 0) {
    const keys = ['REVERSE', ...SORT_KEYS].filter(
      (key) => isDisplay(key) <= Number(has(here.host, 'SORT=DISPLAY')),
    );
    if (done.length > 0) return keys.filter((key) => !done.includes(key));
    return [...keys.map((key) => `(${key}`), ...(has(here.host, 'ESORT') ? ['RETURN ('] : [])];
  }
  return afterCharset(here, done.slice(close + 1));
}
const isDisplay = (key: string): number => Number(key.startsWith('DISPLAY'));
export const threadWords = (here: Here, done: readonly Octets[]): readonly Octets[] =>
  done.length === 0
    ? THREAD_ALGORITHMS.filter((name) => has(here.host, `THREAD=${name}`))
    : afterCharset(here, done.slice(1));
const afterCharset = (here: Here, [charset, ...keys]: readonly Octets[]): readonly Octets[] =>
  charset === undefined ? CHARSETS : keyWords(here, keys);

const isReturn = (word: Octets): boolean => word.toUpperCase() === 'RETURN';
function returnWords(
  here: Here,
  done: readonly Octets[],
  extension: 'ESEARCH' | 'ESORT',
  then: (rest: readonly Octets[]) => readonly Octets[],
): readonly Octets[] {
  const close = done.indexOf(')');
  if (close >= 0) return then(done.slice(close + 1)).filter((word) => !word.startsWith('RETURN'));
  return done.length === 1 ? ['('] : options(here, extension).filter((option) => !done.includes(option));
}
const WITH_KEYS = ['NOT', 'OR'];
/** A key, unless what the last one wants has yet to come. */
function keyWords(here: Here, done: readonly Octets[]): readonly Octets[] {
  const last = (n: number): Octets => done.at(-n)?.toUpperCase() ?? '';
  if (/^(?:UN)?KEYWORD$/.test(last(1))) return keywords(here);
  const wants = (n: number): number => (restOf.get(last(n)) ?? '').split(' ').length - 1;
  const isText = /^ (?:x|1)/;
  if (isText.test(restOf.get(last(1)) ?? '') && !WITH_KEYS.includes(last(1))) return [];
  if (wants(2) === 2 && isText.test(restOf.get(last(2)) ?? '')) return [];
  return depthOf(done) < 0 ? [] : keysHere(here);
}
