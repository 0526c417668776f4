// What the console offers in an IMAP session: what this user has and this server understands, and nothing else.
import { beforeAll, describe, expect, test } from 'vitest';
import { adviceAt, standingOf } from '../../../src/app/consoles.ts';
import { lab } from '../../../src/app/lab.ts';
import type { World } from '../../../src/core/kernel/world.ts';

const ME = 'you@client';
const sessionWith =
  (host: string, ...opening: readonly string[]) =>
  (...lines: readonly string[]): World => {
    const timeline = lab.begin(lab.start);
    for (const line of [`openssl s_client -quiet -crlf -connect ${host}:993`, ...opening, ...lines]) {
      lab.record(timeline, { type: 'type', console: ME, octets: `${line}\n` });
      lab.record(timeline, { type: 'pass', until: 'quiet' });
    }
    return lab.seek(timeline, timeline.inputs.length);
  };
const login = 'a LOGIN alice "paper lantern"';
const alice = sessionWith('imap.example.com', login);
const inbox = sessionWith('imap.example.com', login, 'b SELECT INBOX');
const everywhere = sessionWith('lab.example.net', 'a LOGIN you first-steps', 'b SELECT INBOX');
const fresh = sessionWith('imap.example.com');
const offers = (world: World, text: string): readonly string[] =>
  adviceAt(world, ME, text, text.length).others.map((it) => it.text);

describe('from the world', () => {
  let [loggedIn, open]: readonly [World, World] = [lab.start, lab.start];
  beforeAll(() => {
    [loggedIn, open] = [alice(), inbox()];
  });
  test('mailboxes this user has', () => {
    expect(offers(loggedIn, 'c SELECT ').slice(0, 3)).toEqual(['INBOX', 'Archive', 'Drafts']);
    expect(offers(loggedIn, 'c SELECT pro')).toEqual(['Projects', 'Projects/Seed']);
    expect(adviceAt(loggedIn, ME, 'c STATUS Pr', 11).ghost).toBe('ojects');
    expect(offers(open, 'c COPY 1:3 Ar')).toEqual(['Archive']);
    expect(offers(loggedIn, 'c SELECT bob')).toEqual([]);
  });
  test('one that was made a moment ago', () => {
    const world = alice('b CREATE "Two words"', 'c SUBSCRIBE "Two words"');
    expect(offers(world, 'd SELECT "T')).toEqual(['"Trash"', '"Two words"']);
    expect(offers(world, 'd UNSUBSCRIBE "Tw')).toEqual(['"Two words"']);
  });
  test('what is typed as people read it becomes what has to be written', () => {
    const world = alice('b CREATE "Two words"');
    const taken = (at: World, text: string): string => adviceAt(at, ME, text, text.length).taken;
    // in quotes, in modified UTF-7, and with the capitals that the name has
    expect(taken(world, 'd SELECT tw')).toBe('d SELECT "Two words"');
    expect(taken(world, 'd SELECT 台')).toBe('d SELECT &U,BTFw-');
    expect(taken(world, 'd COPY 1 "台')).toBe('d COPY 1 &U,BTFw-');
    expect(taken(world, 'd STATUS arch')).toBe('d STATUS Archive');
    expect(adviceAt(world, ME, 'd SELECT 台', 10).doubt).toBeUndefined();
    const revised = alice('b ENABLE IMAP4rev2');
    expect(taken(revised, 'd SELECT 台')).toBe('d SELECT "台北"');
    expect(offers(revised, 'd SELECT &')).toEqual([]);
    expect(taken(world, 'd SELECT nob')).toBe('');
    expect(taken(world, 'd SEL')).toBe('');
  });
  test.each([
    ['SELECT "S', ['"Sent"']],
    ['SELECT "projects/', ['"Projects/Seed"']],
    ['STATUS "Arch', ['"Archive"']],
    ['COPY 1:3 "Ar', ['"Archive"']],
    ['RENAME "Dr', ['"Drafts"']],
    ['LIST "" "%', ['"%"']],
    ['APPEND "Archive" (\\Se', ['\\Seen']],
    ['STATUS "Archive" (UNS', ['UNSEEN']],
    ['STORE 1 +FLAGS ("', []],
    ['FETCH 1 BODY[HEADER.FIELDS ("Subj', ['"Subject"']],
    ['SEARCH CHARSET "UT', ['"UTF-8"']],
    ['SEARCH "F', []],
    ['SEARCH CHARSET "UTF-8" UNS', ['UNSEEN']],
    ['SORT (DATE) "UT', ['"UTF-8"']],
    ['THREAD REFERENCES "UT', ['"UTF-8"']],
    ['SORT ("', []],
  ])('in quotes: %s', (text, expected) => {
    expect(offers(open, `c ${text}`)).toEqual(expected);
  });
  test('flags of the mailbox that is open, keywords of its own too', () => {
    expect(offers(open, 'c STORE 1 +FLAGS (\\')).toEqual([
      String.raw`\Answered`,
      String.raw`\Flagged`,
      String.raw`\Deleted`,
      String.raw`\Seen`,
      String.raw`\Draft`,
    ]);
    expect(offers(open, String.raw`c STORE 1 +FLAGS (\Seen \S`)).toEqual([]);
    const marked = inbox('c STORE 1 +FLAGS (Holiday)');
    expect(offers(marked, 'd STORE 2 FLAGS (H')).toEqual(['Holiday']);
    expect(offers(marked, 'd SEARCH KEYWORD ')).toContain('Holiday');
  });
  test('parts there are in the message that is meant', () => {
    const parts = offers(inbox('c SELECT Museum'), 'd FETCH 4 BODY.PEEK[');
    expect(parts.slice(0, 2)).toEqual(['HEADER]', 'TEXT]']);
    expect(parts).toContain('1]');
    expect(offers(open, 'c FETCH 1 BODY[HEADER.FIELDS (SUB')).toEqual(['Subject']);
    expect(offers(open, 'c FETCH 1 BODY[HEADER.FIELDS (From Subject SUB')).toEqual([]);
  });
});

