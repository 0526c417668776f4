// Clients that know nothing of us hand letters in through the bridge; what POP3 then shows is what they sent, octet for octet.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../src/bridge/bridge.ts';
import { fromBytes, utf8, type Octets } from '../../src/core/base/octets.ts';
import { jobsIn, noJobs } from '../../src/core/host/jobs.ts';
import { withFault } from '../../src/core/net/dns/service.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import { outsideOf, withTokens, type Outside } from './outside.ts';
import { run } from './tool.ts';

const SUBMIT = 'submit.example.com';
const EAI = 'mx-eai.xn--bcher-kva.example';
let outside: Outside;
let folder: string;
let ca: string;
let authority: Outside['authority'];
let bridge: Bridge;
const portOf = (host: string, port: number): number => outside.portOf(host, port);

beforeEach(async () => {
  const world = withTokens(standard(), SUBMIT);
  // what goes there stays in the queue, however long a client takes
  const names = withFault(world.names, 'example.org', 'servfail');
  outside = await outsideOf({ ...world, names }, ['example.com', 'xn--bcher-kva.example']);
  ({ authority, bridge, ca, folder } = outside);
});
afterEach(() => outside.close());

/** The newest letter there, without what the server has put on top. */
function newest(host: string, mailbox: string): Octets {
  const row = bridge.world().hosts[host]?.store.mailboxes[mailbox]?.rows.chunks.flat().at(-1);
  return octetsOf(row?.body ?? '').replace(/^Return-Path: .*\r\nReceived: .*\r\n(?:\t.*\r\n)*/, '');
}
const queued = (host: string) => jobsIn(bridge.world().hosts[host]?.spool.jobs ?? noJobs);
/** For command lines without anything that would need quotes. */
const words = (line: string): readonly string[] => line.split(' ');
const digest = (octets: Octets): string =>
  createHash('sha256').update(Buffer.from(octets, 'latin1')).digest('hex');

describe('Python’s smtplib', { timeout: 60_000 }, () => {
  const python = async (deed: string): Promise<Readonly<Record<string, unknown>>> => {
    const ports = {
      submission: portOf(SUBMIT, 587),
      submissions: portOf(SUBMIT, 465),
      pop: portOf('pop.example.com', 995),
      lmtp: portOf('pop.example.com', 24),
      eai: portOf(EAI, 25),
    };
    const script = join(import.meta.dirname, 'smtp_client.py');
    const { code, stdout, stderr } = await run('python3', script, ca, deed, JSON.stringify(ports));
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout.toString()) as Readonly<Record<string, unknown>>;
  };
  test('sends five million octets with dots in them, and reads them back by POP3', async () => {
    const seen = await python('attachment');
    expect(seen).toMatchObject({
      refused: {},
      returnPath: 'Return-Path: <bob@example.com>',
      with: 'ESMTPSA',
    });
    expect(seen['size']).toBeGreaterThan(5_000_000);
    expect(seen['digest']).toBe(seen['sent']);
  });
  test('logs in by every mechanism it knows', async () => {
    const welcome = [235, '2.7.0 Welcome, bob'];
    expect(await python('logins')).toEqual({
      'CRAM-MD5': welcome,
      PLAIN: welcome,
      LOGIN: welcome,
      wrong: 535,
    });
  });
  test('asks for reports', async () => {
    expect(await python('report')).toHaveProperty('features', expect.arrayContaining(['dsn', 'size']));
    expect(queued(SUBMIT)).toMatchObject([
      {
        envelope: {
          given: { RET: 'HDRS', ENVID: 'QQ314159' },
          recipients: [{ given: { NOTIFY: ['SUCCESS', 'DELAY'], ORCPT: 'rfc822;dave@example.org' } }],
        },
      },
    ]);
  });
  test('writes to josé@bücher.example, in UTF-8', async () => {
    const { sent } = await python('utf8');
    const octets = fromBytes(Buffer.from(String(sent), 'base64'));
    expect(octets).toContain(utf8('josé@bücher.example'));
    expect(newest(EAI, utf8('josé/INBOX'))).toBe(octets);
  });
  test('speaks LMTP, and hears of each recipient', async () => {
    expect(await python('lmtp')).toMatchObject({ codes: [250, 250, 550, 250, 250, 250], with: 'LMTP' });
  });
});

