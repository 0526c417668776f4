// What OpenSSL 3.0 prints about a session. Numbers nobody can check (keys, tickets, identifiers) are keyed noise.
import { draw } from '../../../base/random.ts';
import { civil, SECOND } from '../../../base/time.ts';
import { recordSize } from '../../../net/secure.ts';
import { peerName, reason } from '../dial.ts';
import type { Cx } from '../tool.ts';
import { chainOf, commonName, hex, noise, pem, type Attribute, type Certificate } from '../../../net/x509.ts';
import { MONTHS, two } from './about.ts';
import type { SClient } from './s_client.ts';

export const WRONG_VERSION =
  '0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:';
export const UNEXPECTED_EOF =
  '0A000126:SSL routines:ssl3_read_n:unexpected eof while reading:../ssl/record/rec_layer_s3.c:318:';
/** Before the words of gai_strerror(3). */
export const LOOKUP = '10080002:BIO routines:BIO_lookup_ex:system lib:../crypto/bio/bio_addr.c:746:';
export const NO_SERVICE = `${LOOKUP}Servname not supported for ai_socktype`;
const ERRNO = { refused: ['8000006F', 111], unreachable: ['80000071', 113] } as const;
export function connectFailed(why: 'refused' | 'unreachable', cx: Cx): readonly string[] {
  const [code, errno] = ERRNO[why];
  return [
    errorLine(
      cx,
      `${code}:system library:BIO_connect:${reason(why)}:../crypto/bio/bio_sock2.c:117:calling connect()`,
    ),
    errorLine(cx, '10000067:BIO routines:BIO_connect:connect error:../crypto/bio/bio_sock2.c:119:'),
    `connect:errno=${errno}`,
  ];
}

/** OpenSSL begins an error with its thread: an address of this process. */
export const errorLine = ({ seed, conn }: Cx, text: string): string => {
  const middle = draw(seed, 'thread', conn).toString(16).toUpperCase().padStart(8, '0');
  return `40${middle.slice(0, 1)}7${middle.slice(1, 7)}7F0000:error:${text}`;
};

const dn = (parts: readonly Attribute[]): string =>
  parts.map(({ type, value }) => `${type} = ${value}`).join(', ');
function date(unix: number): string {
  const { year, month, day, hour, minute, second } = civil(unix);
  return `${MONTHS[month - 1]} ${String(day).padStart(2)} ${[hour, minute, second].map(two).join(':')} ${year} GMT`;
}
const chain = ({ wanted, peer, flaw }: SClient, { host, seed, epoch }: Cx): ReturnType<typeof chainOf> =>
  chainOf(peerName(host, peer, wanted.host), seed, epoch, flaw);

interface Fault {
  readonly number: number;
  readonly text: string;
}
const SELF_SIGNED: Fault = { number: 18, text: 'self-signed certificate' };
const EXPIRED: Fault = { number: 10, text: 'certificate has expired' };
const MISMATCH: Fault = { number: 62, text: 'hostname mismatch' };
/** What OpenSSL finds wrong, in the order in which it looks; the last one is what it says in the end. */
function faults(state: SClient, cx: Cx): readonly Fault[] {
  const [leaf, issuer] = chain(state, cx);
  const { mustBe } = state.wanted;
  const mismatch = mustBe === undefined || mustBe.toLowerCase() === commonName(leaf) ? [] : [MISMATCH];
  if (!issuer) return [SELF_SIGNED, ...mismatch];
  return leaf.to < cx.epoch + cx.now / SECOND ? [...mismatch, EXPIRED] : mismatch;
}
/** The chain, checked from the root down. */
export function verified(state: SClient, cx: Cx): readonly string[] {
  const [leaf, root] = chain(state, cx);
  const name = `depth=0 ${dn(leaf.subject)}`;
  const found = faults(state, cx);
  const expired = found.includes(EXPIRED) ? [`notAfter=${date(leaf.to)}`] : [];
  const errorOf = (it: Fault): readonly string[] => [
    name,
    `verify error:num=${it.number}:${it.text}`,
    ...(it === EXPIRED ? expired : []),
  ];
  if (state.wanted.brief) return [...found.flatMap(errorOf), ...expired];
  const went = (some: readonly Fault[]): readonly string[] =>
    some.flatMap((it) => [...errorOf(it), 'verify return:1']);
  const issued = root ? [`depth=1 ${dn(root.subject)}`, 'verify return:1'] : [];
  const early = found.filter((it) => it !== EXPIRED);
  const late = found.filter((it) => it === EXPIRED);
  return [...went(early), ...issued, ...went(late), name, ...expired, 'verify return:1'];
}
const verification = (state: SClient, cx: Cx): readonly string[] => {
  const last = faults(state, cx).at(-1);
  if (last) return [`Verification error: ${last.text}`];
  const { mustBe } = state.wanted;
  return [
    'Verification: OK',
    ...(mustBe === undefined ? [] : [`Verified peername: ${mustBe.toLowerCase()}`]),
  ];
};
function code(state: SClient, cx: Cx): string {
  const { number, text } = faults(state, cx).at(-1) ?? { number: 0, text: 'ok' };
  return `Verify return code: ${number} (${text})`;
}

