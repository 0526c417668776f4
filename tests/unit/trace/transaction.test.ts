import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/core/kernel/world.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import {
  comingAt,
  keepersOf,
  keptAt,
  letterOf,
  recipientsApart,
  sendersApart,
} from '../../../src/core/trace/letter.ts';
import { statusOf } from '../../../src/core/trace/status.ts';
import { broughtBy, transactionAt, type Transaction } from '../../../src/core/trace/transaction.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const HELLO = ['dial 192.0.2.31 25', 'EHLO client.example.net'];
const session = (...said: readonly string[]) =>
  drive(testWorld({ takesMail: true, link: { latency: 20_000 } }), [
    sit(CLIENT),
    ...lines(...HELLO, ...said),
  ]);
const latest = ({ trace }: { readonly trace: readonly TraceEvent[] }): Transaction | undefined =>
  transactionAt(trace, 1, trace.length);
/** `from > to, to: fate`; what was refused in brackets. */
const told = (of: Transaction | undefined): string => {
  if (!of) return 'none';
  const to = of.recipients.map(({ address, refused }) => (refused ? `(${address})` : address));
  return `${of.sender.address} > ${to.join(', ')}: ${of.fate}`;
};
const MAIL = 'MAIL FROM:<you@client.example.net>';
const RCPT = 'RCPT TO:<bob@example.com>';
const LETTER = ['From: you@client.example.net', 'To: bob@example.com', '', 'Hi', '.'];

describe('a transaction', () => {
  it.each([
    [[], 'none'],
    [[MAIL], 'you@client.example.net > : open'],
    [[MAIL, RCPT], 'you@client.example.net > bob@example.com: open'],
    [
      [MAIL, RCPT, 'RCPT TO:<nobody@example.com>', 'DATA'],
      'you@client.example.net > bob@example.com, (nobody@example.com): open',
    ],
    [[MAIL, RCPT, 'DATA', ...LETTER], 'you@client.example.net > bob@example.com: taken'],
    [[MAIL, RCPT, 'RSET'], 'you@client.example.net > bob@example.com: dropped'],
    [[MAIL, RCPT, 'EHLO again.example.net'], 'you@client.example.net > bob@example.com: dropped'],
    [[MAIL, RCPT, 'QUIT'], 'you@client.example.net > bob@example.com: dropped'],
    [['MAIL FROM:<>', 'RCPT TO:<carol@example.com>'], ' > carol@example.com: open'],
    [['MAIL FROM:<"a b>"@client.example.net> SIZE=10'], '"a b>"@client.example.net > : open'],
    [['MAIL FROM:<@a.example,@b.example:you@client.example.net>'], 'you@client.example.net > : open'],
    [['MAIL FROM:you'], 'none'],
    [[MAIL, 'NOOP', 'HELP'], 'you@client.example.net > : open'],
    [[MAIL, RCPT, 'DATA', ...LETTER, MAIL], 'you@client.example.net > : open'],
    [[MAIL, RCPT, 'BDAT 4 LAST', 'Hi'], 'you@client.example.net > bob@example.com: taken'],
    [[MAIL, RCPT, 'BDAT 0 LAST'], 'you@client.example.net > bob@example.com: taken'],
  ])('%j', (said, expected) => {
    expect(told(latest(session(...said)))).toBe(expected);
  });
  it('keeps what MAIL and RCPT said as they said it, parameters apart', () => {
    const one = latest(session('MAIL FROM:<you@client.example.net> SIZE=10 BODY=8BITMIME'));
    expect(one?.sender).toMatchObject({
      path: '<you@client.example.net>',
      parameters: 'SIZE=10 BODY=8BITMIME',
      refused: false,
    });
  });
  it('grows from moment to moment', () => {
    const { trace } = session(MAIL, RCPT, 'DATA', ...LETTER);
    const steps = trace.map((_, i) => told(transactionAt(trace, 1, i + 1)));
    expect([...new Set(steps)]).toEqual([
      'none',
      'you@client.example.net > : open',
      'you@client.example.net > bob@example.com: open',
      'you@client.example.net > bob@example.com: taken',
    ]);
  });
  it('is over when the cable is cut', () => {
    const { trace, world } = session(MAIL, RCPT);
    const cut = drive(world, [
      { type: 'cut', conn: 1, after: 0 },
      { type: 'pass', until: 'quiet' },
    ]);
    expect(told(latest({ trace: [...trace, ...cut.trace] }))).toMatch(/dropped$/);
  });
  it('is taken though nobody says so, when the server has the letter', () => {
    const mute = testWorld({ takesMail: true, policy: { afterDot: 'silence' } });
    const { trace } = drive(mute, [sit(CLIENT), ...lines(...HELLO, MAIL, RCPT, 'DATA', ...LETTER)]);
    expect(told(latest({ trace }))).toMatch(/taken$/);
  });
});

