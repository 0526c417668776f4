// The standard world with one thing otherwise: what the chooser says of each is true at every door of the bookshop.
import { describe, expect, test } from 'vitest';
import { begin, record } from '../../../src/core/kernel/timeline.ts';
import type { World } from '../../../src/core/kernel/world.ts';
import { worldNamed } from '../../../src/core/scenario/catalogue/worlds.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { isStoreFact } from '../../../src/core/trace/scene-mail.ts';

const worldOf = (name: string): World => worldNamed(name) ?? (() => { throw new Error(name); })(); // prettier-ignore
const SHOP = ['mx1', 'mx2', 'submit', 'pop', 'imap'].map((name) => `${name}.example.com`);
/** All that happens while these lines are typed at the learner's machine. */
function traceOf(world: World, lines: readonly string[]): readonly TraceEvent[] {
  const timeline = begin(world);
  for (const line of lines) {
    record(timeline, { type: 'type', console: 'you@client', octets: `${line}\n` });
    record(timeline, { type: 'pass', until: 'quiet' });
  }
  return timeline.trace;
}
const heard = (world: World, ...lines: readonly string[]): string =>
  traceOf(world, lines)
    .map((e) => (e.type === 'wire' && e.dir === 'b>a' ? e.octets : ''))
    .join('');
const tls = (host: string, port: number): string => `openssl s_client -quiet -crlf -connect ${host}:${port}`;

describe('no-tls', () => {
  const world = worldOf('no-tls');
  const doors = SHOP.flatMap((host) =>
    Object.keys(world.hosts[host]?.services ?? {}).map((port) => ({ host, port: Number(port) })),
  );
  test('no host of the bookshop offers it, at any port', () => {
    const askings: Readonly<Record<number, string>> = { 110: 'CAPA', 143: 'a CAPABILITY' };
    expect(doors.map(({ port }) => port)).toEqual([25, 25, 587, 24, 110, 143]);
    for (const { host, port } of doors) {
      const said = heard(
        world,
        `telnet ${host} ${port}`,
        askings[port] ?? (port === 24 ? 'LHLO client.example.net' : 'EHLO client.example.net'),
      );
      expect(said).toMatch(/OK|250/);
      expect(said).not.toMatch(/STARTTLS|STLS|LOGINDISABLED/);
    }
  });
  test.each([
    ['submit.example.com', 465],
    ['pop.example.com', 995],
    ['imap.example.com', 993],
  ])('%s refuses who calls at %i, and the DNS promises nothing else', (host, port) => {
    const phases = (of: string) =>
      traceOf(worldOf(of), [tls(host, port)]).flatMap((e) => (e.type === 'conn' ? [e.phase] : []));
    expect(phases('no-tls')).toContain('refused');
    expect(phases('standard')).not.toContain('refused');
    expect(JSON.stringify(world.names.zones['example.com.'])).not.toMatch(/"(?:SRV|TLSA)"/);
  });
  test('a password is taken as it comes', () => {
    expect(heard(world, 'telnet pop.example.com 110', 'USER bob', 'PASS correct-horse')).toMatch(
      /\+OK.*\+OK.*\+OK/s,
    );
    expect(heard(world, 'telnet imap.example.com 143', 'a LOGIN bob correct-horse')).toContain('a OK');
    const plain = btoa('\0bob\0correct-horse');
    const lines = ['telnet submit.example.com 587', 'EHLO client.example.net', `AUTH PLAIN ${plain}`];
    expect(heard(world, ...lines)).toContain('235 ');
  });
  test('others keep theirs', () => {
    expect(heard(world, 'telnet mx.example.org 25', 'EHLO client.example.net')).toContain('STARTTLS');
  });
});

describe('full', () => {
  const world = worldOf('full');
  const letter = (name: string) => [
    'DATA',
    `From: ${name}@example.com`,
    'Subject: One more',
    '',
    'Hello.',
    '.',
  ];
  const login = [tls('imap.example.com', 993), 'a LOGIN bob correct-horse'];
  const grown = (lines: readonly string[]): readonly string[] =>
    traceOf(world, lines).flatMap((e) =>
      e.type === 'fact' && isStoreFact(e.fact) && e.fact.type === 'append' ? [e.fact.mailbox] : [],
    );
  test('nothing comes in at the door for strangers', () => {
    const to = (who: string) => [
      'telnet mx1.example.com 25',
      'EHLO client.example.net',
      'MAIL FROM:<you@client.example.net>',
      `RCPT TO:<${who}@example.com>`,
    ];
    expect(heard(world, ...to('bob'))).toContain('452 4.2.2');
    // who has no mail yet has no room either
    expect(heard(world, ...to('carol'))).toContain('452 4.2.2 The mailbox of <carol@example.com> is full');
    expect(grown([...to('carol'), ...letter('you')])).toEqual([]);
  });
  test.each(['alice', 'carol', 'bob', 'erin'])('nor from one of them to %s', (who) => {
    const lines = [
      tls('submit.example.com', 465),
      'EHLO client.example.net',
      `AUTH PLAIN ${btoa('\0bob\0correct-horse')}`,
      'MAIL FROM:<bob@example.com>',
      `RCPT TO:<${who}@example.com>`,
      ...letter('bob'),
    ];
    expect(heard(world, ...lines)).toContain('452 4.2.2');
    expect(grown(lines)).toEqual([]);
  });
  test('nor by LMTP', () => {
    const lines = [
      'telnet pop.example.com 24',
      'LHLO mx1.example.com',
      'MAIL FROM:<dave@example.org>',
      'RCPT TO:<alice@example.com>',
      ...letter('dave'),
    ];
    expect(heard(world, ...lines)).toContain('452 4.2.2');
    expect(grown(lines)).toEqual([]);
  });
  test('nor by APPEND or COPY (RFC 9208 §4.3.1)', () => {
    const append = [...login, 'b APPEND INBOX {14+}', 'Subject: x', '', ''];
    const copy = [...login, 'b SELECT INBOX', 'c COPY 1 INBOX'];
    for (const lines of [append, copy]) {
      expect(heard(world, ...lines)).toMatch(/^[bc] NO \[OVERQUOTA\]/m);
      expect(grown(lines)).toEqual([]);
    }
  });
  test('and a client can see why', () => {
    const [, used = 0, limit = 0] = /QUOTA #user\/bob \(STORAGE (\d+) (\d+)\)/.exec(heard(world, ...login, 'b GETQUOTAROOT INBOX')) ?? []; // prettier-ignore
    expect(Number(used)).toBeGreaterThan(3000);
    expect(Number(used)).toBeGreaterThanOrEqual(Number(limit));
  });
});

test.each(['mx1.example.com', 'mx2.example.com'])('greylisting: %s puts a stranger off', (host) => {
  const lines = [
    'EHLO client.example.net',
    'MAIL FROM:<you@client.example.net>',
    'RCPT TO:<bob@example.com>',
  ];
  expect(heard(worldOf('greylisting'), `telnet ${host} 25`, ...lines)).toMatch(/^45[01] 4\.7\.1/m);
});
