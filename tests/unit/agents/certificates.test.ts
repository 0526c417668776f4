// What the tools make of a certificate that is no good. The words are those OpenSSL 3.0 and GnuTLS 3.7 printed of such ones.
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/core/host/policy.ts';
import { entered, sitDown, type } from './terminal.ts';

const says = (certificate: Policy['certificate'], line: string): readonly string[] =>
  type(sitDown({ policy: { certificate } }), entered(line)).split('\n');
const S_CLIENT = 'openssl s_client -connect pop.example.com:995';
const NOT_AFTER = 'notAfter=Nov  2 09:00:00 2026 GMT';
const NAME = 'depth=0 CN = pop.example.com';
const ROOT = ['depth=1 O = Mailwire, CN = Mailwire CA', 'verify return:1'];
const EXPIRED = [
  NAME,
  'verify error:num=10:certificate has expired',
  NOT_AFTER,
  'verify return:1',
  NAME,
  NOT_AFTER,
  'verify return:1',
];
const ofNumber = (number: number, text: string, name = NAME): readonly string[] => [
  name,
  `verify error:num=${number}:${text}`,
  'verify return:1',
];
const SELF_SIGNED = ofNumber(18, 'self-signed certificate');
const END = [NAME, 'verify return:1'];

describe('openssl s_client looks, says so, and goes on', () => {
  test.each<[Policy['certificate'], string, readonly string[]]>([
    ['expired', '', [...ROOT, ...EXPIRED]],
    ['self-signed', '', [...SELF_SIGNED, ...END]],
    ['wrong-name', '', [...ROOT, 'depth=0 CN = shared.hosting.example', 'verify return:1']],
    ['expired', ' -verify_hostname a.example', [...ofNumber(62, 'hostname mismatch'), ...ROOT, ...EXPIRED]],
    [
      'self-signed',
      ' -verify_hostname a.example',
      [...SELF_SIGNED, ...ofNumber(62, 'hostname mismatch'), ...END],
    ],
    [
      'wrong-name',
      ' -verify_hostname pop.example.com',
      [
        ...ofNumber(62, 'hostname mismatch', 'depth=0 CN = shared.hosting.example'),
        ...ROOT,
        'depth=0 CN = shared.hosting.example',
        'verify return:1',
      ],
    ],
  ])('%s%s', (certificate, options, words) => {
    expect(says(certificate, `${S_CLIENT} -quiet${options}`).slice(0, words.length)).toEqual(words);
    expect(says(certificate, `${S_CLIENT} -quiet${options}`)[words.length]).toMatch(/^\+OK /);
  });
  test.each<[Policy['certificate'], string, string, string]>([
    ['expired', '', 'Verification error: certificate has expired', '10 (certificate has expired)'],
    ['self-signed', '', 'Verification error: self-signed certificate', '18 (self-signed certificate)'],
    ['wrong-name', '', 'Verification: OK', '0 (ok)'],
    [
      'expired',
      ' -verify_hostname a.example',
      'Verification error: certificate has expired',
      '10 (certificate has expired)',
    ],
    [
      'self-signed',
      ' -verify_hostname a.example',
      'Verification error: hostname mismatch',
      '62 (hostname mismatch)',
    ],
  ])('%s%s: %s', (certificate, options, verification, code) => {
    const lines = says(certificate, S_CLIENT + options);
    expect(lines).toContain(verification);
    expect(lines.filter((line) => line.includes('Verify return code'))).toEqual([
      `Verify return code: ${code}`,
      `    Verify return code: ${code}`,
      `    Verify return code: ${code}`,
    ]);
  });
  test('a chain of one is its own issuer', () => {
    const lines = says('self-signed', S_CLIENT);
    const from = lines.indexOf('Certificate chain');
    expect(lines.slice(from + 1, from + 6)).toEqual([
      ' 0 s:CN = pop.example.com',
      '   i:CN = pop.example.com',
      '   a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256',
      '   v:NotBefore: Oct  4 09:00:00 2026 GMT; NotAfter: Nov  6 09:00:00 2027 GMT',
      '---',
    ]);
    expect(lines).toContain('issuer=CN = pop.example.com');
  });
  test.each<[Policy['certificate'], readonly string[]]>([
    ['expired', [NAME, 'verify error:num=10:certificate has expired', NOT_AFTER, NOT_AFTER]],
    ['self-signed', [NAME, 'verify error:num=18:self-signed certificate']],
    ['wrong-name', []],
  ])('%s, -brief', (certificate, words) => {
    expect(says(certificate, `${S_CLIENT} -brief`).slice(0, words.length + 1)).toEqual([
      ...words,
      'CONNECTION ESTABLISHED',
    ]);
  });
});

describe('gnutls-cli looks, and hangs up', () => {
  const ISSUER = 'The certificate issuer is unknown. ';
  const DATE = 'The certificate chain uses expired certificate. ';
  const OTHER = 'The name in the certificate does not match the expected. ';
  test.each<[Policy['certificate'], string, string]>([
    ['expired', 'pop.example.com', DATE],
    ['self-signed', 'pop.example.com', ISSUER],
    ['wrong-name', 'pop.example.com', OTHER],
    ['expired', '192.0.2.31', DATE + OTHER],
    ['self-signed', '192.0.2.31', ISSUER + OTHER],
  ])('%s at %s', (certificate, host, why) => {
    const lines = says(certificate, `gnutls-cli -p 995 ${host}`);
    expect(lines.slice(-4)).toEqual([
      `- Status: The certificate is NOT trusted. ${why}`,
      '*** PKI verification of server certificate failed...',
      '*** Fatal error: Error in the certificate.',
      '',
    ]);
    expect(lines.join('\n')).not.toContain('+OK');
  });
});
