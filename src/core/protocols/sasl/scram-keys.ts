// What a directory keeps for SCRAM instead of a password (RFC 5802 §3). Made where a user is made and nowhere else: it is meant to be slow.
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { encode64 } from '../../base/base64.ts';
import { fromBytes, toBytes, type Octets } from '../../base/octets.ts';
import type { ScramKeys } from '../../host/host.ts';
import { hash, HASHES, keyed, type HashName } from './hash.ts';
import { prepare } from './saslprep.ts';

export const ITERATIONS = 4096;

function keysFor(name: HashName, password: Octets, salt: Octets) {
  const { outputLen } = HASHES[name];
  const salted = fromBytes(
    pbkdf2(HASHES[name], toBytes(password), toBytes(salt), { c: ITERATIONS, dkLen: outputLen }),
  );
  return {
    stored: encode64(hash(name, keyed(name, salted, 'Client Key'))),
    server: encode64(keyed(name, salted, 'Server Key')),
  };
}
/** Null: no password anybody could send. */
export function scramKeys(password: Octets, salt: Octets): ScramKeys | null {
  const prepared = prepare(password);
  if (prepared === undefined) return null;
  return {
    salt: encode64(salt),
    iterations: ITERATIONS,
    sha1: keysFor('sha1', prepared, salt),
    sha256: keysFor('sha256', prepared, salt),
  };
}
