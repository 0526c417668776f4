// What s_client's options change, and what it says when it cannot go on.
import { describe, expect, test } from 'vitest';
import { GREETING, sitDown, type, type Terminal } from './terminal.ts';

const VERIFIED = [
  'depth=1 O = Mailwire, CN = Mailwire CA',
  'verify return:1',
  'depth=0 CN = pop.example.com',
  'verify return:1',
];
const REFUSED = [
  'error:8000006F:system library:BIO_connect:Connection refused:../crypto/bio/bio_sock2.c:117:calling connect()',
  'error:10000067:BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:119:',
  'connect:errno=111',
];
const BRIEF = `CONNECTION ESTABLISHED
Protocol version: TLSv1.3
Ciphersuite: TLS_AES_256_GCM_SHA384
Peer certificate: CN = pop.example.com
Hash used: SHA256
Signature type: ECDSA
Verification: OK
Server Temp Key: X25519, 253 bits
`;
const MISMATCH = `depth=0 CN = pop.example.com
verify error:num=62:hostname mismatch
`;

/** A thread's number, and what a certificate is made of. */
const unknown = (text: string): string =>
  text
    .replaceAll(/^40[0-9A-F]{8}7F0000:/gm, '')
    .replaceAll(/(BEGIN CERTIFICATE-+)[^-]*/g, '$1\n(certificate)\n');
const start = (terminal: Terminal, options: string): string =>
  unknown(type(terminal, `openssl s_client ${options}\n`));

describe('openssl s_client', () => {
  test.each([
    ['-brief -connect pop.example.com:995', BRIEF],
    [
      '-brief -connect pop.example.com:995 -verify_hostname POP.example.com',
      BRIEF.replace('OK\n', 'OK\nVerified peername: pop.example.com\n'),
    ],
    [
      '-brief -connect pop.example.com:995 -verify_hostname x.example.com',
      MISMATCH + BRIEF.replace('Verification: OK', 'Verification error: hostname mismatch'),
    ],
    ['-quiet -host pop.example.com -port 995', `${VERIFIED.join('\n')}\n`],
    [
      '-quiet -connect pop.example.com:995 -verify_hostname x.example.com',
      `${MISMATCH}verify return:1\n${VERIFIED.join('\n')}\n`,
    ],
  ])('%s', (options, words) => {
    expect(start(sitDown(), options)).toBe(`${words}${GREETING}\n`);
  });
  test('-showcerts prints a certificate after each link of the chain', () => {
    const seen = start(sitDown(), '-showcerts -connect pop.example.com:995');
    const both = 'NotAfter: [^\\n]*\\n-+BEGIN CERTIFICATE-+\\n\\(certificate\\)\\n-+END CERTIFICATE-+\\n';
    expect(seen.match(new RegExp(both, 'g'))).toHaveLength(2);
    expect(seen).toContain('Server certificate\nsubject=CN = pop.example.com\n');
  });

  test.each([
    ['-connect pop.example.com:25', REFUSED],
    [
      '-connect nowhere.example:995',
      [
        'error:10080002:BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:746:Name or service not known',
        'connect:errno=22',
      ],
    ],
    ['-foo', ['s_client: Unknown option: -foo', 's_client: Use -help for summary.']],
    ['-connect', ['s_client: Option -connect needs a value', 's_client: Use -help for summary.']],
    ['-port abc', ['s_client: Can\'t parse "abc" as a number', 's_client: Use -help for summary.']],
    ['-port 0', ['s_client: Non-positive number "0" for option -port', 's_client: Use -help for summary.']],
    [
      '-connect pop.example.com:abc',
      [
        'error:10080002:BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:746:Servname not supported for ai_socktype',
        'connect:errno=0',
      ],
    ],
    ['-connect ::1:25', ['s_client: -connect argument or target parameter malformed or ambiguous']],
    ['-connect localhost:1', REFUSED],
    ['-connect [::1]:1', REFUSED],
    ['-msg', ['s_client: -msg: not simulated here']],
    ['foo bar', ['s_client: Use -help for summary.']],
    ['-starttls foo', ['s_client: Value must be one of:', '\tsmtp', '\tpop3', '\timap', '\tlmtp']],
    ['-starttls ftp', ['s_client: -starttls ftp: not simulated here']],
    [
      '-tls1_2',
      ['s_client: -tls1_2: every server of this world speaks TLS 1.3, and nothing older is simulated'],
    ],
  ])('%s', (options, words) => {
    expect(start(sitDown(), options)).toBe(`${words.join('\n')}\n`);
  });
});
