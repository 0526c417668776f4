// TLS records for a capture file: their sizes are those of the trace; what is in them is made up, since there is no cryptography here.
// The first two are well formed (RFC 8446 §4.1.2, §4.1.3), so that a reader finds the name that was asked for.
import type { Octets } from '../../base/octets.ts';
import { RECORD, sealedSize } from '../../net/secure.ts';
import type { TlsRecord } from '../event.ts';
import { be16 } from './packet.ts';

/** Where a random number is due. It says what it is. */
const RANDOM = 'Mailwire simulates TLS: no keys.';
const record = (type: number, body: Octets): Octets =>
  `${String.fromCharCode(type)}\x03\x03${be16(body.length)}${body}`;
const handshake = (type: number, body: Octets): Octets =>
  record(22, `${String.fromCharCode(type)}\0${be16(body.length)}${body}`);
const CHANGE_CIPHER = '\x14\x03\x03\0\x01\x01';
const extension = (type: number, body: Octets): Octets => be16(type) + be16(body.length) + body;
const listed = (body: Octets): Octets => be16(body.length) + body;

const CIPHER = '\x13\x02'; // TLS_AES_256_GCM_SHA384
const X25519 = '\0\x1d';
const share = X25519 + listed(RANDOM);
const nameExtension = (name: string): Octets =>
  name === '' ? '' : extension(0, listed(`\0${listed(name)}`));

/** Exactly so long: the rest is padding (RFC 7685). */
function clientHello(name: string, size: number): Octets {
  const head = `\x03\x03${RANDOM}\x20${RANDOM}${listed(CIPHER)}\x01\0`;
  const said =
    nameExtension(name) +
    extension(10, listed(X25519)) +
    extension(13, listed('\x04\x03\x08\x04')) +
    extension(43, '\x02\x03\x04') +
    extension(51, listed(share));
  const room = size - 5 - 4 - head.length - 2 - said.length - 4;
  const padding = room >= 0 ? extension(21, '\0'.repeat(room)) : '';
  return handshake(1, head + listed(said + padding));
}
const serverHello = handshake(
  2,
  `\x03\x03${RANDOM}\x20${RANDOM}${CIPHER}\0${listed(extension(43, '\x03\x04') + extension(51, share))}`,
);

/** So long in all. */
const sealed = (size: number): Octets => record(23, noise(size - 5));
/** As good as any: nobody can read it. */
function noise(length: number): Octets {
  const from = NOISE.repeat(Math.ceil(length / NOISE.length));
  return from.slice(0, length);
}
const NOISE = (() => {
  let state = 0x2545f491;
  let out = '';
  for (let i = 0; i < 509; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    out += String.fromCharCode((state >>> 24) & 255);
  }
  return out;
})();

export function recordOctets(name: TlsRecord['name'], size: number, serverName: string): Octets {
  if (name === 'ClientHello') return clientHello(serverName, size);
  if (name === 'ServerHello')
    return serverHello + CHANGE_CIPHER + sealed(size - serverHello.length - CHANGE_CIPHER.length);
  if (name === 'Finished') return CHANGE_CIPHER + sealed(size - CHANGE_CIPHER.length);
  return sealed(size);
}
/** What so many octets of mail look like from outside. */
export function sealedOctets(octets: number): Octets {
  let out = '';
  for (let left = octets; left > 0; left -= RECORD) out += sealed(sealedSize(Math.min(left, RECORD)));
  return out;
}
