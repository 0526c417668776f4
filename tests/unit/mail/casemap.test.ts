import { describe, expect, test } from 'vitest';
import { fromUtf8 } from '../../../src/core/base/octets.ts';
import { casemapped } from '../../../src/core/mail/casemap.ts';

describe('i;unicode-casemap', () => {
  test.each([
    ['lunch, Again', 'LUNCH, AGAIN'],
    ['caf\u00e9', 'CAFE\u0301'],
    ['CAFE\u0301', 'CAFE\u0301'],
    // the example of RFC 5051 §2, in its three cases
    ['\u01c4', 'Dz\u030c'],
    ['\u01c5', 'Dz\u030c'],
    ['\u01c6', 'Dz\u030c'],
    ['\u01c9', 'Lj'],
    ['\u01f2', 'Dz'],
    // a capital letter of several letters is none of one letter
    ['stra\u00dfe', 'STRA\u00dfE'],
    ['\ufb01n', 'fiN'],
    // iota below is iota below in titlecase
    ['\u1f80', '\u0391\u0313\u0345'],
    ['\u1f88', '\u0391\u0313\u0345'],
    ['\u1fb3', '\u0391\u0345'],
    ['\u1fbc', '\u0391\u0345'],
    // Georgian has capitals, and no titlecase
    ['\u10d0', '\u10d0'],
    ['\u03c2', '\u03a3'],
    ['\u{10428}', '\u{10400}'],
  ])('%s', (text, wanted) => {
    expect(fromUtf8(casemapped(text))).toBe(wanted);
  });
  test('is in the order of UTF-8, not of UTF-16', () => {
    expect(casemapped('\ue000') < casemapped('\u{1f600}')).toBe(true);
  });
});
