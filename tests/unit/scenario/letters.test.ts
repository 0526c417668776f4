// What becomes of a letter that alice hands in, by where it goes: every domain of the standard world has a story of its own.
import { describe, expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { MINUTE } from '../../../src/core/base/time.ts';
import type { Octets } from '../../../src/core/base/octets.ts';
import { jobsWith } from '../../../src/core/host/queued.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { step } from '../../../src/core/kernel/step.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { octetsOf } from '../../../src/core/store/body.ts';

const SUBMIT = 'submit.example.com';
const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: SUBMIT };
const lines = (...all: readonly string[]): Octets => [...all, ''].join('\r\n');
const play = (world: World, ...inputs: readonly Input[]): World =>
  inputs.reduce((now, input) => step(now, input).world, world);

/** On 465, with a login. */
function written(to: string): World {
  const world = standard();
  const said = lines(
    'EHLO client.example.net',
    `AUTH PLAIN ${encode64('\0alice\0paper lantern')}`,
    'MAIL FROM:<alice@example.com>',
    `RCPT TO:<${to}>`,
    'DATA',
    'Subject: One letter',
    '',
    'Hello',
    '.',
    'QUIT',
  );
  const open = { type: 'open', from: 'client.example.net', to: SUBMIT, port: 465, tls } as const;
  return play(
    world,
    { type: 'outside', event: open },
    { type: 'outside', event: { type: 'data', conn: world.lastConn + 1, octets: said } },
  );
}
const later = (world: World, time: number): World => play(world, { type: 'pass', until: time });
const lettersOf = (world: World, host: string, user: string): readonly Octets[] =>
  (world.hosts[host]?.store.mailboxes[`${user}/INBOX`]?.rows.chunks.flat() ?? [])
    .map(({ body }) => octetsOf(body))
    .filter((it) => it.includes('\r\nSubject: One letter\r\n'));
const reports = (world: World): readonly Octets[] =>
  lettersOf(world, 'imap.example.com', 'alice').filter((it) => it.includes('multipart/report'));
const queued = (world: World): number => {
  const host = world.hosts[SUBMIT];
  return host ? jobsWith(host.spool.jobs, () => true).length : 0;
};

describe('it arrives', () => {
  test.each<[to: string, host: string, user: string, minutes: number, how: string]>([
    ['dave@example.org', 'mail.example.org', 'dave', 1, 'ESMTPS'],
    ['you@example.net', 'mail.example.net', 'you', 1, 'ESMTPS'],
    ['frank@example.org', 'fwd.example.net', 'frank', 1, 'ESMTPS'],
    ['dave@alumni.example.net', 'mail.example.org', 'dave', 1, 'ESMTPS'],
    ['somebody@aonly.test', 'aonly.test', 'somebody', 1, 'ESMTPS'],
    ['somebody@equal.test', 'a.equal.test', 'somebody', 1, 'ESMTPS'],
    ['somebody@smuggle.test', 'smuggle.test', 'somebody', 1, 'ESMTPS'],
    ['somebody@greylist.test', 'greylist.test', 'somebody', 31, 'ESMTPS'],
    ['somebody@old.test', 'old.test', 'somebody', 1, 'SMTP'],
    // it offers TLS, and somebody before it takes that away
    ['somebody@strip.test', 'strip.test', 'somebody', 1, 'ESMTP'],
  ])('%s', (to, host, user, minutes, how) => {
    const world = later(written(to), minutes * MINUTE);
    const [letter = '', ...others] = lettersOf(world, host, user);
    expect(letter).toMatch(new RegExp(`^\\tby \\S+ with ${how} id`, 'm'));
    expect(others).toEqual([]);
    expect(queued(world)).toBe(0);
    expect(reports(world)).toEqual([]);
  });
  test('several times, where nobody says that it has', () => {
    expect(
      lettersOf(later(written('somebody@slow.test'), 120 * MINUTE), 'slow.test', 'somebody'),
    ).toHaveLength(3);
  });
});

describe('it comes back at once', () => {
  test.each([
    ['nobdy@example.org', 'Diagnostic-Code: smtp; 550 5.1.1 Nobody here is called <nobdy@example.org>'],
    ['a@nomail.test', 'Diagnostic-Code: x-mailwire; nomail.test takes no mail at all'],
    ['a@no.such.test', 'Diagnostic-Code: x-mailwire; There is no domain no.such.test'],
    // its exchanger is another name of mx1.example.com, which knows nothing of it
    [
      'alice@cnamemx.test',
      'Diagnostic-Code: smtp; 550 5.7.1 <alice@cnamemx.test> is not here, and I pass no mail on for strangers',
    ],
    [
      'round@loop-a.test',
      'Diagnostic-Code: smtp; 554 5.4.6 This letter has passed 101 servers: it goes in circles',
    ],
  ])('%s', (to, why) => {
    const world = later(written(to), MINUTE);
    const [report = '', ...others] = reports(world);
    expect(report.split('\r\n')).toEqual(expect.arrayContaining(['Action: failed', why]));
    expect(others).toEqual([]);
    expect(queued(world)).toBe(0);
  });
});

describe('it waits, and after four hours that is told', () => {
  test.each([
    ['somebody@down.test', '4.4.1'],
    ['somebody@full.test', '4.3.1'],
    ['full@example.org', '4.2.2'],
  ])('%s', (to, status) => {
    const early = later(written(to), 3 * 60 * MINUTE);
    expect([queued(early), reports(early)]).toEqual([1, []]);
    const late = later(early, 5 * 60 * MINUTE);
    const [report = ''] = reports(late);
    expect(report.split('\r\n')).toEqual(expect.arrayContaining(['Action: delayed', `Status: ${status}`]));
    expect(queued(late)).toBe(1);
  });
});
