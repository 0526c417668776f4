// Before a reply that is held: what might it be?
import { describe, expect, it } from 'vitest';
import { guessesFor } from '../../../src/core/trace/guesses.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const said = (dial: string, ...typed: readonly string[]) => {
  const { trace } = drive(testWorld({ takesMail: true }), [sit(CLIENT), ...lines(dial, ...typed)]);
  return trace.flatMap((event, index) =>
    event.type === 'wire' && event.dir === 'b>a'
      ? [{ octets: event.octets, guesses: guessesFor(trace, index) }]
      : [],
  );
};
const SESSIONS = [
  [
    'dial 192.0.2.31 587',
    'EHLO client.example.net',
    'MAIL FROM:<a@example.net>',
    'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
    'MAIL FROM:<alice@example.com> SIZE=99999999999',
    'MAIL FROM:<alice@example.com>',
    'RCPT TO:<nobody@example.com>',
    'RCPT TO:<bob@example.com>',
    'NONSENSE',
    'DATA',
    '.',
    'QUIT',
  ],
  ['dial 192.0.2.31 110', 'USER bob', 'PASS wrong', 'STAT', 'RETR 9', 'QUIT'],
  ['dial 192.0.2.31 143', 'a CAPABILITY', 'a SELECT INBOX', 'b LOGIN alice wrong', 'c NOOP', 'd LOGOUT'],
] as const;

describe('what a server might say', () => {
  it.each(SESSIONS.map((session) => [session[0], session] as const))(
    '%s: each reply is one of several guesses, which begin otherwise, in the order of how they begin',
    (_, session) => {
      const [dial, ...typed] = session;
      const replies = said(dial, ...typed);
      expect(replies.length).toBeGreaterThan(3);
      for (const { octets, guesses } of replies) {
        const codes = guesses.map(({ code }) => code);
        expect(codes).toEqual([...new Set(codes)].toSorted());
        expect(guesses.length).toBeLessThanOrEqual(4);
        const right = guesses.filter((guess) => guess.right);
        // alone it would be no guess
        expect(guesses.length === 0 ? 1 : right.length).toBe(1);
        for (const { code } of right)
          expect(octets.replaceAll(/^\w+ (?=OK|NO|BAD)/gm, '')).toContain(code.replace(/\]$/, ''));
      }
    },
  );
  it('RCPT to somebody who is not there: whether he is, whether he has moved, how he is written', () => {
    const [dial, ...typed] = SESSIONS[0];
    const refused = said(dial, ...typed).find(({ octets }) => octets.startsWith('550'));
    expect(refused?.guesses).toMatchInlineSnapshot(`
      [
        {
          "code": "250",
          "right": false,
          "when": "the mailbox is here",
        },
        {
          "code": "501",
          "right": false,
          "when": "a space, or no brackets, where this host does not tolerate it",
        },
        {
          "code": "550",
          "right": true,
          "when": "the domain is ours, the mailbox is not",
        },
        {
          "code": "551",
          "right": false,
          "when": "the mailbox has a new address, and this host passes nothing on to it",
        },
      ]
    `);
  });
  it('DATA before there is anybody to send to: what it would come to later, and that it has to wait', () => {
    const [, early] = said('dial 192.0.2.31 587', 'DATA').slice(-2);
    expect(early?.guesses.map(({ code, right }) => (right ? `[${code}]` : code))).toMatchInlineSnapshot(`
      [
        "354",
        "500",
        "501",
        "[503]",
      ]
    `);
  });
  it('a greeting has its other possibilities too; who waits for nothing guesses nothing', () => {
    const [greeting] = said('dial 192.0.2.31 587');
    expect(greeting?.guesses).toMatchInlineSnapshot(`
      [
        {
          "code": "220",
          "right": true,
          "when": "this host takes mail",
        },
        {
          "code": "521",
          "right": false,
          "when": "it takes no mail at all",
        },
      ]
    `);
    const { trace } = drive(testWorld({}), [sit(CLIENT), ...lines('dial 192.0.2.31 587', 'NOOP')]);
    const own = trace.findIndex((event) => event.type === 'wire' && event.dir === 'a>b');
    expect([guessesFor(trace, own), guessesFor(trace, trace.length)]).toEqual([[], []]);
  });
});
