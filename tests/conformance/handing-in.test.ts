// The same three letters from every client: a big one, one to an address beyond ASCII, one that asks for a report. Python's poplib
// reads them back, octet for octet. swaks takes part where it is installed.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withKeys } from '../../src/bridge/keys.ts';
import { beginnings } from '../../src/bridge/scenarios.ts';
import { outsideOf, type Outside } from './outside.ts';
import { has, run } from './tool.ts';

const MAIL = 'mail.a.example';
const ANN = { user: 'ann', password: 's3cret' };
const BEN = { user: 'ben', password: 'x' };
const JOSE = { user: 'josé', password: 'y' };
let outside: Outside;
beforeEach(async () => {
  const users = [ANN, BEN, JOSE].map(({ user, password }) => `${user}:${password}`);
  const world = beginnings['blank']?.({ domains: ['a.example'], users, separator: undefined });
  if (!world) throw new Error('no blank world');
  outside = await outsideOf(withKeys(world));
});
afterEach(() => outside.close());

/** What a client is to say. `mail`, `rcpt`: parameters of MAIL and RCPT. */
interface Order {
  readonly to: string;
  readonly letter: Buffer;
  readonly mail?: readonly string[];
  readonly rcpt?: readonly string[];
}
const python = (deed: 'send' | 'read', given: object) =>
  run('python3', join(import.meta.dirname, 'hand_in.py'), deed, JSON.stringify(given));
/** All of somebody's newest letter. */
async function newest(who: typeof ANN): Promise<Buffer> {
  const { code, stdout, stderr } = await python('read', { ...who, port: outside.portOf(MAIL, 110) });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
}
const FROM = 'ann@a.example';
const fileOf = ({ letter }: Order): string => {
  const file = join(outside.folder, 'letter');
  writeFileSync(file, letter);
  return file;
};
/**
 * curl (before 8.16) and swaks have no word for parameters: they ride in behind the address, and the bracket with which the program
 * means to close the address ends the last of them. ENVID and ORCPT may hold one.
 */
const behind = (address: string, parameters: readonly string[] = []): string =>
  parameters.length === 0 ? address : `${address}> ${parameters.join(' ')}`;

type Client = (order: Order, port: number) => Promise<void>;
const finished = (code: number | null, words: string): void => {
  if (code !== 0) throw new Error(words);
};
const CLIENTS: Readonly<Record<string, Client>> = {
  smtplib: async (order, port) => {
    const { to, mail = [], rcpt = [] } = order;
    const { code, stderr } = await python('send', {
      ...ANN,
      port,
      from: FROM,
      to,
      mail,
      rcpt,
      file: fileOf(order),
    });
    finished(code, stderr);
  },
  nodemailer: async ({ to, letter, rcpt }, port) => {
    const auth = { user: ANN.user, pass: ANN.password };
    const dsn = { id: ENVID, return: 'headers' as const, notify: 'success', recipient: to };
    await createTransport({ host: '127.0.0.1', port, ignoreTLS: true, auth }).sendMail({
      envelope: { from: FROM, to, ...(rcpt && { dsn }) },
      raw: letter,
    });
  },
  curl: async (order, port) => {
    // what is beyond ASCII it asks for by itself
    const mail = order.mail?.filter((it) => it !== 'SMTPUTF8');
    const { code, stderr } = await run(
      'curl',
      ...words(`-q -sS --noproxy * --user ${ANN.user}:${ANN.password} --upload-file ${fileOf(order)}`),
      '--mail-from',
      behind(FROM, mail),
      '--mail-rcpt',
      behind(order.to, order.rcpt),
      `smtp://127.0.0.1:${port}/client.example.net`,
    );
    finished(code, stderr);
  },
  swaks: async (order, port) => {
    // it ends what it sends with a line end of its own
    const letter = order.letter.subarray(0, -2);
    const { code, stdout } = await run(
      'swaks',
      ...words(`--server 127.0.0.1 --port ${port} --helo client.example.net --suppress-data`),
      ...words(`--auth PLAIN --auth-user ${ANN.user} --auth-password ${ANN.password}`),
      ...words(`--data @${fileOf({ ...order, letter })}`),
      '--from',
      behind(FROM, order.mail),
      '--to',
      behind(order.to, order.rcpt),
    );
    finished(code, stdout.toString());
  },
};
/** For command lines without anything that would need quotes. */
const words = (line: string): readonly string[] => line.split(' ');
const ENVID = 'QQ314159';
const digest = (octets: Buffer): string => createHash('sha256').update(octets).digest('hex');
/** Without what the server has put on top. */
const withoutTrace = (octets: Buffer): Buffer =>
  Buffer.from(
    octets.toString('latin1').replace(/^Return-Path: .*\r\nReceived: .*\r\n(?:\t.*\r\n)*/, ''),
    'latin1',
  );
const written = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);
const head = ['Date: Tue, 03 Nov 2026 09:00:00 +0000', 'Message-ID: <1@client.example.net>', `From: ${FROM}`];

const here = Object.keys(CLIENTS).filter((name) => name !== 'swaks' || has('swaks'));
describe.each(here)('%s', { timeout: 120_000 }, (name) => {
  const handIn = async (order: Order): Promise<void> => CLIENTS[name]?.(order, outside.portOf(MAIL, 587));
  test('five million octets, with dots in them', async () => {
    const letter = await new MailComposer({
      from: FROM,
      to: 'ben@a.example',
      subject: 'Five million octets',
      text: '.\r\n..\r\n.profile\r\nFrom here\r\n',
      attachments: [
        {
          filename: 'a.bin',
          content: Buffer.from(Array.from({ length: 3_700_000 }, (_, i) => (i * 7) % 256)),
        },
      ],
    })
      .compile()
      .build();
    expect(letter.length).toBeGreaterThan(5_000_000);
    await handIn({ to: 'ben@a.example', letter });
    expect(digest(withoutTrace(await newest(BEN)))).toBe(digest(letter));
  });
  test('to josé@a.example, in UTF-8', async () => {
    const letter = written(...head, 'To: José <josé@a.example>', 'Subject: Grüße', '', 'Schöne Grüße');
    // smtplib wants to be told of the eighth bit, too
    await handIn({ to: 'josé@a.example', letter, mail: ['SMTPUTF8', `ENVID=${ENVID}`] });
    const octets = await newest(JOSE);
    expect(octets.toString()).toContain('with UTF8SMTPA id ');
    expect(octets.toString()).toContain('for <josé@a.example>');
    expect(withoutTrace(octets).toString()).toBe(letter.toString());
  });
  test('with a report, which says what was asked for', async () => {
    const letter = written(...head, 'To: ben@a.example', 'Subject: A report, please', '', 'Hi');
    await handIn({
      to: 'ben@a.example',
      letter,
      mail: ['RET=HDRS', `ENVID=${ENVID}`],
      rcpt: ['NOTIFY=SUCCESS', 'ORCPT=rfc822;ben@a.example'],
    });
    expect(withoutTrace(await newest(BEN)).toString()).toBe(letter.toString());
    const report = (await newest(ANN)).toString();
    expect(report).toMatch(/^Return-Path: <>\r\n/);
    expect(report).toContain('report-type=delivery-status');
    expect(report).toMatch(/^Original-Envelope-Id: QQ314159>?\r$/m);
    expect(report).toMatch(/^Original-Recipient: rfc822; ?ben@a\.example>?\r$/m);
    expect(report).toMatch(/^Action: delivered\r$/m);
  });
});
