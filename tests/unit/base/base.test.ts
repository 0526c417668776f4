import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decode64, encode64 } from '../../../src/core/base/base64.ts';
import {
  fromBytes,
  fromUtf8,
  isAscii,
  isOctets,
  lowerAscii,
  toBytes,
  utf8,
} from '../../../src/core/base/octets.ts';
import { draw } from '../../../src/core/base/random.ts';
import { civil } from '../../../src/core/base/time.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const octets = fc.uint8Array({ maxLength: 60 });

describe('octets', () => {
  it('in small letters are the same octets beyond ASCII', () => {
    expect(lowerAscii(utf8('JOSÉ@BüCHER'))).toBe(utf8('josÉ@bücher'));
    fc.assert(
      fc.property(octets, (bytes) => {
        const small = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);
        expect(toBytes(lowerAscii(fromBytes(bytes)))).toEqual(bytes.map(small));
      }),
    );
  });
  it('are bytes, one char each, and back', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(fromBytes(bytes)).toBe(Buffer.from(bytes).toString('latin1'));
        expect(toBytes(fromBytes(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBytes(new Uint8Array(20_000))).toHaveLength(20_000);
  });
  it('are what a person typed, in UTF-8, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8(text)).toBe(Buffer.from(text, 'utf8').toString('latin1'));
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8('gr\xc3\xb6\xdfe')).toBe('grö\ufffde');
  });
  it('never exceed 255', () => {
    expect([isOctets('\0\xff'), isOctets('a\u0100'), isOctets('')]).toEqual([true, false, true]);
    expect([isAscii('\0\x7f'), isAscii('\x80')]).toEqual([true, false]);
  });
});

describe('base64', () => {
  // RFC 4648 §10
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (plain, coded) => {
    expect(encode64(plain)).toBe(coded);
    expect(decode64(coded)).toBe(plain);
  });
  it('agrees with another implementation on any octets', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        const coded = Buffer.from(bytes).toString('base64');
        expect(encode64(fromBytes(bytes))).toBe(coded);
        expect(decode64(coded)).toBe(fromBytes(bytes));
      }),
    );
  });
  it.each(['Zg', 'Zg=', 'Z===', '=Zg=', 'Zm9v\r\n', 'Zm 9', '*', 'Zm9-', 'Zm9_'])('%j is none', (text) => {
    expect(decode64(text)).toBeUndefined();
  });
});

describe('keyed randomness', () => {
  it('depends on seed and keys alone, and is the same forever', () => {
    expect([draw(7, 'a', 1), draw(7, 'a', 2), draw(8, 'a', 1), draw(7, 'a1')]).toEqual([
      176_768_273, 2_958_033_005, 4_101_866_717, 3_278_820_918,
    ]);
  });
  it('spreads', () => {
    const seen = Array.from({ length: 1000 }, (_, i) => draw(1, 'x', i));
    expect(new Set(seen).size).toBe(1000);
    for (const bit of [0, 1, 15, 16, 31]) {
      const ones = seen.filter((n) => (n >>> bit) & 1).length;
      expect(Math.abs(ones - 500)).toBeLessThan(100);
    }
  });
});

describe('the calendar', () => {
  it('agrees with the platform on any second of eight centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -12_000_000_000, max: 14_000_000_000 }), (unix) => {
        const date = new Date(unix * 1000);
        expect(civil(unix)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          weekday: date.getUTCDay(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
        });
      }),
      { numRuns: 2000 },
    );
  });
});
