// swaks, where it is installed (elsewhere there is no test of it, and a line says so): what an administrator tests a mail server with, by every mechanism it knows.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withKeys } from '../../src/bridge/keys.ts';
import { beginnings } from '../../src/bridge/scenarios.ts';
import { octetsOf } from '../../src/core/store/body.ts';
import { outsideOf, type Outside } from './outside.ts';
import { has, run } from './tool.ts';

const MAIL = 'mail.a.example';
let outside: Outside;
beforeEach(async () => {
  const world = beginnings['blank']?.({
    domains: ['a.example'],
    users: ['ann@a.example:s e', 'ben:x'],
    separator: undefined,
  });
  if (!world) throw new Error('no blank world');
  outside = await outsideOf(withKeys(world));
});
afterEach(() => outside.close());
// a file without a test is a failure, and a machine without swaks is none
test.each(['swaks'].filter((name) => !has(name)))('%s is not installed here', async (name) => {
  await expect(run(name, '--version')).rejects.toThrow('not installed');
});

const common = [
  ...'--server 127.0.0.1 --helo c.example.net --from ann@a.example --to ben@a.example'.split(' '),
  '--suppress-data',
];
const letters = (user: string): readonly string[] =>
  outside.bridge
    .world()
    .hosts[MAIL]?.store.mailboxes[`${user}/INBOX`]?.rows.chunks.flat()
    .map(({ body }) => octetsOf(body)) ?? [];

describe.each(['swaks'].filter(has))('%s', { timeout: 60_000 }, () => {
  const swaks = (port: number, ...args: readonly string[]) =>
    run('swaks', ...common, '--port', String(outside.portOf(MAIL, port)), ...args);
  test.each([
    ['PLAIN', 'ann', 587, ['--tls']],
    ['LOGIN', 'ann@a.example', 587, ['--tls']],
    ['CRAM-MD5', 'ann', 465, ['--tls-on-connect']],
    ['CRAM-MD5', 'ann@a.example', 587, []],
    ['PLAIN', 'ann@a.example', 587, []],
  ] as const)('logs in by %s as %s on port %i, and hands a letter in', async (auth, user, port, tls) => {
    const login = ['--auth', auth, '--auth-user', user, '--auth-password', 's e'];
    const { code, stdout } = await swaks(port, ...tls, ...login, '--body', '.\n..\n.profile');
    expect(stdout.toString()).toMatch(/^<[~-] +235 2\.7\.0 Welcome, ann$/m);
    expect(code).toBe(0);
    expect(letters('ben')).toHaveLength(1);
    expect(letters('ben')[0]).toContain('\r\n\r\n.\r\n..\r\n.profile\r\n');
  });
  test('hears that a password is wrong, and that strangers hand nothing in', async () => {
    const wrong = await swaks(587, '--auth', 'PLAIN', '--auth-user', 'ann', '--auth-password', 'x');
    expect(wrong.stdout.toString()).toMatch(/^<\*\* 535 5\.7\.8 /m);
    expect(wrong.code).toBe(28);
    const nobody = await swaks(587);
    expect(nobody.stdout.toString()).toMatch(/^<\*\* 530 5\.7\.0 /m);
    expect(letters('ben')).toEqual([]);
  });
  test('pipelines, delivers as a stranger, and leaves half-way where it is told to', async () => {
    const { code } = await swaks(25, '--pipeline', '--from', 'dave@example.org');
    expect(code).toBe(0);
    expect(letters('ben')[0]).toMatch(/^Return-Path: <dave@example\.org>\r\nReceived: from c\.example\.net /);
    expect((await swaks(25, '--quit-after', 'RCPT')).code).toBe(0);
    expect((await swaks(25, '--drop-after-send', 'DATA')).code).toBe(0);
    expect(letters('ben')).toHaveLength(1);
  });
});
