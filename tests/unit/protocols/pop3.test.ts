import { describe, expect, test } from 'vitest';
import { CRLF, utf8, type Octets } from '../../../src/core/base/octets.ts';
import { withHost } from '../../../src/core/host/host.ts';
import { usual } from '../../../src/core/host/policy.ts';
import type { World } from '../../../src/core/kernel/world.ts';
import { digestOf } from '../../../src/core/protocols/pop3/commands/apop.ts';
import { uniqueId } from '../../../src/core/protocols/pop3/commands/uidl.ts';
import { mark, openMaildrop, release, update } from '../../../src/core/protocols/pop3/maildrop.ts';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { encode } from '../../../src/core/protocols/pop3/reply.ts';
import { isUtf8 } from '../../../src/core/protocols/sasl/utf8.ts';
import { commandsOf } from '../../../src/core/spec/compile.ts';
import { append, expunge, newMailbox } from '../../../src/core/store/mailbox.ts';
import { at } from '../../../src/core/store/rows.ts';
import { ask, hangUp, heard, labOf, open } from '../../transcript/lab.ts';
import { POP, testWorld } from '../../world.ts';

const hostOf = (world: World) => {
  const host = world.hosts[POP];
  if (!host) throw new Error('no mail server');
  return host;
};
const bob = hostOf(testWorld());
const opened = () => {
  const it = openMaildrop(bob, 'bob', 1);
  if (typeof it === 'string') throw new Error(it);
  return it;
};

describe('APOP', () => {
  test('the digest of RFC 1939 §7', () => {
    expect(digestOf('<1896.697170952@dbc.mtview.ca.us>', 'tanstaaf')).toBe(
      'c4c9334bac560ecc979e58001b3e22fb',
    );
  });
  test('a secret is octets: UTF-8 is hashed as it is stored', () => {
    expect(digestOf('<1@x.test>', utf8('größe7'))).toBe('71466e83f9146b1aac2dce4c67b88464');
  });
  test('every greeting has a timestamp of its own', () => {
    const lab = labOf(testWorld());
    const stamps = [1, 2, 3].map(() => /<[^>]+@pop\.example\.com>/.exec(heard(lab, open(lab, 110)))?.[0]);
    expect(new Set(stamps).size).toBe(3);
    expect(stamps).not.toContain(undefined);
  });
});

describe('a server that doubles no dots', () => {
  test('ends a letter at its own dot, and what follows answers nothing that was asked', () => {
    const lab = labOf(testWorld({ policy: { dotBug: true } }));
    const conn = open(lab, 110);
    ask(lab, conn, `USER bob${CRLF}PASS correct-horse${CRLF}`);
    const said = ask(lab, conn, `RETR 2${CRLF}`);
    expect(said.split('\r\n.\r\n')).toEqual([
      expect.stringMatching(/Subject: Dots\r\n$/),
      '.profile\r\nplain',
      '',
    ]);
  });
});

describe('UIDL', () => {
  test('one to 70 characters from 0x21 to 0x7E, whatever the numbers', () => {
    expect(uniqueId(1_793_696_400, 7)).toBe('6ae9a29000000007');
    expect(uniqueId(2 ** 32 - 1, 2 ** 32 - 1)).toMatch(/^[\x21-\x7e]{1,70}$/);
  });
  test('two letters that are the same have two names', () => {
    const lab = labOf(testWorld());
    const conn = open(lab, 995);
    ask(lab, conn, `AUTH PLAIN AGVyaW4AZ3LDtsOfZTc=${CRLF}`);
    const [, first, second] = ask(lab, conn, `UIDL${CRLF}`).split(CRLF);
    expect(first?.slice(2)).not.toBe(second?.slice(2));
  });
  test('a name is not given twice, though the letter that had it is gone', () => {
    const letter = 'A: b\r\n\r\nc\r\n';
    const one = append(newMailbox(9), letter);
    const two = append(
      expunge(one, () => true),
      letter,
    );
    expect(uniqueId(9, at(two.rows, 0)?.uid ?? 0)).not.toBe(uniqueId(9, at(one.rows, 0)?.uid ?? 0));
  });
});

