// Clients that know nothing of us log in through the bridge, each in its own way; Python's tables judge SASLprep.
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { utf8, type Octets } from '../../src/core/base/octets.ts';
import { prepare } from '../../src/core/protocols/sasl/saslprep.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { outsideOf, withTokens, type Outside } from './outside.ts';
import { run } from './tool.ts';

const POP = 'pop.example.com';
const script = join(import.meta.dirname, 'sasl_client.py');
let outside: Outside;
let ca: string;
const portOf = (port: number): string => String(outside.portOf(POP, port));

beforeAll(async () => {
  await run('python3', '--version');
  await run('curl', '--version');
});
beforeEach(async () => {
  outside = await outsideOf(withTokens(standard(), POP));
  ({ ca } = outside);
});
afterEach(() => outside.close());

describe('SCRAM, by Python’s hashlib', { timeout: 20_000 }, () => {
  const login = async (hash: string, name: string, password: string): Promise<unknown> => {
    const { code, stdout, stderr } = await run('python3', script, ca, portOf(995), hash, name, password);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return JSON.parse(stdout.toString());
  };
  const mechanisms: unknown = expect.arrayContaining(['SCRAM-SHA-1', 'SCRAM-SHA-256']);
  test.each(['sha1', 'sha256'])('%s: both sides prove themselves', async (hash) => {
    const proven = { mechanisms, nonce: true, server: true };
    expect(await login(hash, 'bob', 'correct-horse')).toMatchObject({ ...proven, stat: [6, 3_163_120] });
    expect(await login(hash, 'erin', 'gro\u0308ße7')).toMatchObject({
      ...proven,
      stat: [2, expect.any(Number)],
    });
  });
  test.each(['sha1', 'sha256'])('%s: neither does', async (hash) => {
    const seen = await login(hash, 'bob', 'guess');
    expect(seen).toMatchObject({ nonce: true, last: 'e=invalid-proof', server: false });
    expect(seen).toHaveProperty('refused', expect.stringMatching(/^-ERR \[AUTH\] /));
  });
});

describe('curl', { timeout: 20_000 }, () => {
  const curl = (...args: readonly string[]) =>
    run('curl', '-q', '-sS', '--noproxy', '*', '--cacert', ca, ...args, `pop3s://127.0.0.1:${portOf(995)}/`);
  test.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('logs in by %s', async (mechanism) => {
    const how = ['--login-options', `AUTH=${mechanism}`, '--user'];
    const { stdout, stderr } = await curl(...how, 'bob:correct-horse');
    expect(stderr).toBe('');
    expect(stdout.toString()).toMatch(/^1 \d+\r\n2 \d+\r\n/);
    expect((await curl(...how, 'bob:guess')).code).toBe(67);
  });
  test('logs in by a token, and hears of an old one', async () => {
    const how = ['--user', 'bob', '--login-options', 'AUTH=OAUTHBEARER', '--oauth2-bearer'];
    const { stdout, stderr } = await curl(...how, 'good');
    expect(stderr).toBe('');
    expect(stdout.toString()).toMatch(/^1 \d+\r\n2 \d+\r\n/);
    expect((await curl(...how, 'old')).code).toBe(67);
  });
});

test(
  'SASLprep of every character Unicode 3.2 knows, alone and among others',
  { timeout: 60_000 },
  async () => {
    const { stdout } = await run('python3', script);
    const rows = JSON.parse(stdout.toString()) as readonly [number, ...(string | null)[]][];
    expect(rows.length).toBeGreaterThan(200_000);
    // more than a million of them: as `utf8` does it, which makes an encoder for each, it takes longer than all the rest
    const octets = (text: string): Octets => Buffer.from(text).toString('latin1');
    expect(octets('\u05d0\u{10300}')).toBe(utf8('\u05d0\u{10300}'));
    // Five ideographs Unicode 3.2 had decomposed wrongly (Corrigendum 4).
    const corrected = new Set([0x2f868, 0x2f874, 0x2f91f, 0x2f95f, 0x2f9bf]);
    const wrong = rows.flatMap(([code, ...judged]) => {
      const c = String.fromCodePoint(code);
      const made = [c, `a${c}`, `\u05d0${c}\u05d0`].map((text) => prepare(octets(text)) ?? null);
      const wanted = judged.map((text) => (text === null ? null : octets(text)));
      return corrected.has(code) || made.every((it, i) => it === wanted[i]) ? [] : [code.toString(16)];
    });
    expect(wrong).toEqual([]);
  },
);