export const brief = (state: SClient, cx: Cx): readonly string[] => [
  'CONNECTION ESTABLISHED',
  'Protocol version: TLSv1.3',
  'Ciphersuite: TLS_AES_256_GCM_SHA384',
  `Peer certificate: ${dn(chain(state, cx)[0].subject)}`,
  'Hash used: SHA256',
  'Signature type: ECDSA',
  ...verification(state, cx),
  'Server Temp Key: X25519, 253 bits',
];
const link = (c: Certificate, depth: number): readonly string[] => [
  ` ${depth} s:${dn(c.subject)}`,
  `   i:${dn(c.issuer)}`,
  '   a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256',
  `   v:NotBefore: ${date(c.from)}; NotAfter: ${date(c.to)}`,
];
const bytes = ({ chat }: SClient, read: number, written: number): string =>
  `SSL handshake has read ${read + (chat?.read ?? 0)} bytes and written ${written + (chat?.written ?? 0)} bytes`;
const settled = (secure: readonly string[], verify = 'Verify return code: 0 (ok)'): readonly string[] => [
  ...secure,
  'Secure Renegotiation IS NOT supported',
  'Compression: NONE',
  'Expansion: NONE',
  'No ALPN negotiated',
  'Early data was not sent',
  verify,
  '---',
];
export function session(state: SClient, cx: Cx): readonly string[] {
  const both = chain(state, cx);
  const [leaf] = both;
  return [
    '---',
    'Certificate chain',
    ...both.flatMap((c, depth) => [...link(c, depth), ...(state.wanted.showCerts ? pem(c) : [])]),
    '---',
    'Server certificate',
    ...(state.wanted.showCerts ? [] : pem(leaf)),
    `subject=${dn(leaf.subject)}`,
    `issuer=${dn(leaf.issuer)}`,
    '---',
    'No client certificate CA names sent',
    'Peer signing digest: SHA256',
    'Peer signature type: ECDSA',
    'Server Temp Key: X25519, 253 bits',
    '---',
    bytes(state, recordSize.ServerHello, recordSize.ClientHello + recordSize.Finished),
    ...verification(state, cx),
    '---',
    ...settled(
      ['New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384', 'Server public key is 256 bit'],
      code(state, cx),
    ),
  ];
}
/** Of a record that is none, its header is read. */
export const HEADER = 5;
/** So much of a handshake was read; `begun`: the ClientHello went out. */
export const noCertificate = (state: SClient, read: number, begun: boolean): readonly string[] => [
  '---',
  'no peer certificate available',
  '---',
  'No client certificate CA names sent',
  '---',
  bytes(state, read, begun ? recordSize.ClientHello : 0),
  'Verification: OK',
  '---',
  ...settled(['New, (NONE), Cipher is (NONE)']),
];

function dump(octets: string): readonly string[] {
  return (octets.match(/[^]{1,16}/g) ?? []).map((row, i) => {
    const pairs = hex(row).replaceAll(/../g, '$& ').trimEnd();
    const split = `${pairs.slice(0, 23)}-${pairs.slice(24)}`;
    const seen = row.replaceAll(/[^ -~]/g, '.');
    return `    ${(i * 16).toString(16).padStart(4, '0')} - ${split}   ${seen}`;
  });
}
function ticket(state: SClient, cx: Cx, nth: number): readonly string[] {
  const { seed, conn, epoch, now } = cx;
  const secret = (length: number, what: string): string =>
    hex(noise(length, seed, what, conn, nth)).toUpperCase();
  return [
    '---',
    'Post-Handshake New Session Ticket arrived:',
    'SSL-Session:',
    '    Protocol  : TLSv1.3',
    '    Cipher    : TLS_AES_256_GCM_SHA384',
    `    Session-ID: ${secret(32, 'session')}`,
    '    Session-ID-ctx: ',
    `    Resumption PSK: ${secret(48, 'psk')}`,
    '    PSK identity: None',
    '    PSK identity hint: None',
    '    SRP username: None',
    '    TLS session ticket lifetime hint: 7200 (seconds)',
    '    TLS session ticket:',
    ...dump(noise(16, seed, 'key name') + noise(192, seed, 'ticket', conn, nth)),
    '',
    `    Start Time: ${epoch + Math.floor(now / SECOND)}`,
    '    Timeout   : 7200 (sec)',
    `    ${code(state, cx)}`,
    '    Extended master secret: no',
    '    Max Early Data: 0',
    '---',
    'read R BLOCK',
  ];
}
/** OpenSSL's servers send two (RFC 8446 §4.6.1). */
export const tickets = (state: SClient, cx: Cx): readonly string[] => [
  ...ticket(state, cx, 0),
  ...ticket(state, cx, 1),
];
