import { describe, expect, test } from 'vitest';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import { sealedSize } from '../../../src/core/net/secure.ts';
import {
  entered,
  feed,
  GREETING,
  KEY,
  printed,
  SEAT,
  sent,
  session,
  sitDown,
  state,
  type,
  typed,
  type Row,
  type Terminal,
} from './terminal.ts';

const VERIFIED = [
  'depth=1 O = Mailwire, CN = Mailwire CA',
  'verify return:1',
  'depth=0 CN = pop.example.com',
  'verify return:1',
];
const QUIET: Row = ['openssl s_client -quiet -crlf -connect pop.example.com:995', ...VERIFIED, GREETING];
const WRONG =
  'error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:';

/** Numbers nobody can know beforehand. */
const unknown = (text: string): string =>
  text
    .replaceAll(/^40[0-9A-F]{8}7F0000:/gm, '')
    .replaceAll(/(BEGIN CERTIFICATE-+)[^-]*/g, '$1\n(certificate)\n')
    .replaceAll(/( {4}[0-9a-f]{4} - (?:[0-9a-f]{2}[ -]){16} {2}.{16}\n)+/g, '    (ticket)\n')
    .replaceAll(/(Session-ID|Resumption PSK): [0-9A-F]+/g, '$1: (hex)')
    .replaceAll(/(read|written) \d+ bytes/g, '$1 n bytes');
const SESSION = `---
Certificate chain
 0 s:CN = pop.example.com
   i:O = Mailwire, CN = Mailwire CA
   a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256
   v:NotBefore: Oct  4 09:00:00 2026 GMT; NotAfter: Nov  6 09:00:00 2027 GMT
 1 s:O = Mailwire, CN = Mailwire CA
   i:O = Mailwire, CN = Mailwire CA
   a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256
   v:NotBefore: Sep 29 09:00:00 2025 GMT; NotAfter: Sep 27 09:00:00 2035 GMT
---
Server certificate
-----BEGIN CERTIFICATE-----
(certificate)
-----END CERTIFICATE-----
subject=CN = pop.example.com
issuer=O = Mailwire, CN = Mailwire CA
---
No client certificate CA names sent
Peer signing digest: SHA256
Peer signature type: ECDSA
Server Temp Key: X25519, 253 bits
---
SSL handshake has read n bytes and written n bytes
Verification: OK
---
New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
Server public key is 256 bit
Secure Renegotiation IS NOT supported
Compression: NONE
Expansion: NONE
No ALPN negotiated
Early data was not sent
Verify return code: 0 (ok)
---
`;
const TICKET = `---
Post-Handshake New Session Ticket arrived:
SSL-Session:
    Protocol  : TLSv1.3
    Cipher    : TLS_AES_256_GCM_SHA384
    Session-ID: (hex)
    Session-ID-ctx: ${''}
    Resumption PSK: (hex)
    PSK identity: None
    PSK identity hint: None
    SRP username: None
    TLS session ticket lifetime hint: 7200 (seconds)
    TLS session ticket:
    (ticket)

    Start Time: 1793696400
    Timeout   : 7200 (sec)
    Verify return code: 0 (ok)
    Extended master secret: no
    Max Early Data: 0
---
read R BLOCK
`;
const NO_CERTIFICATE = `---
no peer certificate available
---
No client certificate CA names sent
---
SSL handshake has read n bytes and written n bytes
Verification: OK
---
New, (NONE), Cipher is (NONE)
Secure Renegotiation IS NOT supported
Compression: NONE
Expansion: NONE
No ALPN negotiated
Early data was not sent
Verify return code: 0 (ok)
---
`;
const start = (terminal: Terminal, options: string): string =>
  unknown(type(terminal, `openssl s_client ${options}\n`));

