// What gnutls-cli prints about certificates and a session.
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encode64 } from '../../../base/base64.ts';
import { fromBytes, toBytes } from '../../../base/octets.ts';
import { civil } from '../../../base/time.ts';
import type { Cx } from '../tool.ts';
import { SECOND } from '../../../base/time.ts';
import { hex, noise, type Attribute, type Certificate, type chainOf } from '../../../net/x509.ts';

const pinOf = ({ key }: Certificate): string => `pin-sha256:${encode64(fromBytes(sha256(toBytes(key))))}`;
/** Most specific part first (RFC 4514 §2.1). */
const dn = (parts: readonly Attribute[]): string =>
  parts
    .toReversed()
    .map(({ type, value }) => `${type}=${value}`)
    .join(',');
const two = (n: number): string => String(n).padStart(2, '0');
function date(unix: number): string {
  const { year, month, day, hour, minute, second } = civil(unix);
  return `${[year, month, day].map(two).join('-')} ${[hour, minute, second].map(two).join(':')} UTC`;
}
const subject = (it: Certificate): string => {
  const { subject, issuer, serial, from, to } = it;
  return (
    ` - subject \`${dn(subject)}', issuer \`${dn(issuer)}', serial 0x${hex(serial)}, ` +
    `EC/ECDSA key 256 bits, signed using ECDSA-SHA256, activated \`${date(from)}', expires \`${date(to)}', ` +
    `${pinOf(it).replace(':', '="')}"`
  );
};

type Chain = ReturnType<typeof chainOf>;
export function certificates([leaf, ...others]: Chain): readonly string[] {
  return [
    '- Certificate type: X.509',
    `- Got a certificate list of ${others.length + 1} certificates.`,
    '- Certificate[0] info:',
    subject(leaf),
    '\tPublic Key ID:',
    `\t\tsha1:${hex(fromBytes(sha1(toBytes(leaf.key))))}`,
    `\t\tsha256:${hex(fromBytes(sha256(toBytes(leaf.key))))}`,
    '\tPublic Key PIN:',
    `\t\t${pinOf(leaf)}`,
    '',
    ...others.flatMap((it, i) => [`- Certificate[${i + 1}] info:`, subject(it)]),
  ];
}
/** Why it is not trusted; '': it is. Unlike s_client it compares the names (RFC 9525 §6). */
export const distrust = ([leaf, issuer]: Chain, isNamed: boolean, { epoch, now }: Cx): string =>
  [
    issuer ? '' : 'The certificate issuer is unknown. ',
    issuer && leaf.to < epoch + now / SECOND ? 'The certificate chain uses expired certificate. ' : '',
    isNamed ? '' : 'The name in the certificate does not match the expected. ',
  ].join('');
export const sessionWords = ({ seed, conn }: Cx): readonly string[] => [
  '- Status: The certificate is trusted. ',
  '- Description: (TLS1.3-X.509)-(ECDHE-SECP256R1)-(ECDSA-SECP256R1-SHA256)-(AES-256-GCM)',
  `- Session ID: ${hex(noise(32, seed, 'gnutls session', conn))
    .toUpperCase()
    .replaceAll(/..(?=.)/g, '$&:')}`,
  '- Options:',
];