describe('what this server understands', () => {
  let [open, all]: readonly [World, World] = [lab.start, lab.start];
  beforeAll(() => {
    [open, all] = [inbox(), everywhere()];
  });
  test.each([
    ['c FETCH ', ['1:*', '*']],
    ['c FETCH 1 F', ['FAST', 'FULL', 'FLAGS']],
    ['c FETCH 1 (FLAGS F', []],
    ['c FETCH 1 (FLAGS EN', ['ENVELOPE']],
    ['c FETCH 1 (BODY.', ['BODY.PEEK[']],
    ['c FETCH 1 (FLAGS) ', ['(CHANGEDSINCE']],
    ['c UID FETCH 1:* (FLAGS) (CH', ['CHANGEDSINCE']],
    ['c FETCH 1 (FLAGS)', []],
    ['c FETCH 1 FLAGS (', ['CHANGEDSINCE']],
    ['c FETCH 1 (FLAGS) (CHANGEDSINCE ', []],
    ['c FETCH 1 BODY[HEADER.FIELDS (To)] (', ['CHANGEDSINCE']],
    ['c FETCH 1 (BODY[HEADER.FIELDS (To)] BODY.PEEK[HEADER.FIELDS (Cc)] ENV', ['ENVELOPE']],
    ['c FETCH 1 BINARY[', ['1]', ']']],
    ['c FETCH 1 (UID BINARY.SIZE[', ['1]', ']']],
    ['c GETQUOTA ', ['#user/alice']],
    ['c STORE 1 -', ['-FLAGS', '-FLAGS.SILENT']],
    ['c STORE 1 (UNCHANGEDSINCE 3) +', ['+FLAGS', '+FLAGS.SILENT']],
    ['c SEARCH UNS', ['UNSEEN']],
    ['c SEARCH FROM ', []],
    ['c SEARCH FROM dave SI', ['SINCE']],
    ['c SEARCH HEADER X-Spam ', []],
    ['c SEARCH NOT DEL', ['DELETED']],
    ['c SEARCH RETURN (C', ['COUNT']],
    ['c SEARCH CHARSET UT', ['UTF-8']],
    ['c SORT (REV', ['REVERSE']],
    ['c SORT (DATE) UTF-8 UNS', ['UNSEEN']],
    ['c THREAD REF', ['REFERENCES']],
    ['c STATUS INBOX (UID', ['UIDNEXT', 'UIDVALIDITY']],
    ['c STATUS INBOX (MESSAGES UNS', ['UNSEEN']],
    ['c LIST "" ', ['"*"', '%', '*', 'INBOX']],
    ['c LIST "" % RET', ['RETURN (']],
    ['c LIST "" % RETURN (STATUS (MES', ['MESSAGES']],
    ['c LIST (SUB', ['SUBSCRIBED']],
    ['c SELECT INBOX (C', ['CONDSTORE']],
    ['c ENABLE ', ['IMAP4rev2', 'CONDSTORE', 'QRESYNC']],
    ['c ENABLE CONDSTORE Q', ['QRESYNC']],
    ['c APPEND INBOX (\\Se', [String.raw`\Seen`]],
    ['c NOOP ', []],
  ])('%s', (text, expected) => {
    expect(offers(open, text).slice(0, Math.max(expected.length, expected.includes('*') ? 4 : 30))).toEqual(
      expected,
    );
  });
  test('an extension’s items only where it is', () => {
    expect(offers(all, 'c FETCH 1 SAV')).toEqual(['SAVEDATE']);
    expect(
      offers(sessionWith('mail.example.org', 'a LOGIN dave dave', 'b SELECT INBOX')(), 'c FETCH 1 SAV'),
    ).toEqual([]);
  });
  test('once it is enabled it is not offered again', () => {
    expect(offers(inbox('c ENABLE QRESYNC'), 'd ENABLE ')).toEqual(['IMAP4rev2']);
    expect(offers(inbox('c ENABLE QRESYNC'), 'd UID FETCH 1:* (FLAGS) (V')).toEqual(['VANISHED']);
  });
});

