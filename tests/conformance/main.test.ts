import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dial, dialTls, hangUpAll } from './peer.ts';

// The command itself: what it prints, and how it ends.

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'mailwire-'));
let children: readonly ChildProcess[] = [];
let servers: readonly Server[] = [];
afterEach(() => {
  hangUpAll();
  for (const child of children) child.kill('SIGKILL');
  for (const server of servers) server.close();
  [children, servers] = [[], []];
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
function bridge(...args: readonly string[]): {
  child: ChildProcess;
  ready: Promise<void>;
  ended: Promise<Ended>;
} {
  const command = ['--import', 'tsx', join(root, 'src/bridge/main.ts'), ...args];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  children = [...children, child];
  let [stdout, stderr] = ['', ''];
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (/^ready\n/m.test(stdout)) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    ended.then(() => reject(new Error(stderr || 'it ended')), reject);
  });
  ready.catch(() => undefined); // not everybody waits for it
  return { child, ready, ended };
}
let commands = 0;
/** The command in this very process, where it ends before it opens anything: a process of its own takes a second to begin. */
async function refused(...args: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  vi.spyOn(process, 'argv', 'get').mockReturnValue([process.execPath, 'main.ts', ...args]);
  vi.spyOn(console, 'log').mockImplementation((words) => void (said.stdout += String(words)));
  vi.spyOn(console, 'error').mockImplementation((words) => void (said.stderr += String(words)));
  try {
    return await new Promise<Ended>((resolve, reject) => {
      vi.spyOn(process, 'exit').mockImplementation((code) => {
        resolve({ code: Number(code), ...said });
        return undefined as never;
      });
      const command = `${join(root, 'src/bridge/main.ts')}?${++commands}`;
      import(/* @vite-ignore */ command).catch(reject);
    });
  } finally {
    vi.restoreAllMocks();
  }
}
const take = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (free) servers = [...servers, server];
  return free;
};
/**
 * One that leaves the doors of two mail servers free, below the ports that outgoing connections get; not the one that another run
 * of this file takes.
 */
async function freeOffset(from = 12_000 + Math.floor(Math.random() * 8000)): Promise<number> {
  const doors = [25, 110, 143, 465, 587, 993, 995];
  const places = doors.flatMap((port) => [from + port, from + 10_000 + port]);
  const free = (await Promise.all(places.map(take))).every(Boolean);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  servers = [];
  return free ? from : freeOffset(from + 1);
}

