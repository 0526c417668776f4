import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decode64, encode64 } from '../../../../src/core/base/base64.ts';
import { fromBytes, toBytes, utf8, type Octets } from '../../../../src/core/base/octets.ts';
import type { ScramSecret } from '../host.ts';
import { vocabulary, type Dialogue } from '../../../../src/core/spec/protocol.ts';
import { line } from '../../../../src/core/wire/framing.ts';
import { verdicts, type Sasl } from './shape.ts';

const mac = (key: Octets, text: Octets): Octets => fromBytes(hmac(sha256, toBytes(key), toBytes(text)));
const hash = (text: Octets): Octets => fromBytes(sha256(toBytes(text)));
const xor = (a: Octets, b: Octets): Octets =>
  Array.from(a, (c, i) => String.fromCharCode(c.charCodeAt(0) ^ b.charCodeAt(i))).join('');
export const saltedPassword = (password: string, salt: Octets, iterations: number): Octets =>
  fromBytes(pbkdf2(sha256, toBytes(utf8(password)), toBytes(salt), { c: iterations, dkLen: 32 }));
export const scramSecret = (password: string, salt: Octets, iterations: number): ScramSecret => {
  const salted = saltedPassword(password, salt, iterations);
  return { salt, iterations, stored: hash(mac(salted, 'Client Key')), server: mac(salted, 'Server Key') };
};
export const clientProof = (salted: Octets, transcript: Octets): Octets => {
  const key = mac(salted, 'Client Key');
  return xor(key, mac(hash(key), transcript));
};

type Scram = Sasl<{
  readonly start: {};
  readonly challenged: {
    readonly user: string;
    readonly secret: ScramSecret;
    readonly nonce: string;
    readonly said: string;
  };
  readonly proven: { readonly user: string };
}>;
const { signal } = vocabulary<Scram>();

const first = signal({
  on: 'message',
  from: ['start'],
  rfc: '5802#5.1',
  summary: "n,,n=user,r=nonce: who, and the client's half of the nonce.",
  outcomes: {
    challenge: { to: 'challenged', says: 'r={nonce},s={salt},i={iterations}', when: 'the user is known' },
    malformed: { to: 'refused', when: 'not a client-first-message', rfc: '5802#7' },
    unknown: { to: 'refused', when: 'nobody has that name' },
  },
  run({ host, draw }, text, take) {
    const said = /^[ny],[^,]*,(n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+))$/.exec(text);
    if (!said) return take.malformed();
    const [, bare = '', user = '', half = ''] = said;
    const secret = host.store.users[user]?.scram;
    if (!secret) return take.unknown();
    const nonce = half + draw('scram', half).toString(36);
    const says = { nonce, salt: encode64(secret.salt), iterations: secret.iterations };
    return take.challenge(says, {
      state: { user, secret, nonce, said: `${bare},r=${nonce},s=${says.salt},i=${says.iterations}` },
    });
  },
});
const final = signal({
  on: 'message',
  from: ['challenged'],
  rfc: '5802#5.1',
  summary: 'c=biws,r=nonce,p=proof: the proof that the password is known.',
  outcomes: {
    proven: {
      to: 'proven',
      says: 'v={signature}',
      when: 'the proof fits; the server proves itself in return',
    },
    wrong: { to: 'refused', when: 'it does not', rfc: '5802#7' },
  },
  run({ state: { user, secret, nonce, said } }, text, take) {
    const [, bare = '', theirs, proof = ''] = /^(c=[^,]+,r=([^,]+)),p=(.+)$/.exec(text) ?? [];
    const transcript = `${said},${bare}`;
    const key = xor(decode64(proof) ?? '', mac(secret.stored, transcript));
    if (theirs !== nonce || hash(key) !== secret.stored) return take.wrong();
    return take.proven({ signature: encode64(mac(secret.server, transcript)) }, { state: { user } });
  },
});
const empty = signal({
  on: 'message',
  from: ['proven'],
  rfc: '4954#4',
  summary: 'The client has checked the server and has nothing to add.',
  outcomes: { granted: { to: 'granted', when: 'always' } },
  run: ({ state }, _text, take) => take.granted({ state }),
});
export const scram: Dialogue<Scram> = {
  id: 'sasl/scram-sha-256',
  title: 'SCRAM-SHA-256',
  states: {
    start: { title: 'Who?', rfc: '5802#5', reads: line, as: 'message' },
    challenged: { title: 'Prove it', rfc: '5802#5', reads: line, as: 'message' },
    proven: { title: 'And I am the server', rfc: '5802#5', reads: line, as: 'message' },
    ...verdicts,
  },
  signals: [first, final, empty],
};
