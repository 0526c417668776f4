import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../src/core/base/octets.ts';
import { fromModifiedUtf7, toModifiedUtf7 } from '../../../src/core/wire/modified-utf7.ts';

describe('modified UTF-7', () => {
  const known: readonly (readonly [string, string])[] = [
    ['INBOX/Sent', 'INBOX/Sent'],
    ['', ''],
    ['台北', '&U,BTFw-'],
    ['Entwürfe', 'Entw&APw-rfe'],
    ['~peter/mail/台北/日本語', '~peter/mail/&U,BTFw-/&ZeVnLIqe-'], // RFC 3501 §5.1.3
    ['R&D', 'R&-D'],
    ['&', '&-'],
    ['a\u0007', 'a&AAc-'],
    ['💌', '&2D3cjA-'],
  ];
  test.each(known)('%j is written %s', (name, written) => {
    expect(toModifiedUtf7(utf8(name))).toBe(written);
    expect(fromModifiedUtf7(written)).toBe(utf8(name));
  });
  const bad: readonly (readonly [string, string])[] = [
    ['never shifted back', '&U,BTFw'],
    ['an ampersand by itself', 'R&D'],
    ['a character that needs no shift', '&AEE-'],
    ['two shifts where one would do', '&U,A-&Uxc-'],
    ['eight bits', 'Entw\xfcrfe'],
    ['a control character', 'a\x07'],
    ['half a unit', '&U-'],
    ['bits that say nothing', '&APz-'],
    ['a slash of ordinary base64', '&U/BTFw-'],
    ['half of a pair', '&2D0-'],
  ];
  test.each(bad)('%s: %j is nobody', (_why, written) => {
    expect(fromModifiedUtf7(written)).toBeUndefined();
  });
  test('every name comes back, and no name is written in two ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const written = toModifiedUtf7(utf8(name));
        expect(written).toMatch(/^[ -~]*$/);
        expect(fromModifiedUtf7(written)).toBe(utf8(name));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[ab&U,BTFwAP0-9-]{0,12}$/), (written) => {
        const name = fromModifiedUtf7(written);
        expect(name === undefined ? written : toModifiedUtf7(name)).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});
