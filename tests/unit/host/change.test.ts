// What may be changed about a world, and what is said when it may not.
import { describe, expect, test } from 'vitest';
import { believed } from '../../../src/app/share/journal.ts';
import { utf8 } from '../../../src/core/base/octets.ts';
import type { Change } from '../../../src/core/host/change.ts';
import type { PeopleEdit } from '../../../src/core/host/people.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { feed, sitDown, type, type Terminal } from '../agents/terminal.ts';

const POP = 'pop.example.com';
const turn = (knob: Change): Input => ({ type: 'turn', knob });
const people = (edit: PeopleEdit, host = POP): Change => ({ type: 'people', host, edit });
const user = (name: string, password = 'secret'): Change =>
  people({ kind: 'user', name: utf8(name), password: utf8(password), keys: null });
const alias = (name: string, ...to: readonly string[]): Change => people({ kind: 'alias', name, to });
const list = (name: string, owner: string): Change => people({ kind: 'list', name, owner, phase: 'add' });
const renamed = (mailbox: string, to: string, name = 'bob'): Change =>
  people({ kind: 'rename', name, mailbox, to });
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
    expect(wrong('', 'add')).toEqual(['a name for a mailbox, no % and no * in it, / between its levels']);
  });
  test('a mailbox renamed takes those below it along, and whoever has it open keeps it open', () => {
    const terminal = { world: standard(), trace: [] };
    const told = (edit: PeopleEdit) =>
      feed(terminal, turn(people(edit))).flatMap((e) => (e.type === 'fact' ? [e.fact] : []));
    told({ kind: 'mailbox', name: 'bob', mailbox: 'Trips/Autumn', phase: 'add' });
    type(
      terminal,
      'openssl s_client -quiet -crlf -connect imap.example.com:993\na LOGIN bob correct-horse\n',
    );
    type(terminal, 'b SELECT Trips/Autumn\n');
    const rename = (mailbox: string, to: string) => told({ kind: 'rename', name: 'bob', mailbox, to });
    expect(rename('Trips', 'Old/Trips')).toMatchObject([
      { type: 'create', mailbox: 'bob/Old' },
      { type: 'rename', mailbox: 'bob/Trips', to: 'bob/Old/Trips' },
      { type: 'rename', mailbox: 'bob/Trips/Autumn', to: 'bob/Old/Trips/Autumn' },
    ]);
    expect(type(terminal, 'c APPEND Old/Trips/Autumn {2+}\nhi\n')).toContain('* 1 EXISTS');
    expect(rename('INBOX', 'Read')).toMatchObject([
      { type: 'create', mailbox: 'bob/Read' },
      { type: 'append', mailbox: 'bob/Read' },
      { type: 'expunge', mailbox: 'bob/INBOX' },
    ]);
  });
  test('a list is made, has members, sends to them, and goes', () => {
    const terminal = sitDown({ takesMail: true });
    const list = (phase: 'add' | 'remove') =>
      feed(terminal, turn(people({ kind: 'list', name: 'crew', owner: 'bob', phase })));
    const member = (name: string, phase: 'add' | 'remove') =>
      feed(terminal, turn(people({ kind: 'member', name: 'crew', member: name, phase })));
    list('add');
    for (const name of ['alice', 'bob@example.com', 'x@elsewhere.test']) member(name, 'add');
    member('x@elsewhere.test', 'remove');
    expect(terminal.world.hosts[POP]?.store.lists?.['crew']).toMatchObject({
      members: ['alice', 'bob@example.com'],
      owner: 'bob',
    });
    const letter =
      'EHLO client.example.net\nMAIL FROM:<bob@example.com>\nRCPT TO:<crew@example.com>\nDATA\nhi\n.\n';
    type(terminal, `telnet ${POP} 25\n${letter}`);
    const boxes = terminal.world.hosts[POP]?.store.mailboxes;
    expect(boxes?.['alice/INBOX']?.rows.length).toBeGreaterThan(0);
    expect(type(terminal, 'RSET\nQUIT\n')).toContain('221');
    list('remove');
    expect(terminal.world.hosts[POP]?.store.lists).toEqual({});
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
  ['a list nobody owns', list('crew', 'stranger'), 'for the owner the name of an account'],
  ['a list of a name that is somebody’s', list('alice', 'bob'), 'a name that nothing here has yet'],
  ['a list called as an office is', list('crew-owner', 'bob'), 'kept for an office of a list'],
  ['a list called as nothing is', list('Crew', 'bob'), 'a name in small letters'],
  [
    'no list going',
    people({ kind: 'list', name: '__proto__', owner: '', phase: 'remove' }),
    'a list that is',
  ],
  [
    'a member of no list',
    people({ kind: 'member', name: 'crew', member: 'bob', phase: 'add' }),
    'a list that is there',
  ],
  ['a new name for no mailbox', renamed('Nowhere', 'There'), 'a mailbox that is there'],
  ['a new name that is taken', renamed('INBOX', 'INBOX'), 'the name of a mailbox that is not there yet'],
  ['a new name that is none', renamed('INBOX', ''), 'a name for a mailbox'],
  ['a new name for a stranger’s', renamed('INBOX', 'x', 'x'), 'somebody who has an account'],
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
test('where names begin with INBOX., whoever has forgotten it is told', () => {
  const terminal: Terminal = { world: standard(), trace: [] };
  const add = (mailbox: string) =>
    feed(
      terminal,
      turn(people({ kind: 'mailbox', name: 'dave', mailbox, phase: 'add' }, 'mail.example.org')),
    ).flatMap((e) => (e.type === 'turned' ? [e.expected] : []));
  expect(add('Plans')).toEqual([
    'a name for a mailbox that begins with INBOX., no % and no * in it, . between its levels',
  ]);
  expect(add('INBOX.Plans')).toEqual(['']);
});
test('a mailbox goes nowhere below itself, and a list has nobody twice, and nobody that is none', () => {
  const terminal = sitDown();
  const expected = (edit: PeopleEdit) =>
    feed(terminal, turn(people(edit))).flatMap((e) => (e.type === 'turned' ? [e.expected] : []));
  expected({ kind: 'mailbox', name: 'bob', mailbox: 'Trips', phase: 'add' });
  expect(expected({ kind: 'rename', name: 'bob', mailbox: 'Trips', to: 'Trips/Old' })).toEqual([
    'a name that does not lie below the mailbox itself',
  ]);
  expected({ kind: 'list', name: 'crew', owner: 'bob', phase: 'add' });
  const join = (member: string) => expected({ kind: 'member', name: 'crew', member, phase: 'add' })[0];
  expect(join('bob')).toBe('');
  expect(join('Bob@EXAMPLE.com')).toBe('somebody who is not on the list yet');
  for (const wrong of ['', 'stranger', '@x.test', 'a b@x.test', 'crew', 'crew@example.com', 'a@'])
    expect(join(wrong)).toBe('the name of an account or an alias here, or an address elsewhere');
  expect(expected({ kind: 'member', name: 'crew', member: 'alice', phase: 'remove' })).toEqual([
    'somebody who is on the list',
  ]);
  for (let n = 1; n < 100; n++) join(`n${n}@x.test`);
  expect(join('one@more.test')).toBe('at most 100 members');
});
test('two lists on each other, in two places, send a letter once each', () => {
  const terminal: Terminal = { world: standard(), trace: [] };
  const at = (host: string, edit: PeopleEdit) => feed(terminal, turn(people(edit, host)));
  at('lists.example.net', { kind: 'list', name: 'one', owner: 'postmaster', phase: 'add' });
  at('lists.example.net', { kind: 'list', name: 'two', owner: 'postmaster', phase: 'add' });
  at('mail.example.org', { kind: 'list', name: 'other', owner: 'dave', phase: 'add' });
  for (const name of ['one', 'two'])
    at('lists.example.net', { kind: 'member', name, member: 'other@example.org', phase: 'add' });
  for (const member of ['one@lists.example.net', 'two@lists.example.net', 'dave'])
    at('mail.example.org', { kind: 'member', name: 'other', member, phase: 'add' });
  const trace = type(
    terminal,
    `telnet lists.example.net 25\nEHLO client.example.net\nMAIL FROM:<you@client.example.net>\nRCPT TO:<one@lists.example.net>\nDATA\nSubject: Round\n\nhi\n.\n`,
  );
  expect(trace).toContain('250 2.0.0');
  feed(terminal, { type: 'pass', until: 'quiet' });
  const posted = terminal.trace.flatMap((e) =>
    e.type === 'fact' && e.fact.type === 'posted' ? [e.fact] : [],
  );
  expect(posted).toMatchObject([{ list: 'one' }, { list: 'other' }, { list: 'two' }]);
});
test.each<PeopleEdit>([
  { kind: 'user', name: 'zoe', password: 'first', keys: null },
  { kind: 'dismiss', name: 'alice' },
  { kind: 'quota', name: 'bob', octets: null },
  { kind: 'mailbox', name: 'bob', mailbox: 'Trips', phase: 'add' },
  { kind: 'rename', name: 'bob', mailbox: 'Trips', to: 'Old' },
  { kind: 'alias', name: 'both', to: ['alice', 'bob'] },
  { kind: 'list', name: 'crew', owner: 'bob', phase: 'add' },
  { kind: 'member', name: 'crew', member: 'alice', phase: 'add' },
])('what is decided about people is believed when it is brought back: %j', (edit) => {
  const input = turn(people(edit));
  expect(believed(JSON.parse(JSON.stringify(input)))).toEqual(input);
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
