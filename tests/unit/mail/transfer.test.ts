import { describe, expect, test } from 'vitest';
import { decodeCharset, knowsCharset } from '../../../src/core/mail/charset.ts';
import { decodeTransfer } from '../../../src/core/mail/transfer.ts';

describe('a transfer encoding', () => {
  test.each([
    ['7bit', 'as it\r\nis', 'as it\r\nis'],
    ['binary', '\0\xff', '\0\xff'],
    // RFC 4648 §10
    ['base64', 'Zm9vYmFy', 'foobar'],
    ['base64', 'Zm9vYmE=', 'fooba'],
    ['BASE64', 'Zm9v\r\nYg==\r\n', 'foob'],
    ['base64', 'Z-m9*v', 'foo'],
    ['base64', 'Zm9v====Zm9v', 'foofoo'],
    ['base64', 'Zm9vY', 'foo'],
    ['base64', '', ''],
    // RFC 2045 §6.7
    [
      'quoted-printable',
      "Now's the time =\r\nfor all folk to come=\r\n to the aid of their country.",
      "Now's the time for all folk to come to the aid of their country.",
    ],
    ['quoted-printable', 'a=3Db=3db\r\n', 'a=b=b\r\n'],
    ['quoted-printable', 'space  \t\r\nsoft= \r\nend', 'space\r\nsoftend'],
    ['quoted-printable', 'bad =zz =4', 'bad =zz =4'],
    ['quoted-printable', 'last=', 'last'],
    ['quoted-printable', 'bare=\nline\nends \n', 'bareline\nends\n'],
    ['x-uuencode', 'anything', undefined],
  ])('%s: %j', (encoding, octets, expected) => {
    expect(decodeTransfer(octets, encoding)).toBe(expected);
  });
  test('base64 of every length and octet', () => {
    const all = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');
    for (let n = 0; n < 256; n++) expect(decodeTransfer(btoa(all.slice(n)), 'base64')).toBe(all.slice(n));
  });
});

describe('a charset', () => {
  test.each([
    ['utf-8', 'caf\xc3\xa9', 'café'],
    ['US-ASCII', 'Here\x92s', 'Here’s'],
    [
      'windows-1252',
      Array.from({ length: 32 }, (_, i) => String.fromCharCode(0x80 + i)).join(''),
      '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ',
    ],
    ['iso-8859-15', '\xa4', '€'],
    ['iso-2022-jp', '\x1b$BF|K\\\x1b(B', '日本'],
    ['shift_jis', '\x93\xfa\x96\x7b', '日本'],
    ['koi8-r', '\xf0\xcf', 'По'],
    ['utf-7', '+AOk-', undefined],
    ['hz-gb-2312', '~{VPND~}', undefined],
    ['iso-2022-kr', 'x', undefined],
    ['x-nobody', 'x', undefined],
    ['', 'x', undefined],
  ])('%s', (charset, octets, expected) => {
    expect(decodeCharset(octets, charset)).toBe(expected);
    expect(knowsCharset(charset)).toBe(expected !== undefined);
  });
});
