// Clients that know nothing of us read and file mail through the bridge: Python's imaplib, curl, and mbsync where it is installed.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../src/bridge/bridge.ts';
import { outsideOf, type Outside } from './outside.ts';
import { has, run } from './tool.ts';

const HOST = 'imap.example.com';
let outside: Outside;
let folder: string;
let ca: string;
let bridge: Bridge;
const portOf = (port: number): string => String(outside.portOf(HOST, port));
const rowsOf = (mailbox: string) =>
  bridge.world().hosts[HOST]?.store.mailboxes[mailbox]?.rows.chunks.flat() ?? [];

beforeAll(async () => {
  await run('python3', '--version');
  await run('curl', '--version');
});
beforeEach(async () => {
  outside = await outsideOf();
  ({ bridge, ca, folder } = outside);
});
afterEach(() => outside.close());

describe('imaplib', { timeout: 20_000 }, () => {
  const python = async (deed: string): Promise<unknown> => {
    const script = join(import.meta.dirname, 'imap_client.py');
    const { code, stdout, stderr } = await run('python3', script, ca, portOf(143), portOf(993), deed);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout.toString());
  };
  test('reads', async () => {
    expect(await python('read')).toMatchObject({
      select: ['OK', ['12']],
      sizes: rowsOf('alice/INBOX')
        .slice(0, 3)
        .map(({ size }) => size),
      uids: 12,
      structure: [expect.stringContaining('ENVELOPE ("')],
    });
  });
  test('files, flags and expunges after STARTTLS', async () => {
    expect(await python('write')).toEqual({
      made: ['OK', 'OK', 'OK'],
      put: 'OK',
      stored: ['1 (FLAGS (\\Deleted \\Seen \\Recent))'],
      gone: ['1'],
      listed: ['(\\HasNoChildren) "/" Snakes'],
      told: ['() "/" Snakes'],
      ended: ['OK', 'OK', 'OK'],
    });
  });
  test('proves who it is, and does not show a password in the clear', async () => {
    expect(await python('prove')).toEqual({
      status: 'OK',
      refused: expect.stringContaining('[PRIVACYREQUIRED]') as unknown,
    });
  });
});

describe('curl', { timeout: 20_000 }, () => {
  const curl = (path: string, ...args: readonly string[]) =>
    run(
      'curl',
      '-q',
      '-sS',
      '--noproxy',
      '*',
      '--cacert',
      ca,
      '--user',
      'alice:paper lantern',
      ...args,
      `imaps://127.0.0.1:${portOf(993)}/${path}`,
    );
  test('lists, reads a letter by its UID, a part of it, and its flags', async () => {
    expect((await curl('')).stdout.toString()).toContain('* LIST (\\HasNoChildren \\Sent) "/" Sent\r\n');
    const { stdout } = await curl('INBOX;UID=101');
    expect(stdout.length).toBe(rowsOf('alice/INBOX')[0]?.size);
    const subject = await curl('INBOX;UID=101;SECTION=HEADER.FIELDS%20(SUBJECT)');
    expect(subject.stdout.toString()).toBe('Subject: Your mailbox is ready\r\n\r\n');
    const status = await curl('', '-X', 'STATUS INBOX (MESSAGES)');
    expect(status.stdout.toString()).toBe('* STATUS INBOX (MESSAGES 12)\r\n');
  });
  test('files a letter', async () => {
    const letter = join(folder, 'letter');
    writeFileSync(letter, 'Subject: By curl\r\n\r\nHello\r\n');
    expect((await curl('Drafts', '-T', letter)).code).toBe(0);
    expect(rowsOf('alice/Drafts').at(-1)).toMatchObject({ body: 'Subject: By curl\r\n\r\nHello\r\n' });
  });
});

/** Not everybody's machine has it, and nothing else is like it: a synchroniser of mailboxes. */
describe.each(['mbsync'].filter(has))('%s', { timeout: 60_000 }, () => {
  const here = (...path: readonly string[]): string => join(folder, 'mail', ...path);
  const filesIn = (box: string): readonly string[] =>
    ['cur', 'new'].flatMap((part) => readdirSync(here(box, part)).map((name) => join(part, name)));
  const sync = async (): Promise<string> => {
    const config = join(folder, 'mbsyncrc');
    writeFileSync(
      config,
      [
        'IMAPAccount there',
        'Host localhost',
        `Port ${portOf(993)}`,
        'User alice',
        'Pass "paper lantern"',
        'SSLType IMAPS',
        `CertificateFile ${ca}`,
        '',
        'IMAPStore far',
        'Account there',
        '',
        'MaildirStore near',
        `Path ${here()}/`,
        `Inbox ${here('INBOX')}`,
        'SubFolders Verbatim',
        '',
        'Channel all',
        'Far :far:',
        'Near :near:',
        'Patterns INBOX Projects/Seed Museum',
        'Create Both',
        'Expunge Both',
        'CopyArrivalDate yes',
        `SyncState ${join(folder, 'state')}/`,
        '',
      ].join('\n'),
    );
    mkdirSync(join(folder, 'state'), { recursive: true });
    mkdirSync(here(), { recursive: true });
    const { code, stdout, stderr } = await run('mbsync', '-c', config, '-V', 'all');
    expect(stderr.replaceAll(/^(?:Notice|Note).*\n/gm, '')).toBe('');
    expect(code).toBe(0);
    return stdout.toString();
  };
  const truth = (): string =>
    JSON.stringify(
      ['INBOX', 'Projects/Seed', 'Museum'].map((box) =>
        rowsOf(`alice/${box}`).map(({ uid, flags }) => [uid, flags]),
      ),
    );

  test('brings everything home, both ways, and then finds nothing to do', async () => {
    await sync();
    expect(filesIn('INBOX')).toHaveLength(12);
    expect(filesIn('Projects/Seed')).toHaveLength(40);
    expect(filesIn('Museum')).toHaveLength(18);
    const before = truth();
    await sync();
    expect(truth()).toBe(before);

    writeFileSync(here('INBOX', 'new', '1.here'), 'Subject: Written at home\n\nHello\n');
    const [first = ''] = filesIn('Museum').filter(
      (name) => name.endsWith(',S') || name.endsWith(',') || !name.includes(':2,'),
    );
    const flagged = first.includes(':2,') ? first.replace(/:2,.*$/, ':2,FS') : `${first}:2,FS`;
    renameSync(here('Museum', first), here('Museum', flagged.replace(/^new/, 'cur')));
    const gone = filesIn('Projects/Seed')[0] ?? '';
    rmSync(here('Projects/Seed', gone));
    await sync();
    expect(rowsOf('alice/INBOX')).toHaveLength(13);
    expect(rowsOf('alice/Museum').filter(({ flags }) => flags.includes('\\Flagged'))).toHaveLength(1);
    expect(rowsOf('alice/Projects/Seed')).toHaveLength(39);
    const after = truth();
    await sync();
    expect(truth()).toBe(after);
    expect(
      readFileSync(here('INBOX', filesIn('INBOX').find((name) => name.includes('U=')) ?? ''), 'utf8'),
    ).toContain('Subject');
  });
});
