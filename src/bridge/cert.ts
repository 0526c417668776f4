// The world's certification authority and what it has signed: one certificate for each host, and one more for each way in which
// it may be no good. Made anew each time, kept nowhere.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Policy } from '../core/host/policy.ts';
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
  /** What a server of that name shows and proves. A good one is for localhost, 127.0.0.1 and ::1 as well. */
  contextFor(host: string, certificate: Policy['certificate']): SecureContext;
}

const DAY = 86_400_000;
/** From when to when, counted in days from now. */
type Days = readonly [from: number, to: number];
const VALID: Days = [-1, 30];
/** It ended yesterday. */
const OVER: Days = [-398, -1];
/** Of a hoster who has put somebody else's name into it: as in the world (core/net/x509.ts). */
const ANOTHER = 'shared.hosting.example';
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
  days: Days = VALID,
): Buffer {
  const now = Date.now();
  const toBeSigned = sequence(
    explicit(0, integer(2)), // version 3
    integer(0x40, ...randomBytes(15)),
    ecdsaWithSha256,
    named(issuer.name),
    sequence(...days.map((day) => time(new Date(now + day * DAY)))),
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
const hostExtensions = (names: readonly string[], addresses: readonly number[][]): readonly Buffer[] => [
  extension(19, sequence(), true),
  extension(15, bits(Buffer.from([0x80]), 7), true), // digitalSignature
  extension(37, sequence(oid(1, 3, 6, 1, 5, 5, 7, 3, 1))), // serverAuth
  extension(
    17,
    sequence(
      ...names.map((dns) => implicit(2, Buffer.from(dns))),
      ...addresses.map((address) => implicit(7, Buffer.from(address))),
    ),
  ),
];

export function newAuthority(): Authority {
  const own = pair();
  const authority: Subject = { name: 'Mailwire CA', key: own.publicKey };
  const certificate = pem(certify(authority, authority, own.privateKey, authorityExtensions));
  const contexts = new Map<string, SecureContext>();
  const make = (host: string, flaw: Policy['certificate']): SecureContext => {
    const { publicKey, privateKey } = pair();
    const other = flaw === 'wrong-name';
    const subject: Subject = { name: other ? ANOTHER : host, key: publicKey };
    const extensions = other ? hostExtensions([ANOTHER], []) : hostExtensions([host, 'localhost'], LOOPBACK);
    const alone = flaw === 'self-signed';
    const [issuer, signingKey] = alone ? [subject, privateKey] : [authority, own.privateKey];
    const leaf = pem(certify(subject, issuer, signingKey, extensions, flaw === 'expired' ? OVER : VALID));
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    return createSecureContext({ cert: alone ? leaf : leaf + certificate, key });
  };
  const contextFor: Authority['contextFor'] = (host, flaw) => {
    const name = `${flaw} ${host}`;
    const context = contexts.get(name) ?? make(host, flaw);
    contexts.set(name, context);
    return context;
  };
  return { certificate, contextFor };
}
