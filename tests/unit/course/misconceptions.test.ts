// The bank: all sixty are there, what they name exists, and each that shows in a session is seen to show, and to keep still.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { around, lessonPaths, readLesson } from '../../../scripts/lessons-files.ts';
import type { Deed } from '../../../src/course/lesson.ts';
import { misconceptions } from '../../../src/course/misconceptions/bank.ts';
import { nameProblems } from '../../../src/course/names.ts';
import { play } from '../../../src/course/play.ts';
import { worldNamed } from '../../../src/course/worlds.ts';
import { automatonOf } from '../../../src/core/trace/automaton.ts';
import { holds } from '../../../src/core/trace/goal.ts';
import type { Predicate } from '../../../src/core/trace/predicate.ts';

const standard = worldNamed('standard');
if (!standard) throw new Error('there is no standard world');
const world = standard;
const after = (deeds: readonly Deed[]) =>
  play({ start: world, console: 'you@client', acts: [] }, deeds).trace;

/** What waits for a pause is true in passing; it must not be so in the end. */
const stays = (when: Predicate, deeds: readonly Deed[]): boolean =>
  after(deeds).reduce((now, event, i, trace) => now.on(event, i, trace), automatonOf(when, world)).met;

const mx: readonly Deed[] = ['telnet mx1.example.com 25', 'EHLO client.example.net'];
const envelope: readonly Deed[] = [...mx, 'MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>'];
const letter = (...lines: readonly string[]): readonly Deed[] => [...envelope, 'DATA', ...lines, '.'];
const submit: readonly Deed[] = [
  'openssl s_client -quiet -crlf -connect submit.example.com:465',
  'EHLO client.example.net',
];
const handedIn: readonly Deed[] = [
  ...submit,
  'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
  'MAIL FROM:<alice@example.com>',
  'RCPT TO:<dave@example.org>',
  'DATA',
  'From: alice@example.com',
  '',
  'Is it there?',
  '.',
];
const dave: readonly string[] = [
  'openssl s_client -quiet -crlf -connect mail.example.org:993',
  'd1 LOGIN dave river-otter',
  'd2 SELECT INBOX',
];
const pop = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
] as const;
const imap: readonly string[] = ['openssl s_client -quiet -crlf -connect imap.example.com:993'];
const inbox: readonly string[] = [...imap, 'a1 LOGIN alice "paper lantern"', 'a2 SELECT INBOX'];