describe('a maildrop', () => {
  test('marks are kept in order, whatever the order of DELE', () => {
    const { state } = opened();
    const row = at(state.rows, 0);
    if (!row) throw new Error('no letter');
    expect([3, 1, 2].reduce((drop, number) => mark(drop, number, row), state).marked).toEqual([1, 2, 3]);
  });
  test('UPDATE takes what is marked and nothing else, tells what really went, and gives the lock back', () => {
    const { state, host } = opened();
    const [first, second] = [at(state.rows, 0), at(state.rows, 1)];
    const box = host.store.mailboxes['bob/INBOX'];
    if (!first || !second || !box) throw new Error('no letters');
    const marked = mark(mark(state, 1, first), 2, second);
    const elsewhere = expunge(append(box, 'New: 1\r\n\r\n'), ({ uid }) => uid === first.uid);
    const store = { ...host.store, mailboxes: { ...host.store.mailboxes, 'bob/INBOX': elsewhere } };
    const after = update({ ...host, store }, marked);
    expect(after.facts).toEqual([
      { type: 'expunge', mailbox: 'bob/INBOX', uids: [second.uid] },
      { type: 'unlock', mailbox: 'bob/INBOX' },
    ]);
    expect(after.host.store.mailboxes['bob/INBOX']?.rows.length).toBe(2);
    expect(after.host.store.locks).toEqual({});
  });
  test('to let go deletes nothing and touches no other lock', () => {
    const { state, host } = opened();
    const store = { ...host.store, locks: { ...host.store.locks, 'erin/INBOX': 9 } };
    const after = release({ ...host, store }, state);
    expect(after.host.store.locks).toEqual({ 'erin/INBOX': 9 });
    expect(after.host.store.mailboxes).toBe(host.store.mailboxes);
  });
  test('a user called like a property of every object has none', () => {
    expect(openMaildrop(bob, '__proto__', 1)).toBe('broken');
  });
});

describe('replies', () => {
  test('a row of many lines is stuffed line by line', () => {
    const said = encode({ rows: ['+OK', '.\r\n..a\r\nb.\r\n.'], many: true });
    expect(said).toBe('+OK\r\n..\r\n...a\r\nb.\r\n..\r\n.\r\n');
  });
  const letters: readonly (readonly [string, Octets, Octets])[] = [
    ['no line end', 'A: b\r\n\r\nend', 'A: b\r\n\r\nend\r\n'],
    ['only a header', 'A: b\r\n', 'A: b\r\n'],
    ['nothing at all', '', '\r\n'],
    ['a bare LF', 'A: b\r\n\r\n.x\n.y\r\n', 'A: b\r\n\r\n..x\n.y\r\n'],
    ['octets above 127', '\xff\xfe\r\n\r\n\0\r\n', '\xff\xfe\r\n\r\n\0\r\n'],
    ['an empty header', '\r\nbody\r\n', '\r\nbody\r\n'],
  ];
  test.each(letters)('a letter with %s', (_what, letter, wire) => {
    const lab = labOf(testWorld({ bob: [letter] }));
    const conn = open(lab, 995);
    ask(lab, conn, `USER bob${CRLF}PASS correct-horse${CRLF}`);
    const reply = ask(lab, conn, `RETR 1${CRLF}`);
    const size = wire.length - (wire.includes('\r\n..') ? 1 : 0);
    expect(reply).toBe(`+OK ${size} octets\r\n${wire}.\r\n`);
    expect(ask(lab, conn, `LIST 1${CRLF}`)).toBe(`+OK 1 ${size}${CRLF}`);
    expect(ask(lab, conn, `TOP 1 9${CRLF}`)).toBe(`+OK Top of message 1\r\n${wire}.\r\n`);
  });
  test('TOP of a long generated letter, within its head and beyond it', () => {
    const box = append(newMailbox(5), { head: 'A: b\r\n\r\none\r\n', lines: 3, seed: 1, tail: 'end\r\n' });
    const world = testWorld();
    const host = hostOf(world);
    const store = { ...host.store, mailboxes: { 'bob/INBOX': box } };
    const lab = labOf({ ...world, hosts: withHost(world.hosts, { ...host, store }) });
    const conn = open(lab, 995);
    ask(lab, conn, `USER bob${CRLF}PASS correct-horse${CRLF}`);
    const top = (lines: number): readonly string[] => ask(lab, conn, `TOP 1 ${lines}${CRLF}`).split(CRLF);
    expect(top(1).slice(1)).toEqual(['A: b', '', 'one', '.', '']);
    expect(top(3).slice(1, 4)).toEqual(['A: b', '', 'one']);
    expect(top(3)).toHaveLength(8);
    expect(top(99).at(-3)).toBe('end');
  });
});

