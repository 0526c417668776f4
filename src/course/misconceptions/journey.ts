// Beliefs about the way a letter takes: names, queues, reports, and who wrote it.
import type { Predicate } from '../../core/trace/predicate.ts';
import type { Misconception } from './misconception.ts';

const cutByDecodedSize = (part: string): Predicate => ({
  order: [
    { outcome: 'imap/FETCH/ok', line: `BINARY\\.SIZE\\[${part}\\]` },
    { outcome: 'imap/FETCH/ok', line: `BODY(?:\\.PEEK)?\\[${part}\\]<0\\.` },
  ],
});
const DOMAINS = ['example.com', 'example.org', 'example.net', 'client.example.net'] as const;
const spfOf = (name: string): Predicate => ({ dns: { name, type: 'TXT', by: 'client.example.net' } });
function askedOfFrom(domain: string): Predicate {
  const name = domain.replaceAll('.', '\\.');
  return {
    all: [
      {
        order: [
          { outcome: 'smtp/MAIL/ok', line: `^MAIL FROM: *<[^>]*@(?!${name}>)` },
          { written: { state: 'smtp/content', line: `^[Ff]rom *:.*@${name}>? *$` } },
          spfOf(domain),
        ],
      },
      // who asks for both compares them
      ...DOMAINS.filter((other) => other !== domain).map((other): Predicate => ({ not: spfOf(other) })),
    ],
  };
}

