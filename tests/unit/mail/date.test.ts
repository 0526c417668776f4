import { describe, expect, test } from 'vitest';
import { civil, unixOf } from '../../../src/core/base/time.ts';
import { forgivenDate, parseDate } from '../../../src/core/mail/date.ts';

const zulu = (text: string): number => Date.parse(text) / 1000;

describe('a date', () => {
  test.each([
    // RFC 5322 appendix A
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06Z', -6],
    ['Tue, 1 Jul 2003 10:52:37 +0200', '2003-07-01T08:52:37Z', 2],
    [
      'Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n               -0330 (Newfoundland Time)',
      '1969-02-14T03:02:00Z',
      -3.5,
    ],
    ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06Z', 0],
    ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06Z', -6],
    // years of two and three digits (§4.3)
    ['1 Jan 49 00:00 UT', '2049-01-01T00:00:00Z', 0],
    ['1 Jan 50 00:00 UT', '1950-01-01T00:00:00Z', 0],
    ['1 Jan 126 00:00 UT', '2026-01-01T00:00:00Z', 0],
    // zones (§4.3): a military letter says nothing
    ['2 Nov 2026 12:00 EST', '2026-11-02T17:00:00Z', -5],
    ['2 Nov 2026 12:00 PDT', '2026-11-02T19:00:00Z', -7],
    ['2 Nov 2026 12:00 A', '2026-11-02T12:00:00Z', 0],
    ['2 Nov 2026 12:00 CET', '2026-11-02T12:00:00Z', 0],
    ['2 Nov 2026 12:00', '2026-11-02T12:00:00Z', 0],
    ['2 Nov 2026 12:00 -0000', '2026-11-02T12:00:00Z', 0],
    // lenient
    ['Monday, 2 November 2026 12:00:00 +0000', '2026-11-02T12:00:00Z', 0],
    ['Mon 2-Nov-2026 12:00:00 +0000', '2026-11-02T12:00:00Z', 0],
    ['29 Feb 2028 23:59:60 +0000', '2028-02-29T23:59:59Z', 0],
  ])('%s', (text, at, hours) => {
    expect(parseDate(text)).toEqual({ unix: zulu(at), offset: hours * 3600 });
  });

  test.each([
    '',
    'yesterday',
    '31 Apr 2026 10:00 +0000',
    '0 Apr 2026 10:00 +0000',
    '29 Feb 2026 10:00 +0000',
    '1 Apr 2026 24:00 +0000',
    '1 Xyz 2026 10:00 +0000',
    '2026-11-02T12:00:00Z',
  ])('%s is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  // RFC 5256 §2.2
  test.each([
    ['31 Oct 2026 25:61:00 +0000', '2026-10-31T00:00:00Z', 0],
    ['Sat, 31 Oct 2026 25:61:00 +0200', '2026-10-30T22:00:00Z', 2],
    ['1 Nov 2026', '2026-11-01T00:00:00Z', 0],
    ['Sun, 1 Nov 2026 at noon', '2026-11-01T00:00:00Z', 0],
    ['1 Nov 2026 10:00:00 +2500', '2026-11-01T10:00:00Z', 0],
    ['1 Nov 2026 10:00:00 -0160', '2026-11-01T10:00:00Z', 0],
    ['1 Nov 2026 10:00:00 -0159', '2026-11-01T11:59:00Z', -119 / 60],
  ])('%s is forgiven', (text, at, hours) => {
    expect(forgivenDate(text)).toEqual({ unix: zulu(at), offset: hours * 3600 });
  });
  test.each(['', 'tomorrow', '31 Apr 2026', '1 Xyz 2026', '1 Nov 20266', '2026-11-01'])(
    '%s has no day',
    (text) => {
      expect(forgivenDate(text)).toBeUndefined();
    },
  );

  test('calendar fields and Unix time are one another’s inverse', () => {
    for (let unix = -70_000_000_000; unix < 70_000_000_000; unix += 86_399_999)
      expect(unixOf(civil(unix))).toBe(unix);
  });
});
