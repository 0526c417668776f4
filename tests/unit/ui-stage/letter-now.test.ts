// The letter that one takes along, whatever was done since it was written.
import { beforeEach, expect, test, vi } from 'vitest';
import { engine, FIRST_CONSOLE, seekEvent, setReduced, type } from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { letterNow } from '../../../src/ui/message/useMessage.ts';

// what is chosen in a mailbox brings a panel to the front, and that asks for the reader's theme
vi.hoisted(() => Reflect.set(globalThis, 'matchMedia', () => ({ matches: false })));

const ENVELOPE = ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>'];
const LETTER = ['DATA', 'Subject: Typed by hand', '', 'Hello Bob', '.'];
const say = (...lines: readonly string[]): void => {
  for (const line of lines) type(FIRST_CONSOLE, line);
};
const letter = (): string => letterNow(engine.getState())?.octets ?? 'none';

beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  say('telnet mx1.example.com 25', 'EHLO client.example.net');
});
test('there is none before one is written', () => {
  say(...ENVELOPE);
  expect(letter()).toBe('none');
});
test.each([
  ['while its connection is there', []],
  ['when that is over', ['QUIT']],
  [
    'after a letter that was refused',
    ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<nobody@example.com>', 'RSET'],
  ],
  ['in another session', ['QUIT', 'telnet pop.example.com 110', 'NOOP']],
  ['and when that is over', ['QUIT', 'telnet pop.example.com 110', 'QUIT']],
])('it is there %s', (_, lines) => {
  say(...ENVELOPE, ...LETTER, ...lines);
  expect(letter()).toContain('Subject: Typed by hand\r\n');
  seekEvent(5);
  expect(letter()).toBe('none');
});
