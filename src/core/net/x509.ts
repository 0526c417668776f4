// Certificates to look at: well-formed DER of the size and shape of real ones. No cryptography, and none is claimed: the
// signature is noise, and nobody has the private half of a key.
import { encode64 } from '../base/base64.ts';
import type { Octets } from '../base/octets.ts';
import { draw } from '../base/random.ts';
import { civil, type Civil } from '../base/time.ts';
import type { Flaw } from '../spec/machine.ts';

export interface Certificate {
  readonly subject: readonly Attribute[];
  readonly issuer: readonly Attribute[];
  readonly serial: Octets;
  /** Unix seconds. */
  readonly from: number;
  readonly to: number;
  /** SubjectPublicKeyInfo: what a pin is made of (RFC 6698 §2.1.2). */
  readonly key: Octets;
  readonly der: Octets;
}
/** One part of a name, by its short name: CN, O. */
export interface Attribute {
  readonly type: 'CN' | 'O';
  readonly value: string;
}
const DAY = 86_400;
const CA: readonly Attribute[] = [
  { type: 'O', value: 'Mailwire' },
  { type: 'CN', value: 'Mailwire CA' },
];

const octets = (hex: string): Octets =>
  hex.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
export const hex = (text: Octets): string =>
  Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('');
/** Keyed noise: the same keys, the same octets. */
export const noise = (length: number, seed: number, ...keys: readonly (string | number)[]): Octets =>
  Array.from({ length }, (_, i) => String.fromCharCode(draw(seed, ...keys, i) & 255)).join('');

function tlv(tag: number, ...parts: readonly Octets[]): Octets {
  const value = parts.join('');
  const n = value.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return String.fromCharCode(tag, ...length) + value;
}
const seq = (...parts: readonly Octets[]): Octets => tlv(0x30, ...parts);
const OID = {
  O: octets('060355040a'),
  CN: octets('0603550403'),
  ecdsaSha256: octets('06082a8648ce3d040302'),
  ecPublicKey: octets('06072a8648ce3d0201'),
  p256: octets('06082a8648ce3d030107'),
  subjectAltName: octets('0603551d11'),
  basicConstraints: octets('0603551d13'),
};
/** P-256 (FIPS 186-4 §D.1.2.3). */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % P];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}
/** Everybody's own: a point of the curve that follows from the name. About every second number is the x of one. */
function pointOf(owner: string): Octets {
  for (let nth = 0; ; nth++) {
    const x = BigInt(`0x${hex(noise(32, 0, 'key', owner, nth))}`) % P;
    const squared = (((x * x * x - 3n * x + B) % P) + P) % P;
    const y = power(squared, (P + 1n) / 4n);
    if ((y * y) % P === squared)
      return octets(`04${[x, y].map((n) => n.toString(16).padStart(64, '0')).join('')}`);
  }
}
/** It takes a while to find one, and it is always the same. */
const found = new Map<string, Octets>();
function keyOf(owner: string): Octets {
  const key = found.get(owner) ?? seq(seq(OID.ecPublicKey, OID.p256), tlv(3, '\0', pointOf(owner)));
  found.set(owner, key);
  return key;
}

const name = (parts: readonly Attribute[]): Octets =>
  seq(...parts.map(({ type, value }) => tlv(0x31, seq(OID[type], tlv(0x0c, value)))));
const two = (n: number): string => String(n).padStart(2, '0');
function time(unix: number): Octets {
  const { year, month, day, hour, minute, second }: Civil = civil(unix);
  return tlv(0x17, [year % 100, month, day, hour, minute, second].map(two).join(''), 'Z');
}
/** Positive, and shorter than its most: no leading zero is needed (X.690 §8.3.2). */
const integer = (text: Octets): Octets =>
  tlv(2, String.fromCharCode((text.charCodeAt(0) & 63) | 64), text.slice(1));

interface Wish {
  readonly subject: readonly Attribute[];
  readonly issuer?: readonly Attribute[];
  readonly from: number;
  readonly to: number;
  readonly extension: Octets;
}
function certificate(seed: number, { subject, issuer = CA, from, to, extension }: Wish): Certificate {
  const owner = subject.map((part) => part.value).join();
  const key = keyOf(owner);
  const serial = integer(noise(20, seed, 'serial', owner)).slice(2);
  const signed = seq(OID.ecdsaSha256);
  const body = seq(
    tlv(0xa0, tlv(2, '\x02')),
    tlv(2, serial),
    signed,
    name(issuer),
    seq(time(from), time(to)),
    name(subject),
    key,
    tlv(0xa3, seq(extension)),
  );
  const signature = seq(integer(noise(32, seed, 'r', owner)), integer(noise(32, seed, 's', owner)));
  return { subject, issuer, serial, from, to, key, der: seq(body, signed, tlv(3, '\0', signature)) };
}
/** Of a hoster who has put somebody else's name into it. */
const ANOTHER = 'shared.hosting.example';
/** What the server sends: a host's certificate and its issuer's. `at`: Unix seconds the world begins at. */
export function chainOf(
  host: string,
  seed: number,
  at: number,
  flaw: Flaw | '' = '',
): readonly [Certificate, ...Certificate[]] {
  const named = flaw === 'wrong-name' ? ANOTHER : host;
  const subject: readonly Attribute[] = [{ type: 'CN', value: named }];
  const leaf = certificate(seed, {
    subject,
    ...(flaw === 'self-signed' ? { issuer: subject } : {}),
    from: at - (flaw === 'expired' ? 398 : 30) * DAY,
    to: at + (flaw === 'expired' ? -1 : 368) * DAY,
    extension: seq(OID.subjectAltName, tlv(4, seq(tlv(0x82, named)))),
  });
  return flaw === 'self-signed' ? [leaf] : [leaf, authority(seed, at)];
}
const authority = (seed: number, at: number): Certificate =>
  certificate(seed, {
    subject: CA,
    from: at - 400 * DAY,
    to: at + 3250 * DAY,
    extension: seq(OID.basicConstraints, '\x01\x01\xff', tlv(4, seq('\x01\x01\xff'))),
  });
/** The name it is for. */
export const commonName = ({ subject }: Certificate): string =>
  subject.find(({ type }) => type === 'CN')?.value ?? '';
/** RFC 7468: 64 characters a line. */
export const pem = ({ der }: Certificate): readonly string[] => [
  '-----BEGIN CERTIFICATE-----',
  ...(encode64(der).match(/.{1,64}/g) ?? []),
  '-----END CERTIFICATE-----',
];
