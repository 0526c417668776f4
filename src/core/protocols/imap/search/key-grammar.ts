// What is looked for (RFC 9051 §6.4.4, §9: search-key). Texts are octets still: which characters they are, the charset says.
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, markGroups, startsWith, take } from '../grammar/cursor.ts';
import { midnightOf } from '../grammar/date-time.ts';
import { has32Bits, has63Bits } from '../grammar/numbers.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { astring, atom } from '../grammar/strings.ts';
import type { DateKey, SearchKey } from './key.ts';

export const WORD = /[A-Za-z]+/y;
const DIGITS = /\d{1,19}/y;
const DATE = /"?(\d{1,2})-([A-Za-z]{3})-(\d{4})"?/y;
const OBJECT_ID = /[A-Za-z0-9_-]{1,255}/y;
const ENTRY = /("(?:[^"\\\r\n\0]|\\["\\])*") (shared|priv|all) /iy;
const DAY = 86_400;
/** Keys within keys. */
const DEEPEST = 64;
export const KEY = 'what to look for, as UNSEEN, FROM "dave", SINCE 1-Nov-2026 or 1:10';

export function mark(c: Cursor, from: number, role: string): void {
  c.spans?.push({ from, to: c.at, role, rfc: '9051#6.4.4' });
}
/** Past a space and what a pattern finds there. */
function after(c: Cursor, pattern: RegExp, role: string, expected: string): RegExpExecArray | No {
  if (take(c, ' ', expected) === no) return no;
  const hit = found(c, pattern);
  if (!hit) return refuse(c, expected);
  const from = c.at;
  c.at += hit[0].length;
  mark(c, from, role);
  return hit;
}
type Reader = (c: Cursor, depth: number) => SearchKey | No;

const text = astring('text');
const keyword = atom('keyword');
const fieldName = astring('field');
function spaced<A>(c: Cursor, g: Grammar<A>, expected: string): A | No {
  return take(c, ' ', expected) === no ? no : g.read(c);
}
const flagged =
  (flag: string, on = true): Reader =>
  () => ({ kind: 'flag', flag, on });
const named =
  (on: boolean): Reader =>
  (c) => {
    const flag = spaced(c, keyword, 'a keyword');
    return flag === no ? no : { kind: 'flag', flag, on };
  };
const inField =
  (name: string): Reader =>
  (c) => {
    const wanted = spaced(c, text, `the text to look for in ${name.toUpperCase()}`);
    return wanted === no ? no : { kind: 'header', name, text: wanted };
  };
const inBody =
  (kind: 'body' | 'text'): Reader =>
  (c) => {
    const wanted = spaced(c, text, 'the text to look for');
    return wanted === no ? no : { kind, text: wanted };
  };
const dated =
  (of: DateKey['of'], is: DateKey['is']): Reader =>
  (c) => {
    const start = c.at;
    const hit = after(c, DATE, 'date', 'a date, as 1-Nov-2026');
    const day = hit === no ? undefined : dayOf(hit);
    if (day !== undefined) return { kind: 'date', of, is, day };
    c.at = start;
    return refuse(c, 'a date, as 1-Nov-2026');
  };
function dayOf([whole, day, name, year]: RegExpExecArray): number | undefined {
  const midnight = midnightOf(year, name, day);
  return midnight === undefined || whole.startsWith('"') !== whole.endsWith('"') ? undefined : midnight / DAY;
}
const counted =
  (expected: string, isOne: (digits: string) => boolean, make: (n: number) => SearchKey): Reader =>
  (c) => {
    const start = c.at;
    const hit = after(c, DIGITS, 'number', expected);
    if (hit === no || isOne(hit[0])) return hit === no ? no : make(Number(hit[0]));
    c.at = start;
    return refuse(c, expected);
  };
const sized = (make: (octets: number) => SearchKey): Reader => counted('a number of octets', has63Bits, make);
/** Of nothing at all there is none: an nz-number (RFC 5032 §3). */
const within = (make: (interval: number) => SearchKey): Reader =>
  counted('a number of seconds, at least 1', (digits) => Number(digits) > 0 && has32Bits(digits), make);
const object =
  (kind: 'email' | 'thread'): Reader =>
  (c) => {
    const hit = after(c, OBJECT_ID, 'id', 'an object id');
    return hit === no ? no : { kind, id: hit[0] };
  };