describe('npm run bridge', { timeout: 20_000 }, () => {
  test('prints its doors, writes the certificate, and says goodbye in POP3', async () => {
    const offset = await freeOffset();
    const ca = join(folder, 'ca.pem');
    const { child, ready, ended } = bridge('--scenario', 'standard', '--offset', String(offset), '--ca', ca);
    await ready;
    const plain = dial(offset + 110);
    const sealed = dialTls(offset + 995, readFileSync(ca, 'utf8'));
    for (const peer of [plain, sealed]) expect(await peer.until(/\r\n$/)).toMatch(/^\+OK pop\.example\.com /);
    child.kill('SIGTERM');
    for (const peer of [plain, sealed]) expect(await peer.rest()).toMatch(/^-ERR \[SYS\/TEMP\] .*\r\n$/);
    const { code, stdout, stderr } = await ended;
    for (const [port, tls] of [
      [110, 'when asked for'],
      [995, 'from the first octet'],
    ] as const)
      expect(stdout).toMatch(
        new RegExp(`^pop\\.example\\.com +${port} +pop3 +${tls} +127\\.0\\.0\\.1:${offset + port}$`, 'm'),
      );
    expect(stdout.endsWith('\nready\n')).toBe(true);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('opens an empty server for each domain, for the people one names', async () => {
    const offset = await freeOffset();
    const people = ['--user', 'ann:s:e', '--user', 'größe@b.example:x'];
    const domains = ['--domain', 'a.example', '--domain', 'b.example'];
    const args = ['--scenario', 'blank', '--offset', String(offset), ...domains, ...people];
    const { child, ready, ended } = bridge(...args);
    await ready;
    const peer = dial(offset + 110);
    expect(await peer.until(/\r\n$/)).toMatch(/^\+OK mail\.a\.example /);
    peer.send('USER ann\nPASS s:e\nSTAT\n');
    expect(await peer.until(/\+OK 0 0\r\n$/)).toContain('+OK 0 messages (0 octets)');
    const mail = dial(offset + 25);
    expect(await mail.until(/\r\n$/)).toMatch(/^220 mail\.a\.example /);
    mail.send('EHLO c\nMAIL FROM:<ann@a.example>\nRCPT TO:<ann@a.example>\nDATA\n');
    await mail.until(/\n354 .*\r\n$/);
    mail.send('Subject: Here\r\n.\r\n');
    expect(await mail.until(/\r\n$/)).toMatch(/^250 2\.0\.0 /);
    peer.send('QUIT\n');
    await peer.rest();
    const again = dial(offset + 110);
    again.send('USER ann\nPASS s:e\nRETR 1\nQUIT\n');
    expect(await again.rest()).toContain('\r\nSubject: Here\r\n.\r\n');
    child.kill('SIGTERM');
    const { code, stdout } = await ended;
    expect(stdout).toContain(`127.0.0.1:${offset + 10_110}\n`);
    expect(code).toBe(0);
  });

  test('who comes second and finds the place taken has no door; the others do', async () => {
    const offset = await freeOffset();
    await take(offset + 10_110);
    const args = [
      '--scenario',
      'blank',
      '--offset',
      String(offset),
      '--domain',
      'a.test',
      '--domain',
      'b.test',
    ];
    const { child, ready, ended } = bridge(...args);
    await ready;
    child.kill('SIGTERM');
    const { stdout, code } = await ended;
    expect(stdout).toContain(`mail.b.test:110 has no door: port ${offset + 10_110} is taken\n`);
    expect(stdout).toContain(`127.0.0.1:${offset + 10_995}\n`);
    expect(code).toBe(0);
  });

  test('a taken port is a clear error', async () => {
    const offset = await freeOffset();
    await take(offset + 995);
    const { code, stderr } = await bridge('--offset', String(offset)).ended;
    expect(stderr).toContain(`pop.example.com:995 cannot be offered at 127.0.0.1:${offset + 995}`);
    expect(code).toBe(2);
  });

  test('a word it does not know is a clear error', async () => {
    const { code, stdout, stderr } = await bridge('--colour').ended;
    expect(stderr).toContain('--colour');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
  test.each([
    [['--colour'], '--colour'],
    [['--scenario', 'moon'], 'no scenario moon: there is standard, many-messages, blank'],
    [['--user', 'bob:y'], '--user belongs to --scenario blank'],
    [['--scenario', 'blank', '--user', 'bob'], '--user wants NAME:PASSWORD or NAME@DOMAIN:PASSWORD, not bob'],
    [['--scenario', 'blank', '--domain', 'a.test', '--user', 'bob@x.test:y'], 'x.test is none of a.test'],
    [['--scenario', 'blank', '--user', 'bob:y', '--user', 'bob@example.com:z'], 'bob@example.com twice'],
    [['--scenario', 'blank', '--domain', 'a.test', '--domain', 'a.test'], 'the same one twice'],
    [['--scenario', 'blank', '--domain', 'Nobody here'], 'hosts[0].domain'],
    [['--separator', '.'], '--separator belongs to --scenario blank'],
    [['--scenario', 'blank', '--separator', 'ab'], '--separator wants one character, such as . or /, not ab'],
    [['--offset', 'two'], '--offset wants a number, not two'],
    [['--offset', '65000'], 'choose another --offset'],
    [['--domain', 'example.edu'], 'keeps the mail of example.edu'],
    [['--ca', join(folder, 'no/such/ca.pem'), '--offset', '0'], 'ca.pem'],
  ])('%j is a clear error', async (args, words) => {
    const { code, stdout, stderr } = await refused(...args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