describe('a letter in a mailbox', () => {
  const here = { host: POP, mailbox: 'bob/INBOX', uid: 4 } as const;
  const { trace, world } = session(MAIL, RCPT, 'DATA', ...LETTER, MAIL, 'RCPT TO:<carol@example.com>');
  const found = { ...here, hosts: keepersOf(world, POP) };
  it('is found with the envelope that brought it, whatever was said since', () => {
    expect(told(broughtBy(trace, found, trace.length))).toBe(
      'you@client.example.net > bob@example.com: taken',
    );
    expect(broughtBy(trace, { ...found, uid: 1 }, trace.length)).toBeUndefined();
    expect(broughtBy(trace, found, 5)).toBeUndefined();
  });
  it('is read: header, text, and what the server kept of the envelope', () => {
    const letter = letterOf(keptAt(world, here) ?? '');
    const [first] = letter.fields;
    expect(first).toEqual({ name: 'Return-Path', value: '<you@client.example.net>', lines: 1 });
    expect(letter.octets.slice(letter.body)).toBe('Hi\r\n');
    expect(letter.fields.find(({ name }) => name === 'Received')?.lines).toBeGreaterThan(1);
  });
  it('that is not there is nothing', () => {
    expect(keptAt(world, { ...here, uid: 99 })).toBeUndefined();
    expect(keptAt(world, { ...here, mailbox: 'nobody/INBOX' })).toBeUndefined();
    expect(keptAt(world, { ...here, host: 'nowhere.example' })).toBeUndefined();
  });
});

describe('a letter on its way in', () => {
  const coming = ({ world }: { readonly world: World }) => comingAt(world, 1);
  it('can be read as it comes, dots taken away', () => {
    expect(coming(session(MAIL, RCPT))).toBeUndefined();
    expect(coming(session(MAIL, RCPT, 'DATA'))).toBe('');
    expect(coming(session(MAIL, RCPT, 'DATA', 'To: x', '', '..dot'))).toBe('To: x\r\n\r\n.dot\r\n');
    expect(coming(session(MAIL, RCPT, 'BDAT 20', 'Hi'))).toBe('Hi\r\n');
    expect(coming(session(MAIL, RCPT, 'DATA', ...LETTER))).toBeUndefined();
  });
  it('is what the console waits for', () => {
    const status = (...said: readonly string[]) => statusOf(session(...said).world, 'you@client');
    expect(status(MAIL, RCPT, 'DATA', 'Hi')).toMatchObject({
      kind: 'content',
      state: 'content',
      content: { ends: 'dot', octets: 4, lineStart: true },
    });
    expect(status(MAIL, RCPT, 'BDAT 20', 'Hi')).toMatchObject({
      kind: 'content',
      content: { ends: 'count', octets: 4, left: 16 },
    });
    expect(status(MAIL, RCPT).kind).toBe('yourTurn');
  });
});

describe('header and envelope', () => {
  const envelope = latest(session(MAIL, RCPT, 'RCPT TO:<nobody@example.com>'));
  const apart = (...header: readonly string[]) =>
    envelope && recipientsApart(letterOf([...header, '', 'Hi', ''].join('\r\n')), envelope);
  it.each([
    [['To: Bob <bob@example.com>'], [], []],
    [['To: BOB@Example.COM'], [], []],
    [['Subject: nobody named'], [], []],
    [['To: carol@example.com'], ['carol@example.com'], ['bob@example.com']],
    [['To: carol@example.com', 'Cc: bob@example.com'], ['carol@example.com'], []],
    [['To: friends: carol@example.com, bob@example.com;'], ['carol@example.com'], []],
    [['To: nobody@example.com'], ['nobody@example.com'], ['bob@example.com']],
    [['To: carol@example.com,', '\tbob@example.com'], ['carol@example.com'], []],
  ])('%j', (header, named, given) => {
    expect(apart(...header)).toEqual({ header: named, envelope: given });
  });
  it('may name another sender', () => {
    const letter = (from: string) => letterOf(`From: ${from}\r\n\r\n`);
    expect(envelope && sendersApart(letter('You <you@client.example.net>'), envelope)).toEqual({
      header: [],
      envelope: [],
    });
    expect(envelope && sendersApart(letter('boss@example.com'), envelope)).toEqual({
      header: ['boss@example.com'],
      envelope: ['you@client.example.net'],
    });
  });
});