/** One mod-sequence for all of a message: the name of an entry changes nothing (RFC 7162 §3.1.5). */
const modseq: Reader = (c) => {
  if (take(c, ' ', 'a mod-sequence') === no) return no;
  const entry = found(c, ENTRY);
  if (entry) {
    markGroups(c, entry, ['entry', 'entry-type'], '7162#3.1.5');
    c.at += entry[0].length;
  }
  c.at--;
  return counted('a mod-sequence', has63Bits, (from) => ({ kind: 'modseq', from }))(c, 0);
};
const header: Reader = (c) => {
  const name = spaced(c, fieldName, 'the name of a header field');
  if (name === no) return no;
  const wanted = spaced(c, text, 'the text to look for');
  return wanted === no ? no : { kind: 'header', name: name.toLowerCase(), text: wanted };
};
const negated: Reader = (c, depth) => {
  const key = take(c, ' ', KEY) === no ? no : one(c, depth + 1);
  return key === no ? no : { kind: 'not', key };
};
const either: Reader = (c, depth) => {
  const first = take(c, ' ', KEY) === no ? no : one(c, depth + 1);
  const second = first === no || take(c, ' ', KEY) === no ? no : one(c, depth + 1);
  return first === no || second === no ? no : { kind: 'or', keys: [first, second] };
};
const unread: SearchKey = { kind: 'flag', flag: String.raw`\Seen`, on: false };
const numbered =
  (kind: 'numbers' | 'uids'): Reader =>
  (c) => {
    const set = sequenceSet.read(c);
    return set === no ? no : { kind, set };
  };

/** By name, in the order of the alphabet. */
const READERS: Readonly<Record<string, Reader>> = {
  ALL: () => ({ kind: 'all' }),
  ANSWERED: flagged(String.raw`\Answered`),
  BCC: inField('bcc'),
  BEFORE: dated('internal', 'before'),
  BODY: inBody('body'),
  CC: inField('cc'),
  DELETED: flagged(String.raw`\Deleted`),
  DRAFT: flagged(String.raw`\Draft`),
  EMAILID: object('email'),
  FLAGGED: flagged(String.raw`\Flagged`),
  FROM: inField('from'),
  HEADER: header,
  KEYWORD: named(true),
  LARGER: sized((octets) => ({ kind: 'larger', octets })),
  MODSEQ: modseq,
  NEW: () => ({ kind: 'and', keys: [{ kind: 'recent' }, unread] }),
  NOT: negated,
  OLD: () => ({ kind: 'not', key: { kind: 'recent' } }),
  OLDER: within((interval) => ({ kind: 'older', interval })),
  ON: dated('internal', 'on'),
  OR: either,
  RECENT: () => ({ kind: 'recent' }),
  SAVEDATESUPPORTED: () => ({ kind: 'saveDates' }),
  SAVEDBEFORE: dated('saved', 'before'),
  SAVEDON: dated('saved', 'on'),
  SAVEDSINCE: dated('saved', 'since'),
  SEEN: flagged(String.raw`\Seen`),
  SENTBEFORE: dated('sent', 'before'),
  SENTON: dated('sent', 'on'),
  SENTSINCE: dated('sent', 'since'),
  SINCE: dated('internal', 'since'),
  SMALLER: sized((octets) => ({ kind: 'smaller', octets })),
  SUBJECT: inField('subject'),
  TEXT: inBody('text'),
  THREADID: object('thread'),
  TO: inField('to'),
  UID: (c) => (take(c, ' ', 'UIDs, as 101:120') === no ? no : numbered('uids')(c, 0)),
  UNANSWERED: flagged(String.raw`\Answered`, false),
  UNDELETED: flagged(String.raw`\Deleted`, false),
  UNDRAFT: flagged(String.raw`\Draft`, false),
  UNFLAGGED: flagged(String.raw`\Flagged`, false),
  UNKEYWORD: named(false),
  UNSEEN: () => unread,
  YOUNGER: within((interval) => ({ kind: 'younger', interval })),
};
export const SEARCH_KEYS: readonly string[] = Object.keys(READERS);

function one(c: Cursor, depth: number): SearchKey | No {
  if (depth > DEEPEST) return refuse(c, 'fewer keys within keys');
  const from = c.at;
  if (startsWith(c, '(')) {
    c.at++;
    const key = several(c, depth + 1);
    return key === no || take(c, ')', 'a space or )') === no ? no : key;
  }
  const name = found(c, WORD)?.[0].toUpperCase();
  if (name === undefined)
    return /[\d*$]/.test(c.text.charAt(c.at)) ? numbered('numbers')(c, 0) : refuse(c, KEY);
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (!reader) return refuse(c, KEY);
  c.at += name.length;
  mark(c, from, 'search-key');
  return reader(c, depth);
}
/** All of them must hold. */
function several(c: Cursor, depth: number): SearchKey | No {
  const keys: SearchKey[] = [];
  for (;;) {
    const key = one(c, depth);
    if (key === no) return no;
    keys.push(key);
    if (!startsWith(c, ' ')) break;
    c.at++;
  }
  const [only, second] = keys;
  return only && !second ? only : { kind: 'and', keys };
}
/** To the end of the line. */
export function keys(c: Cursor): SearchKey | No {
  const key = several(c, 0);
  if (key === no || c.at >= c.text.length) return key;
  return refuse(c, 'a space between keys');
}