const NO = '-ERR No such command; CAPA lists what I can do\r\n';
describe('openssl s_client', () => {
  session('-quiet leaves the verification and the data; Q, R and K go to the server', [
    QUIET,
    ['Quux', '-ERR No such command; CAPA lists what I can do\r'],
    ['R', '-ERR No such command; CAPA lists what I can do\r'],
    ['K', '-ERR No such command; CAPA lists what I can do\r'],
    ['QUIT', '+OK Bye\r'],
    ['whoami', 'you'],
  ]);
  session('-quiet does not end at Ctrl-D, and reads nothing more', [
    QUIET,
    [KEY.d],
    ['QUIT'],
    [KEY.c, '^C'],
    ['whoami', 'you'],
  ]);

  test('without -quiet it tells everything', () => {
    const seen = start(sitDown(), '-crlf -connect pop.example.com:995');
    expect(seen).toBe(
      `CONNECTED(00000003)\n${VERIFIED.join('\n')}\n${SESSION}${TICKET}${TICKET}${GREETING}\n`,
    );
  });

  test('-starttls pop3 says STLS itself, and shows of the greeting as much as the answer is long', () => {
    const terminal = sitDown();
    const seen = start(terminal, '-starttls pop3 -crlf -connect pop.example.com:110');
    const part = '+OK Begin the TLS handshake\r\n'.length;
    const greeting = /\+OK pop[^\n]*?(?=---\nPost)/.exec(seen)?.[0] ?? '';
    expect(seen).toBe(`CONNECTED(00000003)\n${VERIFIED.join('\n')}\n${SESSION}${greeting}${TICKET}${TICKET}`);
    expect(greeting).toHaveLength(part);
    expect(greeting).toBe('+OK pop.example.com POP3 server ready'.slice(0, part));
    expect(sent(terminal.trace)).toEqual(['STLS\r\n']);
    expect(modeOf(state(terminal))).toMatchObject({
      program: 's_client',
      phase: 'open',
      tls: true,
      eol: 'crlf',
    });
  });

  test.each([
    ['Q', ['Quiet please'], 'DONE\n'],
    ['Ctrl-D', [KEY.d], 'DONE\n'],
    [
      'R',
      ['RSET'],
      'RENEGOTIATING\nerror:0A00010A:SSL routines:can_renegotiate:wrong ssl version:../ssl/ssl_lib.c:2287:\n',
    ],
    ['K', ['K', KEY.c], 'KEYUPDATE\n^C\n'],
    [
      'K twice',
      ['K', 'K', 'q', 'q', KEY.c],
      `KEYUPDATE\nKEYUPDATE\n${'read R BLOCK\n'.repeat(2)}${NO}${NO}^C\n`,
    ],
    ['k, and then a line', ['k', 'q', KEY.c], `KEYUPDATE\n${NO}^C\n`],
    ['k', ['kind', KEY.c], 'KEYUPDATE\n^C\n'],
    ['q', ['q', KEY.c], '-ERR No such command; CAPA lists what I can do\r\n^C\n'],
  ])('%s at the start of a line', (_name, lines, words) => {
    const terminal = sitDown();
    start(terminal, '-crlf -connect pop.example.com:995');
    const from = terminal.trace.length;
    expect(unknown(lines.map((line) => type(terminal, entered(line))).join(''))).toBe(words);
    expect(modeOf(state(terminal)).program).toBe('shell');
    const out = sent(terminal.trace.slice(from)).join('');
    expect(out).toBe('q\r\n'.repeat(lines.filter((line) => line === 'q').length));
  });

  test.each(['-ign_eof', '-nocommands', '-quiet'])('%s sends lines that begin with Q', (option) => {
    const terminal = sitDown();
    start(terminal, `${option} -crlf -connect pop.example.com:995`);
    const seen = type(terminal, 'QUIT\n');
    expect(seen).toBe(option === '-quiet' ? '+OK Bye\r\n' : '+OK Bye\r\nclosed\n');
  });

  test('sends LF without -crlf, and POP3 hears no line end', () => {
    const terminal = sitDown();
    start(terminal, '-quiet -connect pop.example.com:995');
    const trace = typed(terminal, 'NOOP\n');
    expect([sent(trace), printed(trace)]).toEqual([['NOOP\n'], '']);
  });

  test.each([
    ['192.0.2.31:995', "Can't use SSL_get_servername\n"],
    ['192.0.2.31:995 -noservername', ''],
    ['192.0.2.31:995 -servername pop.example.com', ''],
    ['pop.example.com:995', ''],
  ])('an address is no name to ask for: %s', (target, words) => {
    const seen = start(sitDown(), `-quiet -crlf -connect ${target}`);
    expect(seen).toBe(`${words}${VERIFIED.join('\n')}\n${GREETING}\n`);
  });

  test('a plain port: no TLS record', () => {
    const seen = start(sitDown(), '-crlf -connect pop.example.com:110');
    expect(seen).toBe(`CONNECTED(00000003)\n${WRONG}\n${NO_CERTIFICATE}`);
    expect(start(sitDown(), '-quiet -crlf -connect pop.example.com:110')).toBe(`${WRONG}\n`);
  });

  test('a cut cable', () => {
    const terminal = sitDown();
    start(terminal, '-quiet -crlf -connect pop.example.com:995');
    const trace = feed(terminal, { type: 'cut', conn: 1, after: 0 }, { type: 'pass', until: 'quiet' });
    expect(printed(trace)).toBe('read:errno=104\n');
  });

  test('a cable cut within a record of the reply: nothing of it is read', () => {
    const terminal = sitDown();
    start(terminal, '-quiet -crlf -connect pop.example.com:995');
    const reply = typed(terminal, 'CAPA\n').find((e) => e.type === 'wire' && e.dir === 'b>a');
    const sealed = reply?.type === 'wire' ? sealedSize(reply.octets.length) : 0;
    feed(terminal, { type: 'cut', conn: 1, after: sealedSize('CAPA\r\n'.length) + sealed - 1 });
    expect(printed(typed(terminal, 'CAPA\n'))).toBe('read:errno=104\n');
  });

  test('a cable cut within the handshake', () => {
    const terminal = sitDown();
    const pop = { host: 'pop.example.com', set: { cutAfter: 600 } };
    feed(terminal, { type: 'turn', knob: { type: 'policy', ...pop } });
    expect(start(terminal, '-quiet -crlf -connect pop.example.com:995')).toBe('write:errno=104\n');
  });

  test('lines typed while it connects wait in the terminal and go out in order', () => {
    const terminal = sitDown();
    const lines = ['openssl s_client -quiet -crlf -connect pop.example.com:995', 'NOOP', 'QUIT'];
    const octets = lines.map((line) => `${line}\n`).join('');
    feed(terminal, { type: 'type', console: SEAT, octets });
    expect(sent(feed(terminal, { type: 'pass', until: 'quiet' }))).toEqual(['NOOP\r\n', 'QUIT\r\n']);
    expect(type(terminal, 'whoami\n')).toBe('you\n');
  });
});
