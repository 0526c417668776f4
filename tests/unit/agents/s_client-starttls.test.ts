// -starttls, line by line as OpenSSL 3.0 did it with a server that answered so.
import { describe, expect, test } from 'vitest';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import { KEY } from './terminal.ts';
import { talk, type Script, type Talk } from './peer.ts';

const VERIFIED = [
  'depth=1 O = Mailwire, CN = Mailwire CA',
  'verify return:1',
  'depth=0 CN = pop.example.com',
  'verify return:1',
  '',
].join('\n');
const start = (options: string): string => `openssl s_client ${options} -connect pop.example.com:25\n`;
const quietly = (script: Script, options: string, segment = 0): Talk =>
  talk(script, [start(`-quiet ${options}`)], { link: { latency: 20_000, segment } });
const MISSED = "Didn't find STARTTLS in server response, trying anyway...\n";
const WRONG =
  'error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:\n';
const EOF =
  'error:0A000126:SSL routines:ssl3_read_n:unexpected eof while reading:../ssl/record/rec_layer_s3.c:318:\n';
const thread = (text: string): string => text.replaceAll(/^40[0-9A-F]{8}7F0000:/gm, '');

const EHLO = 'EHLO mail.example.com\r\n';
const STARTTLS = 'STARTTLS\r\n';
const SMTP: Script = [
  '220-hello\r\n220 mail\r\n',
  '250-mail\r\n250-STARTTLS\r\n250 HELP\r\n',
  '220 go\r\n',
  'TLS',
];
const IMAP: Script = [
  '* OK hi\r\n',
  '* CAPABILITY IMAP4rev1 STARTTLS\r\n. OK done\r\n',
  '. OK go\r\n',
  'TLS',
];

