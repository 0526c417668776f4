import { describe, expect, test } from 'vitest';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import {
  entered,
  feed,
  GREETING,
  KEY,
  printed,
  sent,
  session,
  sitDown,
  state,
  type,
  typed,
  type Terminal,
} from './terminal.ts';

const first = (host: string, port: string, address = '192.0.2.31', number = port): readonly string[] => [
  'Processed 1 CA certificate(s).',
  `Resolving '${host}:${port}'...`,
  `Connecting to '${address}:${number}'...`,
];
const SIMPLE = ['', '- Simple Client Mode:', ''];
const CERTIFICATES = `- Certificate type: X.509
- Got a certificate list of 2 certificates.
- Certificate[0] info:
 - subject \`CN=pop.example.com', issuer \`CN=Mailwire CA,O=Mailwire', serial (hex), EC/ECDSA key 256 bits, signed using ECDSA-SHA256, activated \`2026-10-04 09:00:00 UTC', expires \`2027-11-06 09:00:00 UTC', pin-sha256="(pin)"
\tPublic Key ID:
\t\tsha1:(hex)
\t\tsha256:(hex)
\tPublic Key PIN:
\t\tpin-sha256:(pin)

- Certificate[1] info:
 - subject \`CN=Mailwire CA,O=Mailwire', issuer \`CN=Mailwire CA,O=Mailwire', serial (hex), EC/ECDSA key 256 bits, signed using ECDSA-SHA256, activated \`2025-09-29 09:00:00 UTC', expires \`2035-09-27 09:00:00 UTC', pin-sha256="(pin)"
`.split('\n');
const TRUSTED = [
  ...CERTIFICATES.slice(0, -1),
  '- Status: The certificate is trusted. ',
  '- Description: (TLS1.3-X.509)-(ECDHE-SECP256R1)-(ECDSA-SECP256R1-SHA256)-(AES-256-GCM)',
  '- Session ID: (hex)',
  '- Options:',
];
const UNTRUSTED = [
  ...CERTIFICATES.slice(0, -1),
  '- Status: The certificate is NOT trusted. The name in the certificate does not match the expected. ',
  '*** PKI verification of server certificate failed...',
  '*** Fatal error: Error in the certificate.',
];
/** Numbers nobody can know beforehand. */
const unknown = (text: string): readonly string[] =>
  text
    .replaceAll(/(serial) 0x[0-9a-f]+/g, '$1 (hex)')
    .replaceAll(/(sha1|sha256):[0-9a-f]{40,64}\n/g, '$1:(hex)\n')
    .replaceAll(/(pin-sha256(?:="|:))[A-Za-z0-9+/]{43}=/g, '$1(pin)')
    .replaceAll(/(Session ID): [0-9A-F:]+/g, '$1: (hex)')
    .split('\n')
    .slice(0, -1);
const says = (terminal: Terminal, line: string): readonly string[] => unknown(type(terminal, entered(line)));
const NOISE = [
  '*** Starting TLS handshake',
  '|<1>| Received record packet of unknown type 45',
  '*** Fatal error: An unexpected TLS packet was received.',
  '*** Handshake has failed',
];

describe('gnutls-cli', () => {
  session('is ended by the server', [
    [
      'gnutls-cli --crlf --starttls -p 110 pop.example.com',
      ...first('pop.example.com', '110'),
      ...SIMPLE,
      GREETING,
    ],
    ['QUIT', '+OK Bye\r', '- Peer has closed the GnuTLS connection'],
    ['whoami', 'you'],
  ]);
  session('Ctrl-D too early: the server takes the ClientHello for a line', [
    [
      'gnutls-cli --crlf -s -p pop3 pop.example.com',
      ...first('pop.example.com', 'pop3', '192.0.2.31', '110'),
      ...SIMPLE,
      GREETING,
    ],
    [KEY.d, ...NOISE],
    ['whoami', 'you'],
  ]);
  session('says why it does not get through', [
    [
      'gnutls-cli -p 25 pop.example.com',
      ...first('pop.example.com', '25'),
      'Could not connect to 192.0.2.31:25: Connection refused',
    ],
    [
      'gnutls-cli -p 995 nowhere.example',
      'Processed 1 CA certificate(s).',
      "Resolving 'nowhere.example:995'...",
      'Cannot resolve nowhere.example:995: Name or service not known',
    ],
    [
      'gnutls-cli -p 110 pop.example.com',
      ...first('pop.example.com', '110'),
      '|<1>| Received record packet of unknown type 43',
      '*** Fatal error: An unexpected TLS packet was received.',
    ],
    [
      'gnutls-cli -p 1 localhost',
      ...first('localhost', '1', '127.0.0.1'),
      'Could not connect to 127.0.0.1:1: Connection refused',
    ],
    ['gnutls-cli --insecure pop.example.com', 'gnutls-cli: --insecure: not simulated here'],
    ['gnutls-cli', 'No hostname specified'],
  ]);

  test('STLS by hand, then Ctrl-D, then TLS; Ctrl-D again says goodbye', () => {
    const terminal = sitDown();
    says(terminal, 'gnutls-cli --crlf --starttls -p 110 pop.example.com');
    expect(says(terminal, 'STLS')).toEqual(['+OK Begin the TLS handshake\r']);
    expect(modeOf(state(terminal))).toMatchObject({
      program: 'gnutls-cli',
      phase: 'open',
      tls: false,
      eol: 'crlf',
    });
    expect(says(terminal, KEY.d)).toEqual(['*** Starting TLS handshake', ...TRUSTED]);
    expect(modeOf(state(terminal)).tls).toBe(true);
    expect(says(terminal, 'USER bob')).toEqual(['+OK Now the password\r']);
    expect(says(terminal, KEY.d)).toEqual(['- Peer has closed the GnuTLS connection']);
    expect(modeOf(state(terminal)).program).toBe('shell');
  });

  test('TLS from the first octet', () => {
    const seen = says(sitDown(), 'gnutls-cli --crlf -p 995 pop.example.com');
    const open = [...TRUSTED, '- Handshake was completed', ...SIMPLE, GREETING];
    expect(seen).toEqual([...first('pop.example.com', '995'), ...open]);
    expect(says(sitDown(), 'gnutls-cli pop.example.com:995')).toEqual(seen);
  });

  test('compares the name in the certificate with the one it was given', () => {
    const terminal = sitDown();
    const seen = says(terminal, 'gnutls-cli --crlf -p 995 192.0.2.31');
    expect(seen).toEqual([...first('192.0.2.31', '995'), ...UNTRUSTED]);
    says(terminal, 'gnutls-cli --crlf -s -p 110 192.0.2.31');
    says(terminal, 'STLS');
    expect(says(terminal, KEY.d)).toEqual([
      '*** Starting TLS handshake',
      ...UNTRUSTED,
      '*** Handshake has failed',
    ]);
  });

  test('sends LF without --crlf', () => {
    const terminal = sitDown();
    says(terminal, 'gnutls-cli --starttls -p 110 pop.example.com');
    expect(sent(typed(terminal, 'NOOP\n'))).toEqual(['NOOP\n']);
  });

  test('a cut cable', () => {
    const terminal = sitDown();
    says(terminal, 'gnutls-cli --crlf -p 995 pop.example.com');
    const trace = feed(terminal, { type: 'cut', conn: 1, after: 0 }, { type: 'pass', until: 'quiet' });
    expect(printed(trace)).toBe(
      '*** Fatal error: Error in the pull function.\n*** Server has terminated the connection abnormally.\n',
    );
  });

  test('a cable cut within the handshake', () => {
    const terminal = sitDown();
    says(terminal, 'gnutls-cli --crlf --starttls -p 110 pop.example.com');
    typed(terminal, 'STLS\n');
    feed(terminal, { type: 'cut', conn: 1, after: 200 });
    expect(printed(typed(terminal, KEY.d))).toBe(
      '*** Starting TLS handshake\n*** Fatal error: Error in the pull function.\n*** Handshake has failed\n',
    );
  });
});
