import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { decodedWords } from '../../../src/core/mail/words.ts';

describe('encoded words', () => {
  test.each([
    // RFC 2047 §8
    ['(=?ISO-8859-1?Q?a?=)', '(a)'],
    ['(=?ISO-8859-1?Q?a?= b)', '(a b)'],
    ['(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)', '(ab)'],
    ['(=?ISO-8859-1?Q?a?=     =?ISO-8859-1?Q?b?=)', '(ab)'],
    ['(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
    ['(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)', '(a b)'],
    ['=?US-ASCII?Q?Keith_Moore?= <moore@example.com>', 'Keith Moore <moore@example.com>'],
    ['=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?=', 'Patrik Fältström'],
    ['=?ISO-8859-8?b?7eXs+SDv4SDp7Oj08A==?=', 'םולש ןב ילטפנ'],
    [
      '=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=',
      'If you can read this you understand the example.',
    ],
    // RFC 2231 §5
    ['=?US-ASCII*EN?Q?Keith_Moore?=', 'Keith Moore'],
    // a character cut in two by its writer
    ['=?utf-8?Q?caf=C3?= =?UTF-8?Q?=A9?=', 'café'],
    // raw octets
    [utf8('Grüße =?utf-8?Q?=E2=82=AC?='), 'Grüße €'],
    ['caf\xe9', 'café'],
    // broken
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
    ['=?utf-8?X?what?=', '=?utf-8?X?what?='],
    ['=?utf-8?Q?bad=zz?=', 'bad=zz'],
    ['=?iso-2022-kr?B?GyQpQw4=?=', '=?iso-2022-kr?B?GyQpQw4=?='],
    ['=?', '=?'],
  ])('%s', (text, expected) => {
    expect(decodedWords(text)).toBe(expected);
  });
});
