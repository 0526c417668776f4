// What a server waits for where it reads no command, in all three protocols.
import { expect, test } from 'vitest';
import { owedIn } from '../../../src/core/trace/owed.ts';
import { seek } from '../../../src/core/kernel/timeline.ts';
import { typed } from '../ui-stage/session.ts';

const IMAP = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
const POP = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const SMTP = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<a@example.net>',
  'RCPT TO:<bob@example.com>',
];
const LOGIN = 'a LOGIN alice "paper lantern"';

test.each([
  ['a command', [IMAP], undefined],
  ['the end of a line', [IMAP.replace(' -crlf', ''), 'a NOOP'], { kind: 'lineEnd', held: 7 }],
  ['a name', [IMAP, 'a LOGIN {5}'], { kind: 'literal', left: 5, name: 'name' }],
  ['a password', [IMAP, 'a LOGIN {5}', 'alice {13}'], { kind: 'literal', left: 13, name: 'password' }],
  [
    'what is left of a letter',
    [IMAP, LOGIN, 'b APPEND INBOX {9}', 'abc'],
    { kind: 'literal', left: 4, name: 'message' },
  ],
  ['the end of a command', [IMAP, LOGIN, 'b APPEND INBOX {5}', 'abc'], { kind: 'rest' }],
  [
    'DONE',
    [IMAP, LOGIN, 'b SELECT INBOX', 'c IDLE'],
    { kind: 'answer', summary: expect.stringContaining('DONE') },
  ],
  [
    'a response, IMAP',
    [IMAP, 'a AUTHENTICATE PLAIN'],
    { kind: 'answer', summary: expect.stringContaining('challenge') },
  ],
  [
    'a response, POP3',
    [POP, 'AUTH PLAIN'],
    { kind: 'answer', summary: expect.stringContaining('challenge') },
  ],
  ['the letter', [...SMTP, 'DATA', 'Subject: x'], { kind: 'letter' }],
  ['a chunk', [...SMTP, 'BDAT 20', 'Subject: x'], { kind: 'chunk', left: 8 }],
])('%s', (_what, lines, owed) => {
  const timeline = typed(lines);
  const world = seek(timeline, timeline.inputs.length);
  const conn = world.conns.at(-1);
  expect(conn && owedIn(world, conn)).toEqual(owed);
});
