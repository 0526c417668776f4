// The world's certification authority and what it has signed: one certificate for each host. Made anew each time, kept nowhere.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import {
  bits,
  explicit,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  set,
  text,
  time,
  yes,
} from './der.ts';

export interface Authority {
  /** Its own certificate, PEM: what a client must trust. */
  readonly certificate: string;
  /** What a server of that name shows and proves; good for localhost, 127.0.0.1 and ::1 as well. */
  contextFor(host: string): SecureContext;
}

const DAY = 86_400_000;
const LIFETIME = 30 * DAY;
const ecdsaWithSha256 = sequence(oid(1, 2, 840, 10_045, 4, 3, 2));

interface Subject {
  readonly name: string;
  readonly key: KeyObject;
}
const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
/** RFC 5280 §4.2.1.2, method 1: of the key's bits alone. A P-256 point is the last 65 octets. */
const keyId = (key: KeyObject): Buffer => createHash('sha1').update(spki(key).subarray(-65)).digest();
const named = (name: string): Buffer => sequence(set(sequence(oid(2, 5, 4, 3), text(name))));
const extension = (id: number, value: Buffer, critical = false): Buffer =>
  sequence(oid(2, 5, 29, id), ...(critical ? [yes] : []), octetString(value));

/** RFC 5280 §4.1: a certificate of one key, signed with another. */
function certify(
  subject: Subject,
  issuer: Subject,
  signingKey: KeyObject,
  extensions: readonly Buffer[],
): Buffer {
  const now = Date.now();
  const toBeSigned = sequence(
    explicit(0, integer(2)), // version 3
    integer(0x40, ...randomBytes(15)),
    ecdsaWithSha256,
    named(issuer.name),
    sequence(time(new Date(now - DAY)), time(new Date(now + LIFETIME))),
    named(subject.name),
    spki(subject.key),
    explicit(
      3,
      sequence(
        ...extensions,
        extension(14, octetString(keyId(subject.key))),
        extension(35, sequence(implicit(0, keyId(issuer.key)))),
      ),
    ),
  );
  return sequence(toBeSigned, ecdsaWithSha256, bits(sign('sha256', toBeSigned, signingKey)));
}
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
const pair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

const authorityExtensions = [
  extension(19, sequence(yes), true), // basicConstraints: CA
  extension(15, bits(Buffer.from([0x06]), 1), true), // keyUsage: keyCertSign, cRLSign
];
const LOOPBACK = [
  [127, 0, 0, 1],
  [...Array<number>(15).fill(0), 1],
];
const hostExtensions = (name: string): readonly Buffer[] => [
  extension(19, sequence(), true),
  extension(15, bits(Buffer.from([0x80]), 7), true), // digitalSignature
  extension(37, sequence(oid(1, 3, 6, 1, 5, 5, 7, 3, 1))), // serverAuth
  extension(
    17,
    sequence(
      ...[name, 'localhost'].map((dns) => implicit(2, Buffer.from(dns))),
      ...LOOPBACK.map((address) => implicit(7, Buffer.from(address))),
    ),
  ),
];

export function newAuthority(): Authority {
  const own = pair();
  const authority: Subject = { name: 'Mailwire CA', key: own.publicKey };
  const certificate = pem(certify(authority, authority, own.privateKey, authorityExtensions));
  const contexts = new Map<string, SecureContext>();
  const contextFor = (host: string): SecureContext => {
    const known = contexts.get(host);
    if (known) return known;
    const { publicKey, privateKey } = pair();
    const cert = certify({ name: host, key: publicKey }, authority, own.privateKey, hostExtensions(host));
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const context = createSecureContext({ cert: pem(cert) + certificate, key });
    contexts.set(host, context);
    return context;
  };
  return { certificate, contextFor };
}
