// Where a value may stand in quotes: of names and words that are strings, not of flags, options and keys (RFC 9051 §9, astring).
import type { Octets } from '../../../base/octets.ts';
import { depthOf } from './words.ts';

type Takes = (done: readonly Octets[]) => boolean;
const first: Takes = (done) => done.length === 0;
const second: Takes = (done) => done.length === 1;
const always: Takes = () => true;
const afterOrder: Takes = (done) =>
  done.at(-1) === ')' && depthOf(done) === 0 && !/^RETURN$/i.test(done[0] ?? '');
const TAKES: Readonly<Record<string, Takes>> = {
  SELECT: first,
  EXAMINE: first,
  DELETE: first,
  RENAME: first,
  SUBSCRIBE: first,
  UNSUBSCRIBE: first,
  LIST: (done) => !done.some((word) => /^RETURN$/i.test(word)),
  LSUB: always,
  STATUS: first,
  APPEND: first,
  COPY: second,
  MOVE: second,
  REPLACE: second,
  // names of fields
  FETCH: (done) => done.lastIndexOf('[') > done.lastIndexOf(']') && done.at(-1) !== '[',
  SEARCH: (done) => /^CHARSET$/i.test(done.at(-1) ?? ''),
  SORT: (done) => afterOrder(done[0]?.toUpperCase() === 'RETURN' ? done.slice(done.indexOf(')') + 1) : done),
  THREAD: second,
  GETQUOTAROOT: first,
  GETQUOTA: first,
  SETQUOTA: first,
};
/** After these words of a command. */
export const takesString = (verb: string, done: readonly Octets[]): boolean =>
  Object.hasOwn(TAKES, verb) && TAKES[verb]?.(done) === true;
export const inQuotes = (value: Octets): Octets => (value.startsWith('"') ? value : `"${value}"`);
