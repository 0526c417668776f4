// Certificates to look at: well-formed DER of the size and shape of real ones. No cryptography, and none is claimed: the
// signature is noise and every key is the curve's base point.
import { encode64 } from '../../base/base64.ts';
import type { Octets } from '../../base/octets.ts';
import { draw } from '../../base/random.ts';
import { civil, type Civil } from '../../base/time.ts';
import type { Flaw } from '../../spec/machine.ts';

export interface Certificate {
  readonly subject: readonly Attribute[];
  readonly issuer: readonly Attribute[];
  readonly serial: Octets;
  /** Unix seconds. */
  readonly from: number;
  readonly to: number;
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
const POINT = octets(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
);
export const publicKey: Octets = seq(seq(OID.ecPublicKey, OID.p256), tlv(3, '\0', POINT));

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
  const key = subject.map((part) => part.value).join();
  const serial = integer(noise(20, seed, 'serial', key)).slice(2);
  const signed = seq(OID.ecdsaSha256);
  const body = seq(
    tlv(0xa0, tlv(2, '\x02')),
    tlv(2, serial),
    signed,
    name(issuer),
    seq(time(from), time(to)),
    name(subject),
    publicKey,
    tlv(0xa3, seq(extension)),
  );
  const signature = seq(integer(noise(32, seed, 'r', key)), integer(noise(32, seed, 's', key)));
  return { subject, issuer, serial, from, to, der: seq(body, signed, tlv(3, '\0', signature)) };
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
