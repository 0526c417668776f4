import { CRLF, type Octets } from '../../../../src/core/base/octets.ts';
import { none, number, optional, rest, seq, word } from '../../../../src/core/spec/grammar.ts';
import type { Protocol } from '../../../../src/core/spec/protocol.ts';
import { octetsOf } from '../../../../src/core/store/body.ts';
import { expunge } from '../../../../src/core/store/mailbox.ts';
import { at, type Rows } from '../../../../src/core/store/rows.ts';
import { line, lines, nothing } from '../../../../src/core/wire/framing.ts';
import { withLocks, withMailbox, type Host } from '../host.ts';
import { answer, begin } from '../sasl/exchange.ts';
import { command, signal, type Drop, type Pop3 } from './shape.ts';

const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '1939#4',
  summary: 'A client has connected.',
  outcomes: { welcome: { to: 'authorization', says: '+OK {domain} ready', when: 'always' } },
  run: ({ host }, _opened, take) => take.welcome({ domain: host.domain }),
});
const user = command({
  verb: 'USER',
  from: ['authorization'],
  args: word('name'),
  rfc: '1939#7',
  summary: 'Say whose maildrop you want.',
  outcomes: {
    ok: {
      to: 'authorization',
      says: '+OK {name} is welcome here',
      when: 'always; names are never confirmed',
    },
  },
  run: (_cx, name, take) => take.ok({ name }, { state: { user: name } }),
});
function open(
  host: Host,
  user: string,
  conn: number,
): { readonly host: Host; readonly drop: Drop } | undefined {
  const mailbox = `${user}/INBOX`;
  const box = host.store.mailboxes[mailbox];
  if (!box || host.store.locks[mailbox] !== undefined) return undefined;
  let octets = 0;
  for (const chunk of box.rows.chunks) for (const row of chunk) octets += row.size;
  return {
    host: withLocks(host, { ...host.store.locks, [mailbox]: conn }),
    drop: { mailbox, rows: box.rows, octets },
  };
}
export const pass = command({
  verb: 'PASS',
  from: ['authorization'],
  args: rest('password'),
  rfc: '1939#7',
  summary: 'Prove it is you; the server then locks your maildrop.',
  outcomes: {
    ok: {
      to: 'transaction',
      says: '+OK {count} messages ({octets} octets)',
      when: 'the password fits and the lock is free',
    },
    wrong: {
      to: 'authorization',
      says: '-ERR [AUTH] no such user or wrong password',
      when: 'it does not fit',
      rfc: '3206#5',
    },
    locked: {
      to: 'authorization',
      says: '-ERR [IN-USE] another session has it open',
      when: 'the lock is taken',
      rfc: '2449#8.1.2',
    },
  },
  run({ state: { user }, host, conn }, password, take) {
    if (user === undefined || host.store.users[user]?.password !== password) return take.wrong();
    const opened = open(host, user, conn);
    if (!opened) return take.locked();
    const { drop } = opened;
    return take.ok(
      { count: drop.rows.length, octets: drop.octets },
      { state: { drop, deleted: [] }, host: opened.host },
    );
  },
});
const auth = {
  challenge: { to: 'authenticating', says: '+ {challenge}', when: 'the mechanism wants to hear more' },
  granted: { to: 'transaction', says: '+OK Welcome, {user}', when: 'the proof is good and the lock is free' },
  locked: {
    to: 'authorization',
    says: '-ERR [IN-USE] another session has it open',
    when: 'the lock is taken',
    rfc: '2449#8.1.2',
  },
  refused: {
    to: 'authorization',
    says: '-ERR [AUTH] wrong name or password',
    when: 'the proof is not good',
    rfc: '3206#5',
  },
  malformed: {
    to: 'authorization',
    says: '-ERR Not base64',
    when: 'the response cannot be decoded',
    rfc: '5034#4',
  },
  cancelled: { to: 'authorization', says: '-ERR Cancelled', when: 'the client sent a lone *', rfc: '5034#4' },
  unknown: { to: 'authorization', says: '-ERR No such mechanism', when: 'we do not know it', rfc: '5034#4' },
} as const;
const authenticate = command({
  verb: 'AUTH',
  from: ['authorization'],
  args: seq({ mechanism: word('mechanism'), initial: optional(word('initial-response')) }),
  rfc: '5034#4',
  summary: 'Log in with SASL.',
  outcomes: auth,
  run(cx, { mechanism, initial }, take) {
    const v = begin(mechanism, initial, cx);
    if (v.is === 'challenge') return take.challenge(v, { state: v, facts: v.facts });
    if (v.is !== 'granted') return take[v.is]({ facts: v.facts });
    const opened = open(cx.host, v.user, cx.conn);
    return opened
      ? take.granted(v, {
          state: { drop: opened.drop, deleted: [] },
          host: opened.host,
          facts: v.facts,
        })
      : take.locked();
  },
});
const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '5034#4',
  summary: 'The client answers the challenge.',
  outcomes: auth,
  run(cx, text, take) {
    const v = answer(cx.state.exchange, text, cx);
    if (v.is === 'challenge') return take.challenge(v, { state: v, facts: v.facts });
    if (v.is !== 'granted') return take[v.is]({ facts: v.facts });
    const opened = open(cx.host, v.user, cx.conn);
    return opened
      ? take.granted(v, {
          state: { drop: opened.drop, deleted: [] },
          host: opened.host,
          facts: v.facts,
        })
      : take.locked();
  },
});
const stat = command({
  verb: 'STAT',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'How many, how big.',
  outcomes: { ok: { to: 'same', says: '+OK {count} {octets}', when: 'always' } },
  run: ({ state: { drop, deleted } }, _none, take) =>
    take.ok({ count: drop.rows.length - deleted.length, octets: drop.octets }),
});
const noop = command({
  verb: 'NOOP',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'Still there?',
  outcomes: { ok: { to: 'same', says: '+OK', when: 'always' } },
  run: (_cx, _none, take) => take.ok(),
});
const list = command({
  verb: 'LIST',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'Sizes of all messages.',
  outcomes: { ok: { to: 'same', says: '+OK {count} messages\n{*rows}', when: 'always' } },
  run({ state: { drop, deleted } }, _none, take) {
    const rows: string[] = [];
    let n = 0;
    for (const chunk of drop.rows.chunks)
      for (const row of chunk) if (!deleted.includes(++n)) rows.push(`${n} ${row.size}`);
    return take.ok({ count: rows.length, rows });
  },
});
const retr = command({
  verb: 'RETR',
  from: ['transaction'],
  args: number('n'),
  rfc: '1939#5',
  summary: 'Send the whole message.',
  outcomes: {
    ok: { to: 'same', says: '+OK {octets} octets\n{*body}', when: 'there is such a message' },
    none: { to: 'same', says: '-ERR No such message', when: 'there is not, or it is marked deleted' },
  },
  run({ state: { drop, deleted } }, n, take) {
    const row = deleted.includes(n) ? undefined : at(drop.rows, n - 1);
    return row ? take.ok({ octets: row.size, body: [octetsOf(row.body).replace(/\r\n$/, '')] }) : take.none();
  },
});
const dele = command({
  verb: 'DELE',
  from: ['transaction'],
  args: number('n'),
  rfc: '1939#5',
  summary: 'Mark for deletion; nothing is gone yet.',
  outcomes: {
    ok: { to: 'same', says: '+OK Message {n} marked', when: 'there is such a message' },
    none: { to: 'same', says: '-ERR No such message', when: 'there is not, or it is marked already' },
  },
  run: ({ state: { drop, deleted } }, n, take) =>
    n < 1 || n > drop.rows.length || deleted.includes(n)
      ? take.none()
      : take.ok({ n }, { state: { drop, deleted: [...deleted, n] } }),
});
const quit = command({
  verb: 'QUIT',
  from: ['authorization', 'transaction'],
  args: none,
  rfc: '1939#6',
  summary: 'Leave; deletions happen now.',
  outcomes: { bye: { to: 'closed', says: '+OK Bye', when: 'always' } },
  run({ at, host }, _none, take) {
    if (at.name === 'authorization') return take.bye();
    const { drop, deleted } = at.data;
    const { [drop.mailbox]: _mine, ...locks } = host.store.locks;
    const box = host.store.mailboxes[drop.mailbox];
    if (!box || deleted.length === 0) return take.bye({ host: withLocks(host, locks) });
    const gone = new Set([...deleted].map((n) => atUid(drop.rows, n)));
    const kept = expunge(box, (row) => gone.has(row.uid));
    return take.bye({
      host: withMailbox(withLocks(host, locks), drop.mailbox, kept),
      facts: [{ type: 'expunge', mailbox: drop.mailbox, uids: [...gone] }],
    });
  },
});
const atUid = (rows: Rows, n: number): number => at(rows, n - 1)?.uid ?? 0;