export const journeyBeliefs: readonly Misconception[] = [
  {
    id: 'M27',
    belief: 'The MX with the higher number is the better one, and the A record is there as a last resort.',
    // of the bookshop: which number is lower, a pattern does not know
    when: {
      all: [
        {
          order: [
            { dns: { name: 'example.com', type: 'MX' } },
            { dialled: { to: 'mx2.example.com', port: 25, by: 'client.example.net' } },
          ],
        },
        { not: { dialled: { to: 'mx1.example.com' } } },
      ],
    },
    nudges: [
      'Lower or higher first?',
      'The lowest number is tried first. Where there are MX records, the A record of the domain is out.',
    ],
    rfc: '5321#5.1',
  },
  {
    id: 'M28',
    belief: 'A report of a failure comes from postmaster.',
    when: {
      stored: {
        mailbox: '*',
        fresh: true,
        header: { 'Content-Type': 'multipart/report', 'Return-Path': '<[^>]' },
      },
    },
    nudges: [
      'What stands in the envelope of that report?',
      '`MAIL FROM:<>`: nobody. So nothing can ever be sent back for it.',
    ],
    rfc: '5321#6.1',
  },
  {
    id: 'M29',
    belief: 'Every letter may be answered by a robot.',
    when: { sent: { verb: 'RCPT', line: '^RCPT TO: *<>' } },
    nudges: [
      'Whom would your answer go to, and what would theirs do?',
      'Never answer `<>`, lists, or what says Auto-Submitted: two robots have all night.',
    ],
    rfc: '3834#2',
  },
  {
    id: 'M30',
    belief: 'Taking a letter and returning it later is as good as refusing it.',
    // from a stranger, whose name nobody has checked
    when: {
      all: [
        {
          order: [
            { outcome: 'smtp/content/ok', by: 'client.example.net' },
            { stored: { mailbox: '*', fresh: true, header: { 'Content-Type': 'multipart/report' } } },
          ],
        },
        { not: { outcome: 'smtp/AUTH/granted' } },
        { not: { outcome: 'smtp/response/granted' } },
      ],
    },
    nudges: [
      'Who gets the report when the sender was forged?',
      'Somebody who has nothing to do with it. Refuse while the other side is still there.',
    ],
    rfc: '5321#6.2',
  },
  {
    id: 'M31',
    belief: 'Received lines are read from the top.',
    // of alice's third letter: who looks up the host of the top line takes it for the one where the way began
    when: {
      all: [
        {
          order: [
            { outcome: 'imap/FETCH/ok', line: 'FETCH 3 .*(?:HEADER|RECEIVED|BODY(?:\\.PEEK)?\\[\\]|RFC822)' },
            {
              any: [
                { dns: { name: '20.100.51.198.in-addr.arpa', type: 'PTR', by: 'client.example.net' } },
                { dns: { name: 'mail.example.org', type: 'A', by: 'client.example.net' } },
              ],
            },
          ],
        },
        { not: { dns: { name: '77.100.51.198.in-addr.arpa', type: 'PTR' } } },
        { not: { dialled: { to: 'mail.example.org' } } },
      ],
    },
    nudges: [
      'Which line was added last?',
      'The top one. Read from the bottom, and trust only hosts you know.',
    ],
    rfc: '5321#4.4',
  },
  {
    id: 'M32',
    belief: 'A letter that has passed ten hosts goes in circles.',
    // somebody writes ten hops above a letter, and it arrives all the same
    when: {
      stored: {
        mailbox: '*',
        fresh: true,
        letter: '^(?:(?:(?![Rr]eceived:)[^\\r]+\\r\\n)*[Rr]eceived:[^\\r]*\\r\\n){11}',
      },
    },
    nudges: [
      'How many hops does an honest letter need at most?',
      'Nobody knows, so the limit is generous: a hundred or more.',
    ],
    rfc: '5321#6.3',
  },
  {
    id: 'M56',
    belief: 'A copy of what I send appears in Sent by itself.',
    when: {
      all: [
        {
          order: [
            { any: [{ outcome: 'smtp/AUTH/granted' }, { outcome: 'smtp/response/granted' }] },
            { outcome: 'smtp/content/ok' },
            {
              any: [
                { outcome: 'imap/SELECT/ok', line: 'Sent' },
                { outcome: 'imap/EXAMINE/ok', line: 'Sent' },
                { outcome: 'imap/STATUS/ok', line: 'Sent' },
              ],
            },
          ],
        },
        { not: { outcome: 'imap/APPEND/ok' } },
      ],
    },
    nudges: [
      'Which command would have put it there?',
      'Sending and filing are two things. A client files with APPEND, once; some providers do it for you.',
    ],
    rfc: '9051#6.3.12',
  },
  {
    id: 'M57',
    belief: 'The size of a letter is what is left after decoding.',
    // the size of a part once it is decoded was asked for, and then used to cut the part as it is sent
    when: { any: ['1', '2', '3'].map(cutByDecodedSize) },
    nudges: [
      'Where is it measured, on the wire or in your window?',
      'On the wire: with CR LF at every line, before anything is decoded.',
    ],
    rfc: '9051#2.3.4',
  },
  {
    id: 'M58',
    belief: 'SPF checks who the From: line names.',
    // the record of the domain in From: is asked for, and the envelope had another
    when: { any: DOMAINS.map(askedOfFrom) },
    nudges: [
      'Which domain passed, and which one does the reader see?',
      'SPF looks at MAIL FROM, or at the name in EHLO. Only DMARC asks whether From: agrees.',
    ],
    rfc: '7208#2.4',
  },
  {
    id: 'M59',
    belief: 'A signature survives whatever a list does to a letter, and DMARC wants both checks to pass.',
    // a letter is sent on with the signature that somebody made for the one before
    when: {
      any: [
        { written: { state: 'smtp/content', line: '^[Dd][Kk][Ii][Mm]-[Ss]ignature *:' } },
        { stored: { mailbox: '*', fresh: true, header: { 'DKIM-Signature': '.', 'List-Id': '.' } } },
      ],
    },
    nudges: [
      'Is the text still the one that was signed?',
      'A footer breaks the hash of the body. DMARC needs one pass whose domain agrees with From:, not two.',
    ],
    rfc: '7489#3.1',
  },
  {
    id: 'M60',
    belief: 'In multipart/alternative the best version comes first.',
    when: {
      stored: {
        mailbox: '*',
        fresh: true,
        letter:
          'multipart/alternative[^]*?\\r\\n--[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*?[Cc]ontent-[Tt]ype: *text/html[^]*?[Cc]ontent-[Tt]ype: *text/plain',
      },
    },
    nudges: [
      'Which of the two does a program show that knows both?',
      'The last one it understands. Plain text first, the best version last.',
    ],
    rfc: '2046#5.1.4',
  },
];
