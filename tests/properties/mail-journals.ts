// What may be said to a server that takes mail, sensible and not, and how it may be set.
import * as fc from 'fast-check';
import { encode64 } from '../../src/core/base/base64.ts';
import { utf8, type Octets } from '../../src/core/base/octets.ts';
import type { Policy } from '../../src/core/host/policy.ts';
import { smtp } from '../../src/core/protocols/smtp/protocol.ts';
import { commandsOf } from '../../src/core/spec/compile.ts';

const plain = encode64('\0bob\0correct-horse');
const ends = fc.constantFrom('\r\n', '\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '', ' \r\n');
const mailVerbs: readonly string[] = commandsOf(smtp).map(({ rule }) => rule.verb);
const mailWords = [
  '',
  'client.example.net',
  '[203.0.113.50]',
  'FROM:<dave@example.org>',
  'FROM:<> BODY=8BITMIME SIZE=100',
  'FROM:<bob@example.com> BODY=BINARYMIME SMTPUTF8',
  'FROM:<bob@example.com> AUTH=<>',
  'FROM:<dave@example.org> RET=HDRS ENVID=a+2Bb BY=60;R MT-PRIORITY=3',
  'FROM:<bob@example.com> HOLDFOR=60 BY=30;N REQUIRETLS',
  'TO:<bob@example.com> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;bob@example.com',
  'TO:<bob@example.com> NOTIFY=NEVER,DELAY',
  'example.org',
  '@example.org',
  'FROM: <dave@example.org>',
  utf8('FROM:<josé@example.org> SMTPUTF8'),
  'TO:<bob@example.com>',
  'TO:<sales@example.com>',
  'TO:<everybody@example.com>',
  'TO:<full@example.com>',
  'TO:<Postmaster>',
  'TO:<dave@example.org>',
  'TO:<"b\\',
  'sales',
  'frank SMTPUTF8',
  'TO:<frank@example.com>',
  'TO:<juergen@example.com>',
  '0 LAST',
  '5',
  '30 LAST',
  '999999999999999',
  '-1',
  `PLAIN ${plain}`,
  'PLAIN',
  '\n',
];
const mailCommand = fc
  .tuple(fc.constantFrom(...mailVerbs), fc.constantFrom(...mailWords), ends)
  .map(([verb, word, end]) => (word === '' ? verb + end : `${verb} ${word}${end}`));
const transaction = fc.constantFrom(
  'EHLO client.example.net\r\n',
  'HELO client.example.net\r\n',
  'MAIL FROM:<dave@example.org>\r\nRCPT TO:<bob@example.com>\r\n',
  'EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\n',
  'LHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.com>\r\nRCPT TO:<full@example.com>\r\nDATA\r\n.\r\n',
  'LHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<alice@example.com>\r\nRCPT TO:<sales@example.com>\r\nBDAT 2 LAST\r\nhi',
  'DATA\r\nSubject: a\r\n\r\n..\r\n.\r\n',
  'EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.com>\r\nBDAT 3\r\nabcBDAT 2\r\ndeBDAT 0 LAST\r\n',
  'EHLO c\r\nMAIL FROM:<> BODY=BINARYMIME\r\nRCPT TO:<bob@example.com>\r\nDATA\r\nRSET\r\n',
  'EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.com>\r\nDATA\r\nSubject: a\r\n.\r\n',
  '.\r\n',
  '\r\n.\r\n',
  '\n.\n',
  'BDAT 7 LAST\r\nQUIT\r\n\n',
  'BDAT 3\r\nabc',
  `EHLO c\r\nAUTH PLAIN ${plain}\r\nMAIL FROM:<bob@example.com>\r\n`,
  'STARTTLS\r\n',
  'EHLO c\r\nAUTH PLAIN\r\n*\r\n',
  `EHLO c\r\nAUTH LOGIN\r\n`,
  `${plain}\r\n`,
);
/** What a client sends to a server that takes mail, whole lines or pieces of them. */
export const mailLines: fc.Arbitrary<Octets> = fc.oneof(
  { weight: 4, arbitrary: mailCommand },
  { weight: 4, arbitrary: transaction },
  { weight: 1, arbitrary: fc.tuple(transaction, fc.nat({ max: 40 })).map(([a, n]) => a.slice(0, n)) },
);

export const mailKnobs: fc.Arbitrary<Partial<Policy>> = fc.record(
  {
    esmtp: fc.boolean(),
    greetingDelay: fc.constantFrom(0, 7),
    capsHide: fc.subarray(['SIZE', 'CHUNKING', 'BINARYMIME', 'STARTTLS', 'ENHANCEDSTATUSCODES']),
    capsShow: fc.subarray(['DELIVERBY', 'FUTURERELEASE', 'MT-PRIORITY', 'REQUIRETLS', 'ETRN']),
    lfTolerant: fc.boolean(),
    looseSpace: fc.boolean(),
    maxRecipients: fc.constantFrom(1, 100),
    quota: fc.constantFrom(0, 400),
    diskFull: fc.boolean(),
    greylist: fc.constantFrom(0, 60),
    reject: fc.constantFrom([], ['subject'], ['s*a -> 451 4.7.1 Not now']),
    moved: fc.constantFrom('forward', 'announce', 'refuse'),
    maxTransactions: fc.constantFrom(0, 2),
    replyDelay: fc.constantFrom(0, 3),
    aheadOfTls: fc.constantFrom('discarded', 'obeyed'),
    tlsDown: fc.boolean(),
    verify: fc.constantFrom('guarded', 'open'),
    unknownUser: fc.constantFrom('refuse', 'accept'),
    relay: fc.constantFrom('closed', 'open'),
    relayFor: fc.constantFrom([], ['example.org']),
    authDown: fc.boolean(),
    afterDot: fc.constantFrom('answer', 'silence'),
    eighthBit: fc.constantFrom('kept', 'cleared'),
  },
  { requiredKeys: [] },
);
