import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAscii, utf8, type Octets } from '../../../src/core/base/octets.ts';
import { decodedBody } from '../../../src/core/mail/binary.ts';
import type { Part } from '../../../src/core/mail/part.ts';
import { quotedPrintable } from '../../../src/core/mail/quoted-printable.ts';
import { sevenBit } from '../../../src/core/mail/seven-bit.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';
import { decodeQuotedPrintable } from '../../../src/core/mail/transfer.ts';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import { octet } from './any-mail.ts';

const lines = (...all: readonly string[]): Octets => utf8([...all, ''].join('\r\n'));
const MIME = 'MIME-Version: 1.0';
const TEXT = 'Content-Type: text/plain; charset=utf-8';

describe('quoted-printable', () => {
  test.each([
    ['a=b', 'a=3Db'],
    ['tab\t', 'tab=09'],
    ['space \r\nnext', 'space=20\r\nnext'],
    ['in the middle', 'in the middle'],
    ['bare\nbare\r', 'bare=0Abare=0D'],
    ['x'.repeat(76), `${'x'.repeat(75)}=\r\nx`],
    [`${'x'.repeat(74)}\xe9`, `${'x'.repeat(74)}=\r\n=E9`],
    ['', ''],
  ])('%j is %j', (octets, encoded) => {
    expect(quotedPrintable(octets)).toBe(encoded);
  });
  test('any octets come back, in lines of 76 characters at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: octet }), (octets) => {
        const encoded = quotedPrintable(octets);
        expect(decodeQuotedPrintable(encoded)).toBe(octets);
        expect(encoded).toMatch(/^(?:[\t -~]{0,76}(?:\r\n|$))*$/);
      }),
    );
  });
});

describe('a letter without octets above 127', () => {
  test('a text', () => {
    const letter = lines('Subject: Tea', MIME, TEXT, 'Content-Transfer-Encoding: 8bit', '', 'Grüße', '.');
    expect(sevenBit(letter)).toBe(
      lines(
        'Subject: Tea',
        MIME,
        TEXT,
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=C3=BC=C3=9Fe',
        '.',
      ),
    );
  });
  test('one that has said nothing of its encoding', () => {
    expect(sevenBit(lines(MIME, TEXT, '', 'é'))).toBe(
      lines(MIME, TEXT, 'Content-Transfer-Encoding: quoted-printable', '', '=C3=A9'),
    );
  });
  test('in a part of a part: what is around it cannot be quoted-printable (RFC 2045 §6.4)', () => {
    const letter = lines(
      MIME,
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Transfer-Encoding: 8bit',
      '',
      '--b',
      '',
      'plain',
      '--b',
      'Content-Type: message/rfc822',
      'Content-Transfer-Encoding: 8bit',
      '',
      'Subject: Inside',
      TEXT,
      'Content-Transfer-Encoding: 8bit',
      '',
      'é',
      '--b--',
    );
    expect(sevenBit(letter)).toBe(
      letter
        .replace('8bit', '7bit')
        .replace('8bit', '7bit')
        .replace('8bit', 'quoted-printable')
        .replace(utf8('é'), '=C3=A9'),
    );
  });
  test.each([
    ['in a header', lines('Subject: é', MIME, '', 'x')],
    ['in a letter that is no MIME', lines('Subject: x', '', 'é')],
    [
      'in a preamble',
      lines(MIME, 'Content-Type: multipart/mixed; boundary=b', '', 'é', '--b', '', 'x', '--b--'),
    ],
    [
      'in the header of a part',
      lines(MIME, 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'X: é', '', 'x', '--b--'),
    ],
    ['in what is base64 already', lines(MIME, 'Content-Transfer-Encoding: base64', '', 'é')],
    [
      'in what is signed',
      lines(
        MIME,
        'Content-Type: multipart/signed; boundary=b',
        '',
        '--b',
        TEXT,
        '',
        'é',
        '--b',
        '',
        'x',
        '--b--',
      ),
    ],
    ['after a header without its empty line', lines(MIME, TEXT, 'é')],
    ['behind bare line feeds', `${MIME}\n${TEXT}\n\né\r\n`],
  ])('%s: it cannot be written', (_where, letter) => {
    expect(sevenBit(letter)).toBeUndefined();
  });
  test('what has none is left alone', () => {
    const letter = lines('Subject: x', '', 'x');
    expect(sevenBit(letter)).toBe(letter);
  });

  const bodies = (octets: Octets, part: Part = structureOf(octets)): readonly unknown[] => [
    [part.content.type, part.content.subtype],
    ...(part.message || part.children.length > 0
      ? [...part.children, ...(part.message ? [part.message] : [])].flatMap((it) => bodies(octets, it))
      : [decodedBody(octets, part)]),
  ];
  test.each(museum.map((body, i) => [i + 1, octetsOf(body)] as const))(
    'letter %i of the museum says the same, or is left as it is',
    (_number, letter) => {
      const done = sevenBit(letter);
      if (done === undefined) return;
      expect(isAscii(done)).toBe(true);
      expect(bodies(done)).toEqual(bodies(letter));
    },
  );
  test('nothing is lost, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: octet }), fc.string({ unit: octet }), (one, two) => {
        const part = (text: string): string => `--=_b\r\n${TEXT}\r\n\r\n${text}\r\n`;
        const head = `${MIME}\r\nContent-Type: multipart/mixed; boundary="=_b"\r\n\r\n`;
        const letter = `${head}${part(one)}${part(two)}--=_b--\r\n`;
        const done = sevenBit(letter);
        if (done === undefined) return;
        expect(isAscii(done)).toBe(true);
        expect(bodies(done)).toEqual(bodies(letter));
      }),
    );
  });
});