export const pop3: Protocol<Pop3> = {
  id: 'pop3',
  title: 'POP3',
  initial: { name: 'connected', data: {} },
  session: {},
  leniency: [],
  states: {
    connected: { title: 'Connected', rfc: '1939#4', reads: nothing },
    authorization: { title: 'Who are you?', rfc: '1939#4', reads: line },
    authenticating: {
      title: 'Proving who you are',
      rfc: '5034#4',
      reads: lines(12_288, '5034#4'),
      as: 'response',
    },
    transaction: { title: 'Maildrop open', rfc: '1939#5', reads: line },
  },
  commands: [user, pass, authenticate, stat, noop, list, retr, dele, quit],
  signals: [opened, response],
  extensions: [],
  otherwise: {
    unknown: { to: 'same', says: '-ERR No such command', when: 'the verb is not known' },
    badSequence: {
      to: 'same',
      says: '-ERR Not now',
      when: 'the verb is not legal in this state',
      rfc: '1939#3',
    },
    badSyntax: { to: 'same', says: '-ERR Expected {expected}', when: 'the arguments do not parse' },
    badParameter: { to: 'same', says: '-ERR Expected {expected}', when: 'never' },
    tooLong: { to: 'same', says: '-ERR Line too long', when: 'more than 255 octets', rfc: '2449#4' },
    fault: { to: 'closed', says: '-ERR [SYS/TEMP] A bug in us', when: 'a rule threw', rfc: '3206#5' },
  },
  hear(text) {
    const space = text.indexOf(' ');
    return {
      tag: '',
      verb: (space < 0 ? text : text.slice(0, space)).toUpperCase(),
      rest: space < 0 ? text.length : space + 1,
    };
  },
  encode({ rows, many }) {
    if (!many) return (rows[0] ?? '') + CRLF;
    const [status = '', ...body] = rows;
    return `${status}${CRLF}${body.map(stuffed).join('')}.${CRLF}`;
  },
};
const stuffed = (row: Octets): Octets =>
  (row.startsWith('.') ? '.' : '') + (row.includes('\r\n.') ? row.replaceAll('\r\n.', '\r\n..') : row) + CRLF;