describe('-starttls', () => {
  test.each<readonly [string, Script, string, readonly string[], string]>([
    [
      'says EHLO, reads to the end, and shows the last line',
      SMTP,
      '-starttls smtp',
      [EHLO, STARTTLS],
      '250 HELP\r\n',
    ],
    [
      'says the name it is told',
      SMTP,
      '-starttls smtp -name me.example.org',
      ['EHLO me.example.org\r\n', STARTTLS],
      '250 HELP\r\n',
    ],
    ['says LHLO to LMTP', SMTP, '-starttls lmtp', ['LHLO mail.example.com\r\n', STARTTLS], '250 HELP\r\n'],
    [
      'asks IMAP what it can do, and shows that answer',
      IMAP,
      '-starttls imap',
      ['. CAPABILITY\r\n', '. STARTTLS\r\n'],
      '. OK done\r\n',
    ],
    [
      'is content with a bare code',
      ['220\r\n', '250-STARTTLS\n250\n', '220 go\r\n', 'TLS'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      '250\n',
    ],
    [
      'reads an answer that came too early',
      ['220 a\r\n250 STARTTLS\r\nlost', '', '220 go\r\n', 'TLS'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      '250 STARTTLS\r\n',
    ],
    [
      'wants no more of IMAP than one line of greeting',
      ['* OK\r\n. OK STARTTLS\r\n', '', '. OK go\r\n', 'TLS'],
      '-starttls imap',
      ['. CAPABILITY\r\n', '. STARTTLS\r\n'],
      '. OK STARTTLS\r\n',
    ],
  ])('%s', (_name, script, options, sent, shown) => {
    const seen = quietly(script, options);
    expect(seen.sent).toEqual(sent);
    expect(seen.printed).toBe(`${VERIFIED}${shown}`);
    expect(modeOf(seen.world.consoles[0]?.state)).toMatchObject({ phase: 'open', tls: true });
  });
  test('lines in pieces are lines all the same', () => {
    const slow: Script = [...SMTP.slice(0, 2), '220\r\n', 'TLS'];
    expect(quietly(slow, '-starttls smtp', 5).printed).toBe(`${VERIFIED}250 HELP\r\n`);
    const seen = quietly(['220 x\r\n', '250 STARTTLS\r\n', '220 go ahead\r\n', 'TLS'], '-starttls smtp', 7);
    // but of the reply to STARTTLS one piece is enough: the rest is no TLS
    expect(thread(seen.printed)).toBe(WRONG);
  });
});
describe('whatever the server says, it goes on', () => {
  test.each<readonly [string, Script, string, readonly string[], string]>([
    [
      'no STARTTLS in the answer',
      ['220 a\r\n', '250 HELP\r\n', '220 go\r\n', 'TLS'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      `${MISSED}${VERIFIED}250 HELP\r\n`,
    ],
    [
      'a server that knows only HELO',
      ['220 a\r\n', '502 what\r\n', '503 no\r\n', '500 noise\r\n'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      MISSED + WRONG,
    ],
    [
      'a refusal',
      ['220 a\r\n', '250 STARTTLS\r\n', '454 not now\r\n', '500 noise\r\n'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      WRONG,
    ],
    [
      'no service',
      ['554 no\r\n', '503 bad\r\n', '503 bad\r\n', '500 noise\r\n'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      MISSED + WRONG,
    ],
    ['no service and goodbye', ['554 no\r\n', 'CLOSE'], '-starttls smtp', [EHLO, STARTTLS], MISSED + EOF],
    [
      'a goodbye for EHLO',
      ['220 a\r\n', '421 bye\r\n', 'CLOSE'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      MISSED + EOF,
    ],
    [
      'a goodbye in a line',
      ['220 a\r\n', '250-STARTTLS\r\n250 HE', 'CLOSE'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      EOF,
    ],
    [
      'a goodbye for STARTTLS',
      ['220 a\r\n', '250 STARTTLS\r\n', '', 'CLOSE'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      EOF,
    ],
    ['a reset for EHLO', ['220 a\r\n', '', 'RESET'], '-starttls smtp', [EHLO], `${MISSED}write:errno=32\n`],
    [
      'a reset for STARTTLS',
      ['220 a\r\n', '250 STARTTLS\r\n', '', 'RESET'],
      '-starttls smtp',
      [EHLO, STARTTLS],
      'write:errno=32\n',
    ],
    [
      'IMAP that says BAD',
      ['* OK\r\n', '. BAD a\r\n', '. BAD b\r\n', '* BAD c\r\n'],
      '-starttls imap',
      ['. CAPABILITY\r\n', '. STARTTLS\r\n'],
      MISSED + WRONG,
    ],
    ['POP3 that resets', ['+OK\r\n', '', 'RESET'], '-starttls pop3', ['STLS\r\n'], 'BIO_read failed\n'],
    ['POP3 that closes', ['+OK\r\n', '', 'CLOSE'], '-starttls pop3', ['STLS\r\n'], EOF],
  ])('%s', (_name, script, options, sent, shown) => {
    const seen = quietly(script, options);
    expect([seen.sent, thread(seen.printed)]).toEqual([sent, shown]);
  });

  test.each<readonly [string, Script, number, number]>([
    [
      'done',
      SMTP,
      '220-hello\r\n220 mail\r\n250-mail\r\n250-STARTTLS\r\n250 HELP\r\n220 go\r\n'.length + 1712,
      33 + 517 + 80,
    ],
    ['refused', ['220 a\r\n', '250 STARTTLS\r\n', '454 no\r\n', '500 noise\r\n'], 7 + 14 + 8 + 5, 33 + 517],
    ['closed', ['220 a\r\n', '250 STARTTLS\r\n', '', 'CLOSE'], 7 + 14, 33 + 517],
    ['reset', ['220 a\r\n', '', 'RESET'], 7, 23],
  ])('counts what was said before TLS too: %s', (_name, script, read, written) => {
    const { printed } = talk(script, [start('-starttls smtp'), KEY.d]);
    expect(/^SSL handshake.*$/m.exec(printed)?.[0]).toBe(
      `SSL handshake has read ${read} bytes and written ${written} bytes`,
    );
  });
  test('an endless line is taken in pieces', () => {
    const endless = `220-${'x'.repeat(9000)}`;
    const { sent } = quietly(
      [`${endless}\r\n220 a\r\n`, '250 STARTTLS\r\n', '220 go\r\n', 'TLS'],
      '-starttls smtp',
    );
    expect(sent).toEqual([EHLO, STARTTLS]);
  });
  test('Ctrl-C ends it', () => {
    const { printed, world } = talk(['220-a\r\n'], [start('-quiet -starttls smtp'), KEY.c]);
    expect(printed).toBe('^C\n');
    expect(modeOf(world.consoles[0]?.state).program).toBe('shell');
  });
});
