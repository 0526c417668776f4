// What may be changed about a world, and what is said when it may not.
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import type { Change } from '../../../src/core/host/change.ts';
import type { PeopleEdit } from '../../../src/core/host/people.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { feed, sitDown, type } from '../agents/terminal.ts';

const POP = 'pop.example.com';
const turn = (knob: Change): Input => ({ type: 'turn', knob });
const people = (edit: PeopleEdit, host = POP): Change => ({ type: 'people', host, edit });
const user = (name: string, password = 'secret'): Change =>
  people({ kind: 'user', name: utf8(name), password: utf8(password), keys: null });
const alias = (name: string, ...to: readonly string[]): Change => people({ kind: 'alias', name, to });
const login = (name: string, password: string): string =>
  `telnet ${POP} 110\nUSER ${name}\nPASS ${password}\n`;

describe('people', () => {
  test('somebody new has a mailbox of their own and logs in; with another password, with that one', () => {
    const terminal = sitDown();
    feed(terminal, turn(user('zoë', 'first')));
    const box = terminal.world.hosts[POP]?.store.mailboxes[`${utf8('zoë')}/INBOX`];
    expect(box).toMatchObject({ uidNext: 1, uidValidity: terminal.world.epoch });
    expect(type(terminal, utf8(login('zoë', 'first')))).toContain('+OK 0 messages');
    type(terminal, 'QUIT\n');
    feed(terminal, turn(user('zoë', 'second')));
    expect(type(terminal, utf8(login('zoë', 'first')))).toContain('-ERR');
    expect(type(terminal, utf8('USER zoë\nPASS second\n'))).toContain('+OK 0 messages');
  });
  test('who is dismissed cannot log in; the letters stay, and are there when they come back', () => {
    const terminal = sitDown();
    feed(terminal, turn(people({ kind: 'dismiss', name: 'bob' })));
    expect(type(terminal, login('bob', 'correct-horse'))).toContain('-ERR');
    type(terminal, 'QUIT\n');
    feed(terminal, turn(user('bob', 'again')));
    expect(type(terminal, login('bob', 'again'))).toContain('+OK 3 messages');
  });
  test('dismissing somebody whose maildrop is open harms nobody', () => {
    const terminal = sitDown();
    type(terminal, `${login('bob', 'correct-horse')}DELE 1\n`);
    feed(terminal, turn(people({ kind: 'dismiss', name: 'bob' })));
    expect(type(terminal, 'QUIT\n')).toContain('1 deleted, 2 left');
  });
  test('a quota is theirs alone, or as the host says again', () => {
    const terminal = sitDown();
    feed(terminal, turn(people({ kind: 'quota', name: 'bob', octets: 700 })));
    expect(terminal.world.hosts[POP]?.store.users['bob']?.quota).toBe(700);
    feed(terminal, turn(people({ kind: 'quota', name: 'bob', octets: null })));
    expect(terminal.world.hosts[POP]?.store.users['bob']).not.toHaveProperty('quota');
  });
  test('a mailbox of theirs comes with those above it, and goes with what is in it', () => {
    const terminal = sitDown();
    const box = (mailbox: string, phase: 'add' | 'remove') =>
      feed(terminal, turn(people({ kind: 'mailbox', name: 'bob', mailbox, phase })));
    const told = (mailbox: string, phase: 'add' | 'remove') =>
      box(mailbox, phase).flatMap((e) => (e.type === 'fact' ? [e.fact] : []));
    expect(told('Trips/Autumn', 'add')).toMatchObject([
      { type: 'create', mailbox: 'bob/Trips' },
      { type: 'create', mailbox: 'bob/Trips/Autumn', box: { uidNext: 1, uidValidity: expect.any(Number) } },
    ]);
    expect(told('Trips/Autumn', 'remove')).toEqual([{ type: 'delete', mailbox: 'bob/Trips/Autumn' }]);
    expect(Object.keys(terminal.world.hosts[POP]?.store.mailboxes ?? {})).toContain('bob/Trips');
    const wrong = (mailbox: string, phase: 'add' | 'remove') =>
      box(mailbox, phase).map((e) => (e.type === 'turned' ? e.expected : e.type));
    expect(wrong('Trips', 'add')).toEqual(['the name of a mailbox that is not there yet']);
    expect(wrong('Nowhere', 'remove')).toEqual(['a mailbox that is there']);
    expect(wrong('INBOX', 'remove')).toEqual(['another mailbox: INBOX is always there']);
    expect(wrong('', 'add')).toEqual(['a name for a mailbox']);
  });
  test('an alias comes and goes', () => {
    const terminal = sitDown();
    feed(terminal, turn(alias('both', 'alice', 'sales', 'x@elsewhere.test')));
    expect(terminal.world.hosts[POP]?.store.aliases?.['both']).toEqual([
      'alice',
      'sales',
      'x@elsewhere.test',
    ]);
    feed(terminal, turn(alias('both')));
    expect(terminal.world.hosts[POP]?.store.aliases).not.toHaveProperty('both');
  });
});

