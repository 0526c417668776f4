// What the queue gets to know of a letter besides the letter: the parameters of MAIL and RCPT, each as what it means.
import { expect, test } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { utf8 } from '../../../src/core/base/octets.ts';
import { SECOND } from '../../../src/core/base/time.ts';
import { withHost } from '../../../src/core/host/host.ts';
import { newJob, noSpool, type Fate, type Job } from '../../../src/core/host/spool.ts';
import { jobsIn, noJobs, withJob } from '../../../src/core/host/jobs.ts';
import { hurry } from '../../../src/core/host/hurry.ts';
import { internetDateTime, readInternetDateTime } from '../../../src/core/mail/internet-date-time.ts';
import { ask, labOf, open, pass, type Lab } from '../../transcript/lab.ts';
import { POP, testWorld } from '../../world.ts';

const capsShow = ['DELIVERBY', 'FUTURERELEASE', 'MT-PRIORITY', 'REQUIRETLS', 'ETRN'];
const jobsOf = (lab: Lab): readonly Job[] => jobsIn(lab.world.hosts[POP]?.spool.jobs ?? noJobs);

test('parameters arrive in the queue as what they mean, counted from MAIL', () => {
  const lab = labOf(testWorld({ takesMail: true, policy: { capsShow } }));
  const conn = open(lab, 465);
  ask(lab, conn, `EHLO c\r\nAUTH PLAIN ${encode64('\0bob\0correct-horse')}\r\n`);
  pass(lab, 5 * SECOND);
  ask(
    lab,
    conn,
    'MAIL FROM:<bob@example.com> RET=hdrs ENVID=a+2Bb BY=+600;nt HOLDUNTIL=2026-11-03T09:01:00Z MT-PRIORITY=-4 REQUIRETLS\r\n',
  );
  pass(lab, 7 * SECOND);
  const rcpt = 'RCPT TO:<dave@example.org> NOTIFY=delay,success,DELAY ORCPT=rfc822;d+2Bx@example.org\r\n';
  expect(ask(lab, conn, `${rcpt}DATA\r\n.\r\n`)).toContain('Taken');
  expect(jobsOf(lab)).toMatchObject([
    {
      envelope: {
        reversePath: { local: 'bob', domain: 'example.com' },
        given: {
          RET: 'HDRS',
          ENVID: 'a+b',
          BY: { seconds: 600, mode: 'N', trace: true },
          HOLDUNTIL: 1_793_696_460,
          'MT-PRIORITY': -4,
          REQUIRETLS: true,
        },
        since: 5 * SECOND,
        recipients: [{ given: { NOTIFY: ['DELAY', 'SUCCESS'], ORCPT: 'rfc822;d+x@example.org' } }],
      },
      received: 12 * SECOND,
    },
  ]);
});
test('an address in UTF-8 stays as the sender wrote it', () => {
  const lab = labOf(testWorld({ takesMail: true, policy: { relay: 'open' } }));
  const conn = open(lab, 25);
  const names = ['utf-8;jos\\x{E9}@example.org', utf8('utf-8;josé@example.org')];
  const rcpts = names.map((it) => `RCPT TO:<dave@example.org> ORCPT=${it}\r\n`).join('');
  ask(lab, conn, `EHLO c\r\nMAIL FROM:<> SMTPUTF8\r\n${rcpts}DATA\r\n.\r\n`);
  const given = jobsOf(lab).flatMap(({ envelope }) => envelope.recipients.map((it) => it.given['ORCPT']));
  expect(given).toEqual(names);
});
test('a stranger’s priority is lowered in the queue, too', () => {
  const lab = labOf(testWorld({ takesMail: true, policy: { capsShow, relay: 'open' } }));
  const conn = open(lab, 25);
  ask(lab, conn, 'EHLO c\r\nMAIL FROM:<> MT-PRIORITY=9\r\nRCPT TO:<dave@example.org>\r\nDATA\r\n.\r\n');
  expect(jobsOf(lab)[0]?.envelope.given['MT-PRIORITY']).toBe(0);
});

const fateOf = (is: 'waiting' | 'delivered' | 'failed'): Fate =>
  is === 'delivered' ? { is } : { is, reply: '', by: '', at: 0, met: '' };
type Told = readonly [domain: string, is: Parameters<typeof fateOf>[0]];
const job = (id: string, ...to: readonly Told[]): Job => {
  const recipients = to.map(([domain]) => ({ forwardPath: { local: 'x', domain }, given: {} }));
  const envelope = { reversePath: null, given: {}, since: 0, recipients };
  return { ...newJob(id, envelope, '', 0), fates: to.map(([, is]) => fateOf(is)), next: 1000 };
};
test.each([
  ['example.org', false, '1'],
  ['EXAMPLE.ORG', false, '1'],
  ['example.org', true, '1 2'],
  ['org', false, ''],
  ['net', true, '4'],
  ['ample.org', true, ''],
])('whoever asks for %s (beneath it: %s) gets: %s', (domain, beneath, due) => {
  const world = testWorld();
  const host = world.hosts[POP];
  if (!host) throw new Error('no host');
  const jobs = [
    job('.......1', ['example.net', 'delivered'], ['Example.Org', 'waiting']),
    job('.......2', ['cs.example.org', 'waiting']),
    job('.......3', ['example.org', 'failed'], ['example.org', 'delivered']),
    job('.......4', ['example.net', 'waiting']),
  ];
  const { host: after, count } = hurry(
    { ...host, spool: { ...noSpool, jobs: jobs.reduce(withJob, noJobs) } },
    { domain, beneath },
    99,
  );
  const asked = jobsIn(after.spool.jobs)
    .filter((it) => it.next === 99)
    .map(({ id }) => id.at(-1));
  expect([asked.join(' '), count]).toEqual([due, asked.length]);
  expect(withHost(world.hosts, after)[POP]).toBe(after);
});

test.each([
  ['2026-11-03T09:00:00Z', 1_793_696_400],
  ['2026-11-03t09:00:00.999z', 1_793_696_400],
  ['2024-02-29T23:59:59Z', 1_709_251_199],
  ['2016-12-31T23:59:60Z', 1_483_228_800],
  ['0000-01-01T00:00:00Z', -62_167_219_200],
])('%s is %i', (text, unix) => {
  expect(readInternetDateTime(text)).toBe(unix);
});
test.each([
  '2025-02-29T00:00:00Z',
  '2026-00-10T00:00:00Z',
  '2026-13-10T00:00:00Z',
  '2026-11-00T00:00:00Z',
  '2026-11-03T24:00:00Z',
  '2026-11-03T09:60:00Z',
  '2026-11-03T09:00:61Z',
  '2026-11-03T09:00:00',
  '2026-11-03 09:00:00Z',
  '2026-11-03T09:00:00+00:00',
])('%s is no time in UTC', (text) => {
  expect(readInternetDateTime(text)).toBeUndefined();
});
test('a time in text is that time again', () => {
  for (const unix of [0, 951_782_400, 1_793_696_400, 4_102_444_799])
    expect(readInternetDateTime(internetDateTime(unix))).toBe(unix);
});
