// A letter goes all the way between clients that know nothing of us: nodemailer hands it in at one domain, and it is read at
// another by Python's poplib and by curl.
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginnings } from '../../src/bridge/scenarios.ts';
import { outsideOf, type Outside } from './outside.ts';
import { run } from './tool.ts';

const [HERE, THERE] = ['mail.a.example', 'mail.b.example'];
let outside: Outside;

beforeEach(async () => {
  const domains = ['a.example', 'b.example'];
  const users = ['ann@a.example:s3cret', 'bob@b.example:correct-horse'];
  const world = beginnings['blank']?.({ domains, users });
  outside = await outsideOf(world, domains);
});
afterEach(() => outside.close());

async function inbox(host: string, user: string, pass: string): Promise<ImapFlow> {
  const it = new ImapFlow({
    host: '127.0.0.1',
    port: outside.portOf(host, 993),
    secure: true,
    servername: 'localhost',
    tls: { ca: outside.authority.certificate },
    auth: { user, pass },
    logger: false,
    emitLogs: false,
  });
  await it.connect();
  await it.mailboxOpen('INBOX');
  return it;
}
/** Until the server says that something has come. */
const arrival = (it: ImapFlow): Promise<void> =>
  new Promise((resolve) => void it.once('exists', () => resolve()));
const send = (to: string) =>
  createTransport({
    host: '127.0.0.1',
    port: outside.portOf(HERE, 587),
    requireTLS: true,
    tls: { ca: outside.authority.certificate, servername: HERE },
    auth: { user: 'ann', pass: 's3cret' },
  }).sendMail({ from: 'Ann <ann@a.example>', to, subject: 'From far away', text: '.\r\n..x\r\n' });

async function python(): Promise<string> {
  const script = join(import.meta.dirname, 'pop3_client.py');
  const ports = [110, 995].map((port) => String(outside.portOf(THERE, port)));
  const { code, stdout, stderr } = await run('python3', script, outside.ca, ...ports, 'newest');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return String(JSON.parse(stdout.toString()));
}
async function curl(): Promise<string> {
  const trust = ['-q', '-sS', '--noproxy', '*', '--cacert', outside.ca, '--user', 'bob:correct-horse'];
  const letter = `imaps://127.0.0.1:${outside.portOf(THERE, 993)}/INBOX;MAILINDEX=1`;
  const { code, stdout, stderr } = await run('curl', ...trust, letter);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout.toString('latin1');
}

test('a letter submitted to one domain is read at the other', { timeout: 20_000 }, async () => {
  const bob = await inbox(THERE, 'bob', 'correct-horse');
  const here = arrival(bob);
  const { response } = await send('bob@b.example');
  expect(response).toMatch(/^250 2\.0\.0 Taken as \w+;/);
  await here;
  await bob.logout();
  const letter = await python();
  expect(letter).toMatch(/^Return-Path: <ann@a\.example>\r\n/);
  // handed over twice, the second time over TLS and without a login: newest first (RFC 5321 §4.4, RFC 3848)
  expect([...letter.matchAll(/^\tby (\S+) with (\w+)/gm)].map(([, by, how]) => [by, how])).toEqual([
    [THERE, 'ESMTPS'],
    [HERE, 'ESMTPSA'],
  ]);
  expect(letter).toContain('\r\nSubject: From far away\r\n');
  expect(letter.split('\r\n\r\n')[1]).toMatch(/^\.\r\n\.\.x\r\n/);
  expect(await curl()).toBe(letter);
});

test('a typo comes back to who made it', { timeout: 20_000 }, async () => {
  const ann = await inbox(HERE, 'ann', 's3cret');
  const back = arrival(ann);
  await send('bobb@b.example');
  await back;
  const report = await ann.fetchOne('1', { source: true });
  await ann.logout();
  const source = report ? report.source?.toString('latin1') : '';
  expect(source).toContain('\r\nFinal-Recipient: rfc822; bobb@b.example\r\nAction: failed\r\n');
  expect(source).toMatch(/^Return-Path: <>\r\n/);
});