describe('a command that is chosen before anything is typed', () => {
  test.each([
    ['at first', [], 'a1 CAPABILITY'],
    ['after a tag with a number', ['A009 NOOP'], 'A010 CAPABILITY'],
    ['after a word', ['fetch NOOP'], 'fetch1 CAPABILITY'],
    ['after a line without one', ['c NOOP', '{ NOOP'], 'a3 CAPABILITY'],
  ])('%s: with a tag of its own', (_when, lines, expected) => {
    expect(adviceAt(fresh(...lines), ME, '', 0).others[0]?.line).toBe(expected);
  });
  test('one that is being written keeps its own', () => {
    expect(adviceAt(fresh(), ME, 'q LOG', 5).others.map(({ line }) => line)).toEqual(['q LOGOUT', 'q LOGIN']);
  });
});
test('the usage line follows the caret', () => {
  const world = inbox();
  const here = (text: string) => adviceAt(world, ME, text, text.length).usage.find((it) => it.here)?.text;
  expect([here('c FETCH 1'), here('c FETCH 1 (FL'), here('c STATUS INBOX (')]).toEqual([
    '<sequence-set>',
    '<items>',
    '<status-item>',
  ]);
  expect(adviceAt(world, ME, 'c FETCH 1 (FL', 13).rfc).toBe('9051#6.4.5');
});
test('what may still become what is offered is not doubted', () => {
  const world = inbox();
  const doubtOf = (text: string) => adviceAt(world, ME, text, text.length).doubt?.kind;
  expect([
    doubtOf(String.raw`c STORE 1 FLAGS (\S`),
    doubtOf('c FETCH 1 (FLAGS EN'),
    doubtOf('c FETCH 1 (FLAGS XX'),
  ]).toEqual([undefined, undefined, 'expected']);
});
test.each([
  ['c SELECT INBOX (QRESYNC (1793696400 13 101:12', undefined],
  ['c SELECT INBOX (Q', undefined],
  ['c FETCH 1 (FLAGS) (CHANGEDSINCE 1 VAN', undefined],
  ['c SELECT INBOX (FOO)', 'expected'],
  ['c FETCH 1 (FLAGS) (CHANGEDSINCE x)', 'expected'],
])('parameters in parentheses are judged when they are whole: %s', (text, doubt) => {
  expect(adviceAt(inbox(), ME, text, text.length).doubt?.kind).toBe(doubt);
});
test('what is doubted is the verb, not the tag before it', () => {
  const world = fresh();
  const { doubt, marks } = adviceAt(world, ME, 'a1 FETCH 1 FLAGS', 16);
  expect(doubt).toMatchObject({ kind: 'not-now', verb: 'FETCH' });
  expect(marks.find(({ role }) => role === 'wrong')).toMatchObject({ from: 3, to: 8 });
  expect(marks.find(({ role }) => role === 'tag')).toMatchObject({ from: 0, to: 2 });
  expect(adviceAt(world, ME, 'a1 XYZ', 6).doubt).toEqual({ kind: 'unknown', verb: 'XYZ' });
});

