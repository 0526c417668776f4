// Keyed hashes over octets, as CRAM-MD5 and SCRAM use them.
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fromBytes, toBytes, type Octets } from '../../base/octets.ts';

export const HASHES = { sha1, sha256 } as const;
export type HashName = keyof typeof HASHES;

export const hash = (name: HashName, text: Octets): Octets => fromBytes(HASHES[name](toBytes(text)));
/** RFC 2104. */
export const keyed = (name: HashName, key: Octets, text: Octets): Octets =>
  fromBytes(hmac(HASHES[name], toBytes(key), toBytes(text)));
export const keyedMd5 = (key: Octets, text: Octets): string =>
  bytesToHex(hmac(md5, toBytes(key), toBytes(text)));

/** Of two of the same length. */
export const exclusiveOr = (a: Octets, b: Octets): Octets =>
  Array.from(a, (c, i) => String.fromCharCode(c.charCodeAt(0) ^ b.charCodeAt(i))).join('');
