// What is acknowledged is kept, what is kept is what was sent, and POP3 shows it octet for octet.
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { ask, faults, labOf, open } from '../transcript/lab.ts';
import { CLIENT, POP, testWorld } from '../world.ts';
import { lead } from './journals.ts';

vi.setConfig({ testTimeout: 120_000 });

const lettersIn = (world: World, user: string): number =>
  world.hosts[POP]?.store.mailboxes[`${user}/INBOX`]?.rows.length ?? 0;
const quiet: Input = { type: 'pass', until: 'quiet' };
const type = (line: string): readonly Input[] => [
  { type: 'type', console: 'you', octets: `${line}\n` },
  quiet,
];

it('a cable cut at any octet loses nothing acknowledged and delivers nothing unsent; at most one letter is in doubt', () => {
  const transaction = [
    'MAIL FROM:<dave@example.org>',
    'RCPT TO:<bob@example.com>',
    'DATA',
    'Subject: a',
    '',
    'b',
    '.',
  ];
  const chunks = [...transaction.slice(0, 2), 'BDAT 11', 'Subject: c', 'BDAT 0 LAST'];
  const start = testWorld({ takesMail: true, commandLf: 'accept', link: { latency: 1000, segment: 7 } });
  const before = lettersIn(start, 'bob');
  const lines = [`telnet ${POP} 25`, 'EHLO client.example.net', ...transaction, ...chunks];
  const seen = new Set<string>();
  for (let after = 1; after < 1200; after += 1) {
    const trace: TraceEvent[] = [];
    const inputs: readonly Input[] = [
      { type: 'open', console: 'you', host: CLIENT },
      ...lines.flatMap((line, i): readonly Input[] =>
        i === 0 ? [...type(line), { type: 'cut', conn: 1, after }] : type(line),
      ),
    ];
    const end = lead(start, inputs, (done) => trace.push(...done.trace));
    const shown = trace.map((e) => (e.type === 'printed' && e.by === 'server' ? e.octets : '')).join('');
    const acknowledged = shown.match(/^250 2\.0\.0 Taken as \w+; .*\r\n/gm)?.length ?? 0;
    const delivered = lettersIn(end, 'bob') - before;
    expect(trace.filter((e) => e.type === 'fault')).toEqual([]);
    expect(delivered).toBeGreaterThanOrEqual(acknowledged);
    expect(delivered - acknowledged).toBeLessThanOrEqual(1);
    seen.add(`${acknowledged} of ${delivered}`);
  }
  expect([...seen].toSorted()).toEqual(['0 of 0', '0 of 1', '1 of 1', '1 of 2', '2 of 2']);
});

const line = fc.oneof(
  fc.constantFrom('', '.', '..', '...', '.profile', 'QUIT', 'a.\r', '\n.\n', '\x80\xff', 'From: somebody'),
  fc.string({ maxLength: 30 }).map((it) => it.replaceAll(/[^ -~]/g, '?')),
);
const letter = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((rows) => `Subject: model\r\n\r\n${rows.map((row) => row + CRLF).join('')}`);
const sizes = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 });
const asked = fc.record({
  to: fc.subarray(['alice', 'bob', 'carol', 'sales', 'nobdy'], { minLength: 1 }),
  letter,
  chunks: fc.option(sizes),
});

/** The commands that hand a letter over: DATA with its dots doubled, or BDAT in chunks of these sizes and a last one. */
function handingOver(text: Octets, chunks: readonly number[] | null): Octets {
  if (!chunks) return `DATA\r\n${text.replaceAll('\r\n.', '\r\n..')}.\r\n`;
  let [out, at] = ['', 0];
  for (const size of chunks) {
    const chunk = text.slice(at, at + size);
    out += `BDAT ${chunk.length}\r\n${chunk}`;
    at += chunk.length;
  }
  const last = text.slice(at);
  return `${out}BDAT ${last.length} LAST\r\n${last}`;
}
const GROUPS: Readonly<Record<string, readonly string[]>> = { sales: ['alice', 'bob'], nobdy: [] };

it('POP3 shows exactly the letters SMTP has taken, for exactly those who were named', () => {
  const passwords = { alice: 'paper lantern', bob: 'correct-horse', carol: 'c4rol"quote' };
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 5 }), (wanted) => {
      const lab = labOf(testWorld({ takesMail: true, bob: [] }));
      const conn = open(lab, 25);
      ask(lab, conn, 'EHLO client.example.net\r\n');
      const model: Record<string, Octets[]> = { alice: [], bob: [], carol: [] };
      for (const { to, letter: text, chunks } of wanted) {
        const naming = to.map((name) => `RCPT TO:<${name}@example.com>\r\n`).join('');
        ask(lab, conn, `RSET\r\nMAIL FROM:<dave@example.org>\r\n${naming}`);
        const users = new Set(to.flatMap((name) => GROUPS[name] ?? [name]));
        if (users.size === 0) continue; // nobody would send it
        expect(ask(lab, conn, handingOver(text, chunks))).toContain('250 2.0.0 Taken as');
        for (const user of users) model[user]?.push(text);
      }
      for (const [user, password] of Object.entries(passwords)) {
        const pop = open(lab, 110);
        ask(lab, pop, `USER ${user}\r\nPASS ${password}\r\n`);
        const there = lettersIn(lab.world, user);
        const read = Array.from({ length: there }, (_, i) => ask(lab, pop, `RETR ${i + 1}\r\n`));
        expect(read.map(letterOf)).toEqual(model[user]);
        ask(lab, pop, 'QUIT\r\n');
      }
      expect(faults(lab)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
/** What RETR has brought, unstuffed, without the two fields the server has put on top. */
function letterOf(reply: Octets): Octets {
  const body = reply.slice(reply.indexOf(CRLF) + 2, -'.\r\n'.length).replaceAll('\r\n.', CRLF);
  return body.replace(/^Return-Path: .*\r\nReceived: .*\r\n(?:\t.*\r\n)*/, '');
}
