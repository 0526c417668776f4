// What each octet of a server's line is (RFC 9051 §7): tag and condition, the word of an untagged response, and what follows it.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';
import { codeSpans } from './answer-codes.ts';
import { tokensOf } from './answer-tokens.ts';
import { fetchSpans } from './fetch-spans.ts';

const TAGGED = /^([^*+ ]+) (OK|NO|BAD)(?: (\[[^\]]*\]))?/d;
const CONDITION = /^\* (OK|NO|BAD|BYE|PREAUTH)(?: (\[[^\]]*\]))?/d;
const UNTAGGED = /^\* (?:(\d+) )?([A-Za-z]+)/d;
/** By the word of the response: what its tokens are, by how many came before, how deep in parentheses they are, and the last one. */
type Role = (nth: number, depth: number, token: Octets, last: Octets) => string;
const all =
  (role: string): Role =>
  () =>
    role;
const numbers: Role = (_nth, depth, token, last) =>
  depth === 0 ? 'message' : last === 'MODSEQ' ? 'modseq' : token === 'MODSEQ' ? 'item' : 'message';
/** By the item before it. */
const COUNTED: Readonly<Record<string, string>> = {
  COUNT: 'count',
  MODSEQ: 'modseq',
  HIGHESTMODSEQ: 'modseq',
  MESSAGES: 'count',
  RECENT: 'count',
  UNSEEN: 'count',
  DELETED: 'count',
  UIDNEXT: 'uid',
  UIDVALIDITY: 'uid-validity',
  SIZE: 'size',
  'DELETED-STORAGE': 'size',
  MAILBOXID: 'id',
  STORAGE: 'used',
  MESSAGE: 'used',
};
const named = (last: Octets, otherwise: string): string =>
  (Object.hasOwn(COUNTED, last) ? COUNTED[last] : undefined) ?? otherwise;
const list: Role = (nth, depth, token) =>
  nth === 0 && depth === 0
    ? 'delimiter'
    : depth === 0
      ? 'mailbox'
      : token.startsWith('"')
        ? depth === 1
          ? 'extended-item'
          : 'value'
        : 'attribute';
const ROLES: Readonly<Record<string, Role>> = {
  CAPABILITY: all('capability'),
  ENABLED: all('capability'),
  FLAGS: all('flag'),
  SEARCH: numbers,
  SORT: numbers,
  THREAD: all('message'),
  VANISHED: (_nth, depth) => (depth > 0 ? 'modifier' : 'uid'),
  LIST: list,
  LSUB: list,
  STATUS: (nth, depth, _token, last) =>
    depth === 0 ? 'mailbox' : depth > 1 || nth % 2 === 1 ? named(last, 'value') : 'item',
  ID: (nth, depth) => (depth === 0 ? 'nil' : nth % 2 === 0 ? 'name' : 'value'),
  QUOTA: (nth, depth) => (depth === 0 ? 'root' : (['resource', 'used', 'limit'][nth % 3] ?? 'value')),
  QUOTAROOT: (nth) => (nth === 0 ? 'mailbox' : 'root'),
  NAMESPACE: (nth, depth) => (depth === 0 ? 'nil' : nth % 2 === 0 ? 'prefix' : 'delimiter'),
  ESEARCH: (_nth, depth, token, last) =>
    depth > 0
      ? token === 'TAG'
        ? 'item'
        : 'tag'
      : /^[A-Z]+$/i.test(token)
        ? 'item'
        : named(last, 'message'),
};

/** ESEARCH says so itself (RFC 9051 §7.3.4); for the others the command does. */
const areUids = (name: string, line: Octets, trigger: string): boolean =>
  name === 'ESEARCH' ? /^\* ESEARCH(?: \([^)]*\))? UID(?: |$)/i.test(line) : trigger.startsWith('UID ');
const asUid = (span: Span): Span => (span.role === 'message' ? { ...span, role: 'uid' } : span);
/** `trigger`: the verb of the command it answers, where that is known. */
export function answerSpans(line: Octets, trigger = ''): readonly Span[] {
  const condition = TAGGED.exec(line) ?? CONDITION.exec(line);
  if (condition) return conditionSpans(line, condition);
  if (line.startsWith('+'))
    return [{ from: 0, to: 1, role: 'continuation', rfc: '9051#7.6' }, ...asked(line)];
  const data = UNTAGGED.exec(line);
  if (!data) return line.startsWith(' ') || line === ')' ? fetchSpans(line, 0) : [];
  const [, number, word = ''] = data;
  const name = word.toUpperCase();
  const spans: Span[] = [{ from: 0, to: 1, role: 'untagged', rfc: '9051#7' }];
  if (number !== undefined) spans.push(of(data, 1, /^(?:EXISTS|RECENT)$/.test(name) ? 'count' : 'message'));
  spans.push(of(data, 2, 'response'));
  const at = data[0].length;
  if (name === 'FETCH') return [...spans, ...fetchSpans(line, at)];
  const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (!role) return spans;
  const told = tokenSpans(line, at, role);
  return [...spans, ...(areUids(name, line, trigger) ? told.map(asUid) : told)];
}
/** A challenge is in base64, and never has a space in it. */
const asked = (line: Octets): readonly Span[] => (line.includes(' ', 2) ? wordsAfter(line, 1) : []);
function conditionSpans(line: Octets, found: RegExpExecArray): readonly Span[] {
  const untagged = line.startsWith('*');
  const spans: Span[] = untagged
    ? [{ from: 0, to: 1, role: 'untagged', rfc: '9051#7' }, of(found, 1, 'status')]
    : [of(found, 1, 'tag'), of(found, 2, 'status')];
  const code = of(found, untagged ? 2 : 3, 'code');
  return [
    ...spans,
    ...(code.to > code.from ? codeSpans(line, code) : []),
    ...wordsAfter(line, found[0].length),
  ];
}
/** What is there for people to read: nothing in it is to be read by a program. */
const wordsAfter = (line: Octets, at: number): readonly Span[] => {
  const from = line[at] === ' ' ? at + 1 : at;
  return from < line.length ? [{ from, to: line.length, role: 'prose', rfc: '9051#7.1' }] : [];
};
function of({ indices }: RegExpExecArray, group: number, role: string): Span {
  const [from, to] = indices?.[group] ?? [0, 0];
  return { from, to, role };
}
function tokenSpans(line: Octets, at: number, role: Role): readonly Span[] {
  const spans: Span[] = [];
  let [nth, depth] = [0, 0];
  let last = '';
  for (const { text: token, from, to } of tokensOf(line, at)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else {
      spans.push({ from, to, role: role(nth, depth, token, last) });
      last = token.toUpperCase();
    }
    if (token === '(' && depth === 1) nth = 0;
    else if (token !== '(' && token !== ')') nth++;
    if (token === ')' && depth === 0) nth = 0;
  }
  return spans;
}
