// Two servers that do not agree where a letter ends (RFC 5321 §2.3.8, §4.1.1.4): one passes LF . LF on as a part of it, the other
// takes it for the end, and hears a second letter that its sender was never asked about.
import { expect, test } from 'vitest';
import type { Policy } from '../../../src/core/host/policy.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { octetsOf } from '../../../src/core/store/body.ts';

const OUT = 'out.example.net';
const run = (world: World, ...inputs: readonly Input[]): World =>
  inputs.reduce((now, input) => step(now, input).world, world);
const quiet: Input = { type: 'pass', until: 'quiet' };
const say = (octets: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets } });

/** The inbox after a customer of an ISP has handed in one letter to it, with another hidden inside. */
function inboxAfter(bareLf: Policy['bareLf'], to: string, host: string, mailbox: string): readonly string[] {
  const hidden = `MAIL FROM:<alice@example.com>\r\nRCPT TO:<${to}>\r\nDATA\r\nFrom: alice@example.com\r\n\r\nI quit.`;
  const letter = `From: mallory@mallory.test\r\nSubject: One\r\n\r\nHello\n.\n${hidden}`;
  const { hosts } = run(
    standard(),
    { type: 'turn', knob: { type: 'policy', host: OUT, set: { bareLf } } },
    { type: 'outside', event: { type: 'open', from: 'client.example.net', to: OUT, port: 25, tls: null } },
    quiet,
    say('EHLO client.example.net\r\n'),
    quiet,
    say(`MAIL FROM:<mallory@mallory.test>\r\nRCPT TO:<${to}>\r\nDATA\r\n${letter}\r\n.\r\nQUIT\r\n`),
    quiet,
  );
  const before = standard().hosts[host]?.store.mailboxes[mailbox]?.rows.length ?? 0;
  const rows = hosts[host]?.store.mailboxes[mailbox]?.rows.chunks.flat() ?? [];
  return rows.slice(before).map(({ body }) => octetsOf(body));
}
test('passed on as it came, one letter becomes two at smuggle.test, and mallory has written in alice’s name', () => {
  const letters = inboxAfter('passed', 'somebody@smuggle.test', 'smuggle.test', 'somebody/INBOX');
  expect(letters.map((it) => /^Return-Path: (.*)\r\n/.exec(it)?.[1])).toEqual([
    '<mallory@mallory.test>',
    '<alice@example.com>',
  ]);
  expect(letters[1]).toContain('\r\nFrom: alice@example.com\r\n\r\nI quit.\r\n');
});
test('where the bare LF leaves as CR LF it stays one letter, and so does the dot: it is doubled', () => {
  const letters = inboxAfter('mended', 'somebody@smuggle.test', 'smuggle.test', 'somebody/INBOX');
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain('Hello\r\n.\r\nMAIL FROM:<alice@example.com>\r\n');
});
test('anywhere else it stays one letter, with all that is in it', () => {
  const letters = inboxAfter('passed', 'dave@example.org', 'mx.example.org', 'dave/INBOX');
  expect(letters).toHaveLength(1);
  expect(letters[0]).toContain('Hello\n.\nMAIL FROM:<alice@example.com>\r\n');
});