describe('a command that goes on after a literal', () => {
  const clear = 'b LOGIN alice {13}';
  test('counts the octets that are owed, and is no line of its own', () => {
    const world = fresh('a LOGIN {5}');
    expect(standingOf(world, ME).status).toMatchObject({
      kind: 'content',
      content: { ends: 'literal', left: 5 },
    });
    const after = alice('c APPEND INBOX {9}', 'F\xc3\xa9!');
    // é is two octets, CR LF two more
    expect(standingOf(after, ME).status).toMatchObject({ content: { left: 3 } });
    expect(standingOf(alice('c APPEND INBOX {9}', '1234567'), ME).status).toMatchObject({ kind: 'rest' });
  });
  test('shows whose argument it is, and doubts nothing in it', () => {
    const advice = adviceAt(fresh(clear), ME, 'lantern', 7);
    expect(advice.usage.find((it) => it.here)?.text).toBe('<password>');
    expect([advice.doubt, advice.ghost, advice.others]).toEqual([undefined, '', []]);
    expect(advice.rfc).toBe('9051#6.2.3');
  });
  test('a password is one in a literal too, and what announces it is none', () => {
    const world = fresh(clear);
    expect(adviceAt(world, ME, 'paper lantern', 13).marks).toContainEqual({
      from: 0,
      to: 13,
      role: 'secret',
    });
    expect(adviceAt(world, ME, 'pap', 3).marks.at(-1)).toMatchObject({ role: 'secret' });
    const announced = adviceAt(fresh(), ME, clear, clear.length);
    expect(announced.marks.some(({ role }) => role === 'secret')).toBe(false);
    expect(adviceAt(fresh('b LOGIN {5}'), ME, 'alice {13}', 10).marks.map(({ role }) => role)).not.toContain(
      'secret',
    );
  });
  test('beyond the literal it is advised again', () => {
    expect(offers(inbox('c COPY 1 {7}'), 'Archive')).toEqual([]);
    const world = inbox('c SEARCH FROM {4}');
    expect(offers(world, 'dave UNS')).toEqual(['UNSEEN']);
    expect(adviceAt(world, ME, 'dave UNS', 8).others[0]?.line).toBe('dave UNSEEN');
  });
});

describe('a line that announces a literal', () => {
  const noteOf = (world: World, text: string) => adviceAt(world, ME, text, text.length);
  let [out, inside, open]: readonly [World, World, World] = [lab.start, lab.start, lab.start];
  beforeAll(() => {
    [out, inside, open] = [fresh(), fresh('b0 LOGIN {5}'), inbox()];
  });
  test.each([
    ['b0 LOGIN {5}', 'name', 5, true],
    ['b0 LOGIN {5+}', 'name', 5, false],
    ['b0 LOGIN alice {13}', 'password', 13, true],
  ])('%s', (text, name, octets, waits) => {
    const advice = noteOf(out, text);
    expect(advice.note).toEqual({ kind: 'literal', name, octets, waits });
    expect(advice.doubt).toBeUndefined();
    expect(advice.marks.filter(({ role }) => role === 'wrong')).toEqual([]);
  });
  test.each([
    ['c APPEND INBOX {9}', 'message'],
    ['c APPEND {5}', 'mailbox'],
    ['c SEARCH FROM {4}', 'text'],
    ['c FETCH 1 BODY[HEADER.FIELDS ({4}', 'field-name'],
  ])('%s is for its %s', (text, name) => {
    expect(noteOf(open, text).note).toMatchObject({ name });
  });
  test('the line goes on after one, and announces the next', () => {
    expect(noteOf(inside, 'alice {13}').note).toMatchObject({ name: 'password', octets: 13 });
  });
  test('where no argument can stand, and where the command is not legal, it is doubted as before', () => {
    expect(noteOf(open, 'c FETCH {5}').doubt?.kind).toBe('expected');
    expect(noteOf(open, 'c LOGIN {5}').doubt?.kind).toBe('not-now');
  });
});
