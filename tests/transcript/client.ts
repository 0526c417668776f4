// What a client computes in CRAM-MD5 and SCRAM, written from the RFCs' formulas and sharing no line with the server.
import { hmac } from '@noble/hashes/hmac.js';
import { md5, type sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import type { sha256 } from '@noble/hashes/sha2.js';

type Hash = typeof sha1 | typeof sha256;
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const base64 = (data: Uint8Array | string): string => Buffer.from(data).toString('base64');
const kept = new Map<string, Uint8Array>();
/** Hi(password, salt, i), once: it is slow on purpose. */
function salted(hash: Hash, password: string, salt: string, c: number): Uint8Array {
  const key = JSON.stringify([hash.outputLen, password, salt, c]);
  const known =
    kept.get(key) ??
    pbkdf2(hash, latin(password), Uint8Array.from(Buffer.from(salt, 'base64')), { c, dkLen: hash.outputLen });
  kept.set(key, known);
  return known;
}

/** `challenge + name + password`, the challenge as it came. */
export function cram([challenge = '', name = '', password = '']: readonly string[]): string {
  const digest = hmac(md5, latin(password), Uint8Array.from(Buffer.from(challenge, 'base64')));
  return base64(latin(`${name} ${Buffer.from(digest).toString('hex')}`));
}
/** `client-first + server-first + password`, the server's as it came: what to send, and what to hear then. */
export function scram(
  hash: Hash,
  [first = '', challenge = '', password = '']: readonly string[],
): { readonly response: string; readonly signature: string } {
  const [, header = '', bare = ''] = /^([^,]*,[^,]*,)(.*)$/s.exec(first) ?? [];
  const server = Buffer.from(challenge, 'base64').toString('latin1');
  const [, nonce = '', salt = '', count = ''] = /^r=([^,]*),s=([^,]*),i=(\d+)/.exec(server) ?? [];
  const secret = salted(hash, password, salt, Number(count));
  const final = `c=${base64(latin(header))},r=${nonce}`;
  const signed = latin(`${bare},${server},${final}`);
  const clientKey = hmac(hash, secret, latin('Client Key'));
  const signature = hmac(hash, hash(clientKey), signed);
  const proof = clientKey.map((octet, i) => octet ^ (signature[i] ?? 0));
  const serverSignature = hmac(hash, hmac(hash, secret, latin('Server Key')), signed);
  return {
    response: base64(latin(`${final},p=${base64(proof)}`)),
    signature: base64(latin(`v=${base64(serverSignature)}`)),
  };
}
