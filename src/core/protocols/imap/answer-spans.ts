// What each octet of a server's line is (RFC 9051 §7): tag and condition, the word of an untagged response, and what follows it.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';

const TAGGED = /^([^*+ ]+) (OK|NO|BAD)(?: (\[[^\]]*\]))?/d;
const CONDITION = /^\* (OK|NO|BAD|BYE|PREAUTH)(?: (\[[^\]]*\]))?/d;
const UNTAGGED = /^\* (?:(\d+) )?([A-Za-z]+)/d;
/** A string, what announces a literal, a parenthesis, an item that names a section, anything else. */
const TOKEN = /"(?:[^"\\]|\\.)*"|~?\{\d+\}$|[()]|[A-Za-z0-9.]+\[[^\]]*\](?:<\d+>)?|[^ ()]+/g;

/** By the word of the response: what its tokens are, by how many came before, and how deep in parentheses they are. */
type Role = (nth: number, depth: number, token: Octets) => string;
const all =
  (role: string): Role =>
  () =>
    role;
const pairs =
  (first: string): Role =>
  (nth, depth) =>
    depth === 0 ? first : nth % 2 === 0 ? 'item' : 'value';
const ROLES: Readonly<Record<string, Role>> = {
  CAPABILITY: all('capability'),
  ENABLED: all('capability'),
  FLAGS: all('flag'),
  SEARCH: all('message'),
  SORT: all('message'),
  THREAD: all('message'),
  VANISHED: all('uid'),
  LIST: (nth, depth) => (depth > 0 ? 'attribute' : nth === 0 ? 'delimiter' : 'mailbox'),
  LSUB: (nth, depth) => (depth > 0 ? 'attribute' : nth === 0 ? 'delimiter' : 'mailbox'),
  STATUS: pairs('mailbox'),
  ID: pairs('value'),
  QUOTA: (_nth, depth, token) => (depth === 0 ? 'root' : /^\d+$/.test(token) ? 'value' : 'item'),
  QUOTAROOT: (nth) => (nth === 0 ? 'mailbox' : 'root'),
  NAMESPACE: (nth) => (nth % 2 === 0 ? 'prefix' : 'delimiter'),
  ESEARCH: (_nth, depth, token) =>
    depth > 0 ? (token === 'TAG' ? 'item' : 'tag') : /^[A-Z]+$/i.test(token) ? 'item' : 'message',
};

export function answerSpans(line: Octets): readonly Span[] {
  const condition = TAGGED.exec(line) ?? CONDITION.exec(line);
  if (condition) return conditionSpans(line, condition);
  if (line.startsWith('+')) return [{ from: 0, to: 1, role: 'continuation', rfc: '9051#7.6' }];
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
  return role ? [...spans, ...tokenSpans(line, at, role)] : spans;
}
function conditionSpans(line: Octets, found: RegExpExecArray): readonly Span[] {
  const untagged = line.startsWith('*');
  const spans: Span[] = untagged
    ? [{ from: 0, to: 1, role: 'untagged', rfc: '9051#7' }, of(found, 1, 'status')]
    : [of(found, 1, 'tag'), of(found, 2, 'status')];
  const code = of(found, untagged ? 2 : 3, 'code');
  return code.to > code.from ? [...spans, { ...code, rfc: '9051#7.1' }] : spans;
}
function of({ indices }: RegExpExecArray, group: number, role: string): Span {
  const [from, to] = indices?.[group] ?? [0, 0];
  return { from, to, role };
}
function tokenSpans(line: Octets, at: number, role: Role): readonly Span[] {
  const spans: Span[] = [];
  let [nth, depth] = [0, 0];
  for (const { 0: token, index } of line.slice(at).matchAll(TOKEN)) {
    if (token === '(') depth++;
    else if (token === ')') depth--;
    else spans.push({ from: at + index, to: at + index + token.length, role: role(nth, depth, token) });
    if (token === '(' && depth === 1) nth = 0;
    else if (token !== '(' && token !== ')') nth++;
    if (token === ')' && depth === 0) nth = 0;
  }
  return spans;
}

/** In the order in which an envelope has them (RFC 9051 §7.5.2). */
const ENVELOPE = [
  'date',
  'subject',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'in-reply-to',
  'message-id',
];
const VALUES: Readonly<Record<string, string>> = {
  FLAGS: 'flag',
  UID: 'uid',
  'RFC822.SIZE': 'size',
  INTERNALDATE: 'date-time',
  SAVEDATE: 'date-time',
  MODSEQ: 'modseq',
  EMAILID: 'id',
  THREADID: 'id',
  BODY: 'structure',
  BODYSTRUCTURE: 'structure',
  PREVIEW: 'preview',
};
/** Items and their values in turn; a line may begin after a literal, in the midst of them. */
function fetchSpans(line: Octets, at: number): readonly Span[] {
  const spans: Span[] = [];
  // the parentheses around the items are open where a literal has ended
  let [depth, item, field] = [at > 0 ? 0 : 1, '', 0];
  for (const { 0: token, index } of line.slice(at).matchAll(TOKEN)) {
    const from = at + index;
    const to = from + token.length;
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === '(' || token === ')') {
      // a value in parentheses is over, or one field of an envelope
      if (depth === 1) item = '';
      else if (token === ')' && depth === 2) field++;
      continue;
    }
    if (depth === 1 && item === '') {
      [item, field] = [token, 0];
      spans.push({ from, to, role: 'item', rfc: '9051#7.5.2' });
      continue;
    }
    spans.push({ from, to, role: valueRole(item, field, token) });
    if (depth === 1) item = '';
    if (depth === 2) field++;
  }
  return spans;
}
function valueRole(item: Octets, field: number, token: Octets): string {
  if (token.startsWith('{') || token.startsWith('~{')) return 'literal size';
  const name = item.toUpperCase();
  if (name === 'ENVELOPE') return ENVELOPE[field] ?? 'value';
  return VALUES[name] ?? 'section';
}