const alternative = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=x',
  '',
  '--x',
  'Content-Type: text/html',
  '',
  '<p>Hi',
  '--x',
  'Content-Type: text/plain',
  '',
  'Hi',
  '--x--',
];
/** By number: a session in which it shows. */
const SHOWS: Readonly<Record<string, readonly Deed[]>> = {
  M01: [...mx, 'From: you@client.example.net'],
  M02: [...mx, 'MAIL FROM:<you@client.example.net>', 'To: bob@example.com'],
  M03: ['telnet mx1.example.com 25', 'EHLO you@example.net'],
  M04: [...mx, 'MAIL FROM: <you@client.example.net>'],
  M05: [...mx, 'RCPT TO:<bob@example.com>'],
  M06: letter('Subject: Hello', 'no gap here'),
  M07: [...envelope, 'DATA', 'Subject: Waiting'],
  M08: [...envelope, 'DATA', 'QUIT'],
  M09: [...envelope, 'DATA', '', '.profile'],
  M10: ['nc mx1.example.com 25', 'NOOP'],
  M11: ['telnet mx1.example.com 25', 'NOOQ\bP'],
  M12: [...envelope, 'QUIT'],
  M13: [
    { turn: { type: 'policy', host: 'mx.example.org', set: { greylist: 300 } } },
    ...handedIn,
    'QUIT',
    ...dave,
  ],
  M14: [...envelope, 'RCPT TO:<nobody@example.com>', 'RCPT TO:<nobody@example.com>'],
  M15: [...envelope, 'RCPT TO:<nobody@example.com>', 'RSET'],
  M16: [...envelope, 'RCPT TO:<dave@example.org>', 'RCPT TO:<dave@example.org>'],
  M17: [...envelope, 'RCPT TO:<dave@example.org>'],
  M18: ['telnet submit.example.com 587', 'EHLO client.example.net', 'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl'],
  M19: [...submit, 'AUTH PLAIN Ym9iY29ycmVjdC1ob3JzZQ=='],
  M20: [...submit, 'AUTH LOGIN', 'bob!'],
  M21: [...envelope, 'AUTH PLAIN'],
  M22: [
    'openssl s_client -quiet -crlf -starttls smtp -connect submit.example.com:587',
    'MAIL FROM:<bob@example.com>',
  ],
  M23: ['telnet slow.test 25'],
  M24: [
    { turn: { type: 'policy', host: 'submit.example.com', set: { sendTls: 'never' } } },
    ...submit,
    'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl',
    'MAIL FROM:<bob@example.com>',
    'RCPT TO:<dave@example.org>',
    'DATA',
    'Subject: For your eyes only',
    '',
    '.',
  ],
  M26: letter('Subject: Grüße', '', 'Hallo'),
  M27: ['dig MX example.com', 'telnet mx2.example.com 25'],
  M28: letter('Content-Type: multipart/report; boundary=x', '', '--x--'),
  M29: [...mx, 'MAIL FROM:<you@client.example.net>', 'RCPT TO:<>'],
  M30: [
    { turn: { type: 'policy', host: 'mx1.example.com', set: { unknownUser: 'accept' } } },
    ...mx,
    'MAIL FROM:<carol@example.com>',
    'RCPT TO:<nobody@example.com>',
    'DATA',
    '',
    '.',
  ],
  M31: [...inbox, 'a3 FETCH 3 (BODY.PEEK[HEADER])', 'a4 LOGOUT', 'dig -x 198.51.100.20'],
  M32: letter(...Array.from({ length: 10 }, (_, i) => `Received: by ${i}.test`), 'Subject: Round', '', 'Hi'),
  M33: [...pop, 'DELE 1', '^C'],
  M34: [...pop, 'DELE 1', 'RETR 1'],
  M35: [...pop, 'DELE whqt'],
  M36: [...pop, 'STAT', 'STAT', 'STAT'],
  M37: [...pop, { open: 'two', host: 'bob-laptop.example.net' }, ...pop.map((type) => ({ at: 'two', type }))],
  M38: [...pop, 'TOP 1'],
  M39: [...imap, 'LOGIN alice "paper lantern"'],
  M40: [...imap, '* NOOP'],
  M41: [...imap, 'a1 LOGIN alice "paper lantern"', 'a2 FETCH 1 FLAGS'],
  M42: [
    ...inbox,
    'a3 FETCH 5 FLAGS',
    String.raw`a4 STORE 3 +FLAGS (\Deleted)`,
    'a5 EXPUNGE',
    'a6 STORE 5 +FLAGS (Paid)',
  ],
  M43: [...inbox, String.raw`a3 STORE 3,4 +FLAGS (\Deleted)`, 'a4 EXPUNGE', 'a5 FETCH 12 FLAGS'],
  M44: [...inbox, 'a3 FETCH 9 (BODY[TEXT])'],
  M45: [...imap, 'a1 LOGIN alice {5}', 'paper lantern', 'x'],
  M46: [...imap, 'a1 LOGIN alice {13}'],
  M47: [...inbox, String.raw`a3 STORE 1 +FLAGS (\Deleted)`, 'a4 LOGOUT'],
  M48: [...inbox, String.raw`a3 STORE 1 +FLAGS (\Deleted)`, 'a4 CLOSE'],
  M49: [
    { open: 'two', host: 'alice-phone.example.net' },
    ...[...inbox, String.raw`a3 STORE 1 +FLAGS (\Deleted)`].map((type) => ({
      at: 'two',
      type,
    })),
    ...inbox,
    'a3 EXPUNGE',
  ],
  M50: [
    ...inbox,
    'a3 CREATE Shelf',
    'a4 COPY 1:3 Shelf',
    'a5 SELECT Shelf',
    'a6 FETCH 1:* (UID FLAGS)',
    'a7 SELECT INBOX',
    'a8 DELETE Shelf',
    'a9 CREATE Shelf',
    'b1 SELECT Shelf',
    'b2 UID FETCH 2 (FLAGS)',
  ],
  M51: [...inbox, 'a3 SELECT "Sent Items"'],
  M52: [...inbox, 'a3 CREATE "Entwürfe"'],
  M53: [...inbox, 'a3 SEARCH SINCE 1-Nov-2026'],
  M54: [...inbox, String.raw`a3 STORE 5 FLAGS (\Seen)`],
  M55: [...inbox, 'a3 IDLE', 'a4 NOOP'],
  M56: [
    ...submit,
    'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
    'MAIL FROM:<alice@example.com>',
    'RCPT TO:<bob@example.com>',
    'DATA',
    '',
    '.',
    'QUIT',
    ...imap,
    'a1 LOGIN alice "paper lantern"',
    'a2 SELECT Sent',
  ],
  M57: [...inbox, 'a3 FETCH 7 (BINARY.SIZE[2])', 'a4 FETCH 7 (BODY.PEEK[2]<0.3064320>)'],
  M58: [
    ...letter('From: Alice <alice@example.com>', 'Subject: Hello', '', 'Who am I?'),
    'QUIT',
    'dig TXT example.com',
  ],
  M59: letter('DKIM-Signature: v=1; d=example.org; b=abc', 'Subject: Fwd', '', 'With a footer.'),
  M60: letter(...alternative),
};
/** Those for which two segments, or a race, are needed. */
const TIMED = ['M23', 'M46'];
const right: readonly (readonly Deed[])[] = [
  [...letter('Subject: Fine', '', 'Nothing wrong here.'), 'QUIT'],
  [...submit, 'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl', 'QUIT'],
  [...pop, 'STAT', 'LIST', 'UIDL', 'RETR 2', 'DELE 2', 'QUIT'],
  [...handedIn, 'QUIT', ...dave],
  [
    { turn: { type: 'policy', host: 'mx.example.org', set: { greylist: 300 } } },
    ...handedIn,
    'QUIT',
    { wait: 3600 },
    ...dave,
  ],
  [
    ...inbox,
    'a3 FETCH 3 (BODY.PEEK[HEADER])',
    'a4 FETCH 7 (BINARY.SIZE[2])',
    'a5 FETCH 7 (BINARY.PEEK[2]<0.3064320>)',
    'a6 LOGOUT',
    'dig -x 198.51.100.77',
  ],
  [
    ...inbox,
    'a3 CREATE Shelf',
    'a4 SELECT Shelf',
    'a5 UID SEARCH ALL',
    'a6 SELECT INBOX',
    'a7 DELETE Shelf',
    'a8 CREATE Shelf',
    'a9 COPY 1:3 Shelf',
    'b1 SELECT Shelf',
    'b2 FETCH 1:* (UID)',
    'b3 UID FETCH 2 (FLAGS)',
  ],
  [
    ...letter('From: Alice <alice@example.com>', 'Subject: Hello', '', 'Who am I?'),
    'QUIT',
    'dig TXT client.example.net',
    'dig TXT example.com',
  ],
  [...inbox, 'a3 FETCH 1:* (UID FLAGS)', 'a4 FETCH 9 (BODY.PEEK[TEXT])', 'a5 IDLE', 'DONE', 'a6 LOGOUT'],
];