describe('what the console may offer', () => {
  const all = usual.mechanisms;
  const clear = all.filter((name) => name !== 'OAUTHBEARER');
  test('the numbers that are not marked, and the mechanisms', () => {
    const { state } = opened();
    const row = at(state.rows, 1);
    if (!row) throw new Error('no letter');
    const hints = pop3.hints?.({ name: 'transaction', data: mark(state, 2, row) }, pop3.session, bob);
    expect(hints).toEqual({ message: ['1', '3'], mechanism: clear });
    expect(pop3.hints?.({ name: 'authorization', data: {} }, pop3.session, bob)).toEqual({
      mechanism: clear,
    });
    const inTls = { ...pop3.session, tls: true };
    expect(pop3.hints?.({ name: 'authorization', data: {} }, inTls, bob)).toEqual({ mechanism: all });
  });
  test('what is secret is marked so', () => {
    const secrets = commandsOf(pop3).flatMap(({ rule }) =>
      rule.args.arguments.filter((it) => it.secret).map((it) => `${rule.verb} ${it.name}`),
    );
    expect(secrets.toSorted()).toEqual(['AUTH initial-response', 'PASS password']);
  });
  test('every usage is what RFC 1939 and its extensions write', () => {
    const usages = Object.fromEntries(commandsOf(pop3).map(({ rule }) => [rule.verb, rule.args.usage]));
    expect(usages).toEqual({
      APOP: '<name> <digest>',
      AUTH: '<mechanism> [<initial-response>]',
      CAPA: '',
      DELE: '<message>',
      LANG: '[<language>]',
      LIST: '[<message>]',
      NOOP: '',
      PASS: '<password>',
      QUIT: '',
      RETR: '<message>',
      RSET: '',
      STAT: '',
      STLS: '',
      TOP: '<message> <lines>',
      UIDL: '[<message>]',
      USER: '<name>',
      UTF8: '',
    });
  });
  test('every refusal names its rule', () => {
    const outcomes = [
      ...commandsOf(pop3).flatMap(({ rule }) => Object.values(rule.outcomes)),
      ...Object.values(pop3.otherwise),
      ...Object.values(pop3.states).flatMap((state) => Object.values(state.otherwise ?? {})),
    ];
    const nameless = outcomes.filter(
      ({ says, rfc }) => says?.startsWith('-ERR') === true && rfc === undefined,
    );
    expect(nameless).toEqual([]);
  });
});

test('marks, locks and deletions are told as facts, each caused by its command', () => {
  const lab = labOf(testWorld());
  const conn = open(lab, 995);
  for (const line of ['USER bob', 'PASS correct-horse', 'DELE 3', 'DELE 1', 'RSET', 'DELE 2', 'QUIT'])
    ask(lab, conn, line + CRLF);
  hangUp(lab, conn, 'close');
  expect(lab.trace.flatMap((e) => (e.type === 'fact' ? [e.fact] : []))).toEqual([
    { type: 'lock', mailbox: 'bob/INBOX' },
    { type: 'mark', mailbox: 'bob/INBOX', uids: [3] },
    { type: 'mark', mailbox: 'bob/INBOX', uids: [1] },
    { type: 'unmark', mailbox: 'bob/INBOX', uids: [1, 3] },
    { type: 'mark', mailbox: 'bob/INBOX', uids: [2] },
    { type: 'expunge', mailbox: 'bob/INBOX', uids: [2] },
    { type: 'unlock', mailbox: 'bob/INBOX' },
  ]);
  expect(lab.world.conns).toEqual([]);
});

test('UTF-8 as RFC 3629 §4 has it', () => {
  const good = ['', 'a', '\0', utf8('größe'), utf8('台北'), utf8('😀'), '\xf4\x8f\xbf\xbf', '\xed\x9f\xbf'];
  const bad = [
    '\x80',
    '\xc0\xaf',
    '\xc3',
    '\xe0\x80\xaf',
    '\xed\xa0\x80',
    '\xf4\x90\x80\x80',
    '\xf8',
    '\xe2\x82',
  ];
  expect(good.filter((octets) => !isUtf8(octets))).toEqual([]);
  expect(bad.filter(isUtf8)).toEqual([]);
});
