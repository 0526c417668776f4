// RFC 5321, Appendix D: what the client says, and with which code it is answered. Names are those reserved for documentation.
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { testWorld } from '../../world.ts';
import { elsewhere } from '../../elsewhere.ts';
import { ask, labOf, open, pass, type Lab } from '../../transcript/lab.ts';
import { factOf, readsIn } from '../../transcript/place.ts';

type Exchange = readonly [said: string, code: string];
const LETTER = 'Blah blah blah...\r\n...etc. etc. etc.\r\n.';
const scenarios: readonly (readonly [name: string, exchanges: readonly Exchange[]])[] = [
  [
    'D.1, a typical transaction',
    [
      ['EHLO client.example.net', '250'],
      ['MAIL FROM:<Smith@example.net>', '250'],
      ['RCPT TO:<Alice@example.com>', '250'],
      ['RCPT TO:<Green@example.com>', '550'],
      ['RCPT TO:<Bob@example.com>', '250'],
      ['DATA', '354'],
      [LETTER, '250'],
      ['QUIT', '221'],
    ],
  ],
  [
    'D.2, an aborted transaction',
    [
      ['EHLO client.example.net', '250'],
      ['MAIL FROM:<Smith@example.net>', '250'],
      ['RCPT TO:<Alice@example.com>', '250'],
      ['RCPT TO:<Green@example.com>', '550'],
      ['RSET', '250'],
      ['QUIT', '221'],
    ],
  ],
  [
    'D.3, relayed mail, to the relay',
    [
      ['EHLO client.example.net', '250'],
      ['MAIL FROM:<JQP@example.net>', '250'],
      ['RCPT TO:<Dave@EXAMPLE.ORG>', '250'],
      ['DATA', '354'],
      [
        'Date: Thu, 21 May 1998 05:33:29 -0700\r\nFrom: John Q. Public <JQP@example.net>\r\n\r\nBill:\r\n.',
        '250',
      ],
      ['QUIT', '221'],
    ],
  ],
  [
    'D.4, verifying and sending',
    [
      ['EHLO client.example.net', '250'],
      ['VRFY Carol', '250'],
      ['MAIL FROM:<EAK@example.net>', '250'],
      ['RCPT TO:<carol@example.com>', '250'],
      ['DATA', '354'],
      [LETTER, '250'],
      ['QUIT', '221'],
    ],
  ],
];
function play(exchanges: readonly Exchange[]): { readonly lab: Lab; readonly codes: readonly string[] } {
  const { host } = elsewhere['mx'] ?? {};
  const policy = { verify: 'open', relayFor: ['example.org'] } as const;
  const lab = labOf(testWorld({ takesMail: true, policy, others: host ? [host] : [] }));
  const conn = open(lab, 25);
  const codes = exchanges.map(([said]) => ask(lab, conn, utf8(`${said}\r\n`)).slice(0, 3));
  pass(lab);
  return { lab, codes };
}
const holds = (lab: Lab, user: string): string => factOf(lab, 'holds', user, user);

test.each(scenarios)('%s', (_name, exchanges) => {
  expect(play(exchanges).codes).toEqual(exchanges.map(([, code]) => code));
});
describe('and what has become of the letters', () => {
  const labs = scenarios.map(([, exchanges]) => play(exchanges).lab);
  test('D.1: the two who exist have it, D.2: nobody', () => {
    expect(labs.map((lab) => [holds(lab, 'alice'), holds(lab, 'bob')]).slice(0, 2)).toEqual([
      ['1', '4'],
      ['0', '3'],
    ]);
  });
  test('D.3: the relay has passed it on, with a Received on top and nothing else changed', () => {
    const lab = labs[2];
    if (!lab) throw new Error('no D.3');
    expect(holds(lab, 'dave@example.org')).toBe('1');
    for (const line of [
      'Return-Path: <JQP@example.net>',
      'Received: from pop.example.com ([192.0.2.31])',
      'Received: from client.example.net ([203.0.113.50])',
      'From: John Q. Public <JQP@example.net>',
    ])
      expect(readsIn(lab.world, 'reads', `dave@example.org 1 ${line}`, new Map())).toBeUndefined();
  });
  test('D.4: the one who was verified has it', () => {
    expect(labs[3] && holds(labs[3], 'carol')).toBe('1');
  });
});