describe('nodemailer', { timeout: 60_000 }, () => {
  const transport = (method: string, port: 465 | 587) =>
    createTransport({
      host: '127.0.0.1',
      port: portOf(SUBMIT, port),
      secure: port === 465,
      requireTLS: port === 587,
      tls: { ca: authority.certificate, servername: SUBMIT },
      authMethod: method,
      auth: { user: 'bob', pass: 'correct-horse' },
    });
  const letter: SendMailOptions = {
    from: 'Bob <bob@example.com>',
    to: 'alice@example.com',
    subject: 'Größe',
    text: '.\r\n..\r\n.profile\r\n',
  };
  test.each([
    ['PLAIN', 465],
    ['LOGIN', 587],
    ['CRAM-MD5', 587],
  ] as const)('logs in by %s on port %i', async (method, port) => {
    const { response } = await transport(method, port).sendMail(letter);
    expect(response).toMatch(/^250 2\.0\.0 Taken as \w+;/);
    expect(newest(SUBMIT, 'alice/INBOX')).toContain('\r\n.\r\n..\r\n.profile\r\n');
  });
  test('sends five million octets', async () => {
    const content = Buffer.alloc(3_800_000, 'mailwire');
    const raw = await new MailComposer({
      ...letter,
      attachments: [{ filename: 'a.bin', content }],
    })
      .compile()
      .build();
    const envelope = { from: 'bob@example.com', to: 'alice@example.com' };
    await transport('PLAIN', 587).sendMail({ envelope, raw });
    expect(raw.length).toBeGreaterThan(5_000_000);
    const collect = (what: string) =>
      run(
        'curl',
        ...words(`-q -sS --noproxy * --cacert ${ca} --user`),
        'alice:paper lantern',
        `pop3s://127.0.0.1:${portOf('pop.example.com', 995)}/${what}`,
      );
    const listed = fromBytes((await collect('')).stdout)
      .trim()
      .split('\r\n');
    const { stdout } = await collect(String(listed.length));
    expect(digest(fromBytes(stdout).replace(/^[^]*?\+0000\r\n/, ''))).toBe(digest(fromBytes(raw)));
  });
  test('asks for reports', async () => {
    const dsn = {
      id: 'a b+c',
      return: 'headers',
      notify: ['failure', 'delay'],
      recipient: 'bob@example.com',
    };
    await transport('PLAIN', 465).sendMail({ ...letter, to: 'dave@example.org', dsn });
    expect(queued(SUBMIT)).toMatchObject([
      {
        envelope: {
          given: { RET: 'HDRS', ENVID: 'a b+c' },
          recipients: [{ given: { NOTIFY: ['FAILURE', 'DELAY'], ORCPT: 'rfc822;bob@example.com' } }],
        },
      },
    ]);
  });
  test('is told who may not be its sender', async () => {
    const sent = transport('PLAIN', 465).sendMail({ ...letter, from: 'alice@example.com' });
    await expect(sent).rejects.toMatchObject({ responseCode: 550, command: 'MAIL FROM' });
  });
});

describe('curl', { timeout: 60_000 }, () => {
  const curl = (...args: readonly string[]) =>
    run('curl', ...words(`-q -sS --noproxy * --cacert ${ca}`), ...args);
  const sent = 'From: bob@example.com\r\nDate: x\r\nMessage-ID: <1@c>\r\n\r\n.\r\n..\r\n.profile\r\n';
  const upload = (): readonly string[] => {
    const file = join(folder, 'letter');
    writeFileSync(file, sent);
    return ['--upload-file', file];
  };
  test.each([
    ['PLAIN', 'smtps', 465],
    ['LOGIN', 'smtp', 587],
    ['CRAM-MD5', 'smtps', 465],
    ['OAUTHBEARER', 'smtp', 587],
  ] as const)('logs in by %s', async (method, scheme, port) => {
    const { code, stderr } = await curl(
      ...(method === 'OAUTHBEARER'
        ? words('--oauth2-bearer good --user bob')
        : words('--user bob:correct-horse')),
      ...words(`--login-options AUTH=${method} --ssl-reqd`),
      ...upload(),
      ...words('--mail-from bob@example.com --mail-rcpt alice@example.com'),
      `${scheme}://127.0.0.1:${portOf(SUBMIT, port)}/client.example.net`,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(newest(SUBMIT, 'alice/INBOX')).toBe(sent);
  });
  test('writes to josé@bücher.example', async () => {
    const { code, stderr } = await curl(
      ...words('--mail-from dave@example.org --mail-rcpt josé@bücher.example --ssl-reqd'),
      ...upload(),
      `smtp://127.0.0.1:${portOf(EAI, 25)}/client.example.net`,
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(newest(EAI, utf8('josé/INBOX'))).toBe(sent);
  });
});

test('openssl asks for TLS in SMTP’s words', { timeout: 20_000 }, async () => {
  const { stdout } = await run(
    'openssl',
    ...words(`s_client -starttls smtp -verify_return_error -CAfile ${ca}`),
    ...words(`-connect 127.0.0.1:${portOf('mx1.example.com', 25)}`),
  );
  expect(stdout.toString()).toContain('Verify return code: 0 (ok)');
});
