import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../src/bridge/bridge.ts';
import { newAuthority } from '../../src/bridge/cert.ts';
import { toBytes } from '../../src/core/base/octets.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import { outsideOf, type Outside } from './outside.ts';
import { run } from './tool.ts';

// Clients that know nothing of us read bob's mail through the bridge.

const letters = (): readonly Uint8Array[] =>
  (standard().hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.chunks.flat() ?? []).map(
    ({ body }) => toBytes(octetsOf(body)),
  );
const headOf = (index: number): string =>
  Buffer.from(letters()[index] ?? [])
    .toString()
    .split('\r\n\r\n')[0] ?? '';
const digest = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

let outside: Outside;
let ca: string;
let bridge: Bridge;
const portOf = (port: number): string => String(outside.portOf('pop.example.com', port));
const stored = (): number | undefined =>
  bridge.world().hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.length;

beforeAll(async () => {
  await run('python3', '--version');
  await run('curl', '--version');
});
beforeEach(async () => {
  outside = await outsideOf();
  ({ bridge, ca } = outside);
});
afterEach(() => outside.close());

const python = async (deed: string): Promise<unknown> => {
  const script = join(import.meta.dirname, 'pop3_client.py');
  const { code, stdout, stderr } = await run('python3', script, ca, portOf(110), portOf(995), deed);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout.toString());
};
const curl = async (...args: readonly string[]): Promise<Buffer> => {
  const { code, stdout, stderr } = await run(
    'curl',
    '-q',
    '--silent',
    '--show-error',
    '--noproxy',
    '*',
    '--cacert',
    ca,
    '--user',
    'bob:correct-horse',
    ...args,
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
};

describe('poplib', { timeout: 20_000 }, () => {
  test.each(['read', 'read-stls'])('reads every letter octet for octet (%s)', async (deed) => {
    const sizes = letters().map((letter) => letter.length);
    const seen = await python(deed);
    expect(seen).toMatchObject({
      welcome: expect.stringMatching(/^\+OK pop\.example\.com /),
      stat: [6, 3_163_120],
      list: sizes.map((size, i) => `${i + 1} ${size}`),
      letters: letters().map(digest),
      version: 'TLSv1.3',
    });
    expect(seen).toHaveProperty('dots', expect.arrayContaining(['.', '..x', '...', '.night falls']));
    expect(seen).toHaveProperty('head', headOf(4).split('\r\n').length + 1);
    expect(seen).toHaveProperty(
      'uidl',
      sizes.map((_, i): unknown => expect.stringMatching(new RegExp(`^${i + 1} [!-~]{1,70}$`))),
    );
  });

  test('may not say who it is in the clear, and is told how', async () => {
    const seen = await python('in-clear');
    expect(seen).toMatchObject({ user: expect.stringMatching(/^-ERR .*STLS/) });
    expect(seen).toHaveProperty('before', expect.arrayContaining(['STLS']));
    expect(seen).toHaveProperty('before', expect.not.arrayContaining(['USER']));
    expect(seen).toHaveProperty('after', expect.arrayContaining(['USER', 'SASL', 'UIDL', 'TOP']));
    expect(seen).toHaveProperty('after', expect.not.arrayContaining(['STLS']));
  });

  test('deletes by QUIT, and by nothing else', async () => {
    const last = letters()[5]?.length ?? 0;
    const left = [5, 3_163_120 - last];
    expect(await python('delete')).toEqual({ marked: left, after: left });
    expect(stored()).toBe(5);
  });

  test('finds the maildrop locked while another session has it', async () => {
    expect(await python('two-at-once')).toEqual({
      locked: expect.stringMatching(/^-ERR \[IN-USE\] /),
      wrong: expect.stringMatching(/^-ERR \[AUTH\] /),
      free: [6, 3_163_120],
    });
  });
});

describe('curl', { timeout: 20_000 }, () => {
  test('lists over TLS, and takes the certificate for the host it dialled', async () => {
    const listed = await curl('--connect-to', `::127.0.0.1:${portOf(995)}`, 'pop3s://pop.example.com/');
    const sizes = letters().map((letter, i) => `${i + 1} ${letter.length}\r\n`);
    expect(listed.toString()).toBe(sizes.join(''));
  });

  test('reads the letter of dots after STLS', async () => {
    const letter = await curl('--ssl-reqd', `pop3://127.0.0.1:${portOf(110)}/4`);
    expect(digest(letter)).toBe(digest(letters()[3] ?? new Uint8Array()));
  });

  test('reads three million octets', async () => {
    const letter = await curl(`pop3s://localhost:${portOf(995)}/5`, '--ipv4');
    expect(digest(letter)).toBe(digest(letters()[4] ?? new Uint8Array()));
  });

  test('trusts no other authority', async () => {
    writeFileSync(ca, newAuthority().certificate);
    const { code, stderr } = await run(
      'curl',
      '-q',
      '--silent',
      '--show-error',
      '--noproxy',
      '*',
      '--cacert',
      ca,
      `pop3s://127.0.0.1:${portOf(995)}/`,
    );
    expect(stderr).toContain('certificate');
    expect(code).toBe(60);
  });
});