/** Misconceptions that an answer to a question of this lesson speaks of. */
function believedIn(lesson: string): readonly string[] {
  const path = lessonPaths().find((it) => readFileSync(it, 'utf8').includes(`\nid: ${lesson}\n`));
  const found = path === undefined ? undefined : readLesson(path).compiled?.lesson;
  const choices = [...(found?.quiz ?? []), ...(found?.steps.flatMap(({ predict }) => predict ?? []) ?? [])];
  return choices.flatMap(({ believes }) => Object.values(believes));
}

describe('the bank', () => {
  it('has all sixty', () => {
    const all = Array.from({ length: 60 }, (_none, i) => `M${String(i + 1).padStart(2, '0')}`);
    expect(misconceptions.map(({ id }) => id)).toEqual(all);
  });
  it('names only what there is, in the one world or the other', () => {
    const either = { ...world, hosts: { ...world.hosts, ...worldNamed('two-devices')?.hosts } };
    const problems = misconceptions.flatMap(({ id, when }) =>
      when
        ? nameProblems(when, { world: either, questions: [] }).map(({ message }) => `${id}: ${message}`)
        : [],
    );
    expect(problems).toEqual([]);
    for (const { id, rfc } of misconceptions) {
      const [number = '', section = ''] = rfc.split('#');
      expect(around().sections[number]?.split(' '), `${id}: RFC ${number}`).toContain(section);
    }
  });
  it('says of each how it shows in a session, or which question shows it', () => {
    const odd = misconceptions.filter(({ when, asked }) => (when === undefined) === (asked === undefined));
    expect(odd.map(({ id }) => id)).toEqual([]);
    for (const { id, asked } of misconceptions.filter((it) => it.asked !== undefined))
      expect(believedIn(asked ?? ''), `${id} in a question of ${asked}`).toContain(id);
  });
  it('says each fact once', () => {
    const said = misconceptions.map(({ nudges }) => nudges[1]);
    expect(new Set(said).size).toBe(said.length);
  });
});

const visible = misconceptions.filter(({ when }) => when);
it('every one that shows in a session has such a session here', () => {
  expect(visible.map(({ id }) => id)).toEqual(Object.keys(SHOWS));
});
describe.each(visible.filter(({ id }) => !TIMED.includes(id)))('$id: $belief', ({ id, when, idle = 0 }) => {
  it('shows', () => {
    expect(when && holds(when, world, after(SHOWS[id] ?? []))).toBe(true);
  });
  it('does not show when all is right', () => {
    const seen = right.filter(
      (deeds) => when && (idle > 0 ? stays(when, deeds) : holds(when, world, after(deeds))),
    );
    expect(seen).toEqual([]);
  });
});
