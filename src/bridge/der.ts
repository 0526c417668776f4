// As much of DER (ITU-T X.690) as a certificate takes.

const length = (n: number): readonly number[] =>
  n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 0xff];

/** Tag, length, value. */
export const tlv = (tag: number, ...values: readonly Uint8Array[]): Buffer => {
  const value = Buffer.concat(values);
  return Buffer.concat([Buffer.from([tag, ...length(value.length)]), value]);
};
export const sequence = (...values: readonly Uint8Array[]): Buffer => tlv(0x30, ...values);
export const set = (...values: readonly Uint8Array[]): Buffer => tlv(0x31, ...values);
export const integer = (...octets: readonly number[]): Buffer => tlv(0x02, Buffer.from(octets));
export const yes = tlv(0x01, Buffer.from([0xff]));
export const octetString = (value: Uint8Array): Buffer => tlv(0x04, value);
export const text = (value: string): Buffer => tlv(0x0c, Buffer.from(value));
/** A BIT STRING of whole octets, or of which the last `unused` bits do not count. */
export const bits = (value: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), value);
/** `explicit(3, …)` is `[3] EXPLICIT`; a context-specific tag that is constructed. */
export const explicit = (tag: number, ...values: readonly Uint8Array[]): Buffer => tlv(0xa0 + tag, ...values);
/** `implicit(2, …)` is `[2] IMPLICIT` of a primitive type. */
export const implicit = (tag: number, value: Uint8Array): Buffer => tlv(0x80 + tag, value);

/** `oid(2, 5, 29, 17)`. The first two share one octet, the others are written base 128. */
export const oid = (first: number, second: number, ...rest: readonly number[]): Buffer =>
  tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
const base128 = (n: number): readonly number[] =>
  n < 0x80 ? [n] : [...base128(n >> 7).map((octet) => octet | 0x80), n & 0x7f];

/** UTCTime, good until 2049 (RFC 5280 §4.1.2.5.1): `261103090000Z`. */
export const time = (date: Date): Buffer =>
  tlv(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`));