const REFUSED: readonly (readonly [string, Change, string])[] = [
  ['a capital', user('Bob'), 'a name in small letters'],
  ['an address for a name', user('a@b'), 'a name in small letters'],
  ['nobody', user(''), 'a name in small letters'],
  ['a character that is no octet', people({ kind: 'user', name: 'ж', password: 'x', keys: null }), 'a name'],
  ['no password', user('new', ''), 'a password'],
  ['a password of two lines', user('new', 'a\nb'), 'a password'],
  ['dismissing a stranger', people({ kind: 'dismiss', name: 'constructor' }), 'somebody who has an account'],
  ['a quota for a stranger', people({ kind: 'quota', name: 'x', octets: 1 }), 'somebody who has an account'],
  ['a quota below nothing', people({ kind: 'quota', name: 'bob', octets: -1 }), 'a whole number of octets'],
  ['a quota of no number', people({ kind: 'quota', name: 'bob', octets: Number.NaN }), 'a whole number'],
  ['taking away no alias', alias('nothing'), 'an alias that is there'],
  ['an alias for nobody', alias('new', 'stranger'), 'names of accounts or aliases here'],
  ['an alias for itself', alias('new', 'new'), 'names of accounts or aliases here'],
  ['an alias for something that is no address', alias('new', '@x.test'), 'names of accounts'],
  ['an alias for everybody', alias('new', ...Array.from({ length: 101 }, () => 'bob')), 'at most 100'],
  [
    'people where no mail is kept',
    people({ kind: 'dismiss', name: 'bob' }, 'client.example.net'),
    'keeps mail',
  ],
  ['people of nowhere', people({ kind: 'dismiss', name: 'bob' }, '__proto__'), 'a machine of this world'],
  ['a decision of nowhere', { type: 'policy', host: 'x', set: {} }, 'a machine of this world'],
  ['no decision', { type: 'policy', host: POP, set: { greylist: -1 } }, 'a whole number from 0'],
  [
    'a cable to nowhere',
    { type: 'link', between: [POP, 'x'], set: { latency: 1 } },
    'a machine of this world',
  ],
  ['no record', { type: 'record', edit: { phase: 'add', line: 'a MX' } }, 'a preference'],
  [
    'another record for one that is not there',
    { type: 'record', edit: { phase: 'add', line: 'a.test A 192.0.2.1', instead: 'a.test A 192.0.2.2' } },
    'a record that is there',
  ],
  ['silence of no name', { type: 'fault', name: 'a..b', fault: 'timeout' }, 'the name of a domain'],
];
test.each(REFUSED)('%s is refused in words, and nothing is changed', (_what, change, expected) => {
  const terminal = sitDown();
  const { hosts, names, links } = terminal.world;
  const trace = feed(terminal, turn(change));
  const { hosts: after, names: named, links: linked } = terminal.world;
  expect({ hosts: after, names: named, links: linked }).toEqual({ hosts, names, links });
  const told = trace.find((event) => event.type === 'turned');
  expect(told).toMatchObject({ change, cause: 0 });
  expect(told?.type === 'turned' && told.expected).toContain(expected);
});
test('mail finds somebody whose name is not in ASCII', () => {
  const terminal = sitDown({ takesMail: true });
  feed(terminal, turn(user('zoë')));
  const said = `telnet ${POP} 25\nEHLO client.example.net\nMAIL FROM:<> SMTPUTF8\nRCPT TO:<zoë@example.com>\n`;
  expect(type(terminal, utf8(said))).toContain('250 2.1.5');
});
test('a record takes the place of another at once', () => {
  const terminal = sitDown();
  const edit = {
    phase: 'add',
    line: 'pop.example.com 60 A 192.0.2.77',
    instead: 'pop.example.com A 192.0.2.31',
  };
  feed(terminal, turn({ type: 'record', edit: { ...edit, phase: 'add' } }));
  const records = terminal.world.names.zones['example.com.']?.records ?? [];
  expect(records.filter(({ type: it }) => it === 'A')).toMatchObject([{ address: '192.0.2.77', ttl: 60 }]);
});
