import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { dotted } from '../../../src/core/wire/dotted.ts';
import { counted, lines, nothing, type Framing } from '../../../src/core/wire/framing.ts';
import { replies } from '../../../src/core/wire/replies.ts';
import { literalLines } from '../../../src/core/wire/literal-lines.ts';
import { bytes, cutAt, frames, places, texts } from './cut.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

type Case = readonly [given: string, want: readonly string[]];
/** Every case whole and octet by octet. */
const table = (framing: Framing, cases: readonly Case[], wants?: (size: number) => boolean): void => {
  it.each(cases)('%j', (given, want) => {
    expect(frames(framing, [given], wants).frames).toEqual(want);
    expect(frames(framing, bytes(given), wants).frames).toEqual(want);
  });
};
/** However the octets arrive, the same frames come of them, and what is kept stays within `bound`. */
const anySplit = (framing: Framing, text: fc.Arbitrary<string>, bound: number): void => {
  it('gives the same frames at every split, in bounded memory', () => {
    fc.assert(
      fc.property(text, places, fc.boolean(), (octets, at, kind) => {
        const wants = (size: number): boolean => size < 4 || kind;
        const whole = frames(framing, [octets], wants);
        const split = frames(framing, cutAt(octets, at), wants);
        const single = frames(framing, bytes(octets), wants);
        expect(split.frames).toEqual(whole.frames);
        expect(single.frames).toEqual(whole.frames);
        expect(single.reading).toEqual(whole.reading);
        expect(split.reading).toEqual(whole.reading);
        expect(Math.max(whole.most, split.most, single.most)).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 2000 },
    );
  });
};
/** Octets copied while `count` octets arrive one by one must not grow with the square of `count`. */
const oneByOne = (framing: Framing, octet: string, count: number): ReturnType<typeof frames> =>
  frames(
    framing,
    Array.from({ length: count }, () => octet),
  );

describe('replies', () => {
  table(replies(), [
    ['220 mx\r\n', ['whole 220 mx']],
    ['250-a\r\n250-b\r\n250 c\r\n221 d\r\n', ['whole 250-a\r\n250-b\r\n250 c', 'whole 221 d']],
    ['250\r\n', ['whole 250']],
    ['250-a\n250 b\r\n', []],
    ['\r\n', ['whole ']],
    ['2\r\n-25 a\r\n', ['whole 2', 'whole -25 a']], // what stands in the fourth place is of another line
    ['250-a\r\n', []],
    ['250 a\r', []],
  ]);
  table(replies(20), [
    ['250-23456\r\n250 456\r\n', ['whole 250-23456\r\n250 456']],
    ['250-234567\r\n250 45678\r\n220 a\r\n', ['tooLong', 'whole 220 a']],
    ['250-234567\r\n250-45678\r\n250-a\r\n250 a\r\n220 a\r\n', ['tooLong', 'whole 220 a']],
  ]);
  const reply = fc.constantFrom(
    '220 a\r\n',
    '250-a\r\n250 b\r\n',
    '250-long line\r\n',
    '2\r\n-',
    '\r\n',
    '\n',
    'x',
    '250 \r',
  );
  anySplit(
    replies(20),
    fc.array(reply, { maxLength: 12 }).map((all) => all.join('')),
    20,
  );
});
describe('lines', () => {
  const ten = lines(10, '1939#3');
  table(ten, [
    ['NOOP\r\n', ['whole NOOP']],
    ['A\r\nB\r\n\r\nC', ['whole A', 'whole B', 'whole ']],
    ['12345678\r\n', ['whole 12345678']],
    ['123456789\r\nA\r\n', ['tooLong', 'whole A']],
    ['1234567890123\rx\nstill\r\nA\r\n', ['tooLong', 'whole A']],
    ['A\nB\r\n', ['whole A\nB']],
    ['A\rB\r\n', ['whole A\rB']],
    ['A\r\r\n', ['whole A\r']],
    ['\n\r\n', ['whole \n']],
    ['\0\xff\r\n', ['whole \0\xff']],
    ['', []],
    ['NOOP\r', []],
    ['NOOP\n', []],
  ]);
  anySplit(ten, texts('A', 'abc', '\r', '\n', '\r\n', '123456789', '\0', '\xff'), 10);

  it('keeps nothing of a line that never ends', () => {
    const { frames: seen, reading, most } = oneByOne(ten, 'x', 100_000);
    expect(seen).toEqual([]);
    expect(reading.held).toBe('');
    expect(most).toBe(10);
    expect(frames(ten, ['x'.repeat(1_000_000)]).reading.held).toBe('');
  });
});

describe('lines that a bare LF ends', () => {
  const ten = lines(10, '1939#3', { lf: true });
  table(ten, [
    ['NOOP\n', ['whole NOOP']],
    ['NOOP\r\nA\n\nB\r\n', ['whole NOOP', 'whole A', 'whole ', 'whole B']],
    ['A\r\r\n', ['whole A\r']],
    ['A\rB\n', ['whole A\rB']],
    ['123456789\n', ['whole 123456789']],
    ['1234567890\nA\n', ['tooLong', 'whole A']],
  ]);
  anySplit(ten, texts('A', 'abc', '\r', '\n', '\r\n', '123456789'), 10);
});

describe('counted', () => {
  it('takes so many octets and leaves the rest', () => {
    expect(counted(3).take(counted(3).start, 'abcd')).toMatchObject({ used: 3, frame: { text: 'abc' } });
    expect(counted(0).take(counted(0).start, '')).toMatchObject({ used: 0, frame: { text: '' } });
    expect(frames(counted(4), ['a', 'b', '', 'cd']).frames).toEqual(['whole abcd']);
    expect(frames(counted(4), ['abc']).frames).toEqual([]);
  });
  it('swallows what is over its limit and keeps nothing of it', () => {
    const { frames: seen, most } = frames(counted(5, 4), ['ab', 'cde']);
    expect(seen).toEqual(['tooLong']);
    expect(most).toBe(0);
  });
  const four = counted(4);
  anySplit(four, texts('a', '\r\n', 'bcd', '\0'), 4);
});

describe('dotted', () => {
  const small = dotted({ total: 20, line: 8 });
  table(small, [
    ['.\r\n', ['whole ']],
    ['a\r\n.\r\n', ['whole a\r\n']],
    ['\r\n.\r\n', ['whole \r\n']],
    ['..\r\n.\r\n', ['whole .\r\n']],
    ['a\r\n..b\r\n...\r\n.\r\n', ['whole a\r\n.b\r\n..\r\n']],
    ['.a\r\n.\r\n', ['whole a\r\n']],
    ['a\n.\r\n\r\n.\r\n', ['whole a\n.\r\n\r\n']],
    ['a\r\n.\n\r\n.\r\n', ['whole a\r\n\n\r\n']],
    ['a\r\n.\r\r\n.\r\n', ['whole a\r\n\r\r\n']],
    ['a\r.\r\n.\r\n', ['whole a\r.\r\n']],
    ['a\r\n.\r\nb\r\n.\r\n', ['whole a\r\n', 'whole b\r\n']],
    ['123456\r\n.\r\n', ['whole 123456\r\n']],
    ['.123456\r\n.\r\n', ['whole 123456\r\n']],
    ['1234567\r\n.\r\na\r\n.\r\n', ['tooLong', 'whole a\r\n']],
    ['1234\r\n1234\r\n12\r\n12\r\n.\r\n', ['whole 1234\r\n1234\r\n12\r\n12\r\n']],
    ['1234\r\n1234\r\n123\r\n12\r\n.\r\na\r\n.\r\n', ['tooLong', 'whole a\r\n']],
    ['a\r\n.', []],
    ['a\r\n.\r', []],
  ]);
  anySplit(small, texts('a', '.', '\r', '\n', '\r\n', '\r\n.', '\r\n.\r\n', '1234567'), 26);

  it('undoes what the sender did to any text', () => {
    const big = dotted({ total: 1000 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', '.', '..', 'a', '.b', '\0', 'ab.')), places, (rows, at) => {
        const text = rows.map((row) => `${row}\r\n`).join('');
        const sent = `${rows.map((row) => `${row.startsWith('.') ? '.' : ''}${row}\r\n`).join('')}.\r\n`;
        expect(frames(big, cutAt(sent, at)).frames).toEqual([`whole ${text}`]);
      }),
    );
  });
  it('keeps no more than its limits of a text that never ends', () => {
    expect(oneByOne(small, 'x', 100_000).most).toBeLessThan(30);
    expect(oneByOne(dotted({ total: 1_000_000, line: 1_000_000 }), 'x', 300_000).reading.left).toBe(300_000);
  });
});

describe('literal lines', () => {
  const some = literalLines({ line: 20, total: 40 });
  const upTo5 = (size: number): boolean => size <= 5;
  table(
    some,
    [
      ['a NOOP\r\n', ['whole a NOOP']],
      [
        'a LOGIN {5}\r\nalice {3}\r\nabc\r\nb X\r\n',
        ['ask 5', 'ask 3', 'whole a LOGIN {5}\r\nalice {3}\r\nabc', 'whole b X'],
      ],
      ['a {2+}\r\n\r\n x\r\n', ['ask 2+', 'whole a {2+}\r\n\r\n x']],
      ['a {0}\r\n\r\n', ['ask 0', 'whole a {0}\r\n']],
      ['a ~{3}\r\n\0\0\0\r\n', ['ask 3', 'whole a ~{3}\r\n\0\0\0']],
      ['a {3}x\r\n', ['whole a {3}x']],
      ['a {}\r\n{+}\r\n', ['whole a {}', 'whole {+}']],
      // asked and refused: nothing more comes of it
      ['a {6}\r\nb NOOP\r\n', ['ask 6', 'whole b NOOP']],
      // sent unasked and refused: swallowed to its end, later literals and what looks like commands too
      ['a {6+}\r\nb X\r\n{ {3+}\r\nc d junk\r\ne NOOP\r\n', ['ask 6+', 'whole e NOOP']],
      ['a {6+}\r\n123456 {2}\r\ne NOOP\r\n', ['ask 6+', 'whole e NOOP']],
      // the second one refused
      ['a {1}\r\n1 {9}\r\nb X\r\n', ['ask 1', 'ask 9', 'whole b X']],
      ['a {1+}\r\n1 {9+}\r\n123456789 x\r\nb X\r\n', ['ask 1+', 'ask 9+', 'whole b X']],
      // too long: told when it ends
      ['123456789012345678901\r\nb X\r\n', ['tooLong', 'whole b X']],
      ['1234567890123456789\r\nb X\r\n', ['tooLong', 'whole b X']],
      ['123456789012345678\r\nb X\r\n', ['whole 123456789012345678', 'whole b X']],
      ['12345678901234567890 {3}\r\nb X\r\n', ['tooLong', 'whole b X']],
      ['12345678901234567890 {3+}\r\nb \r\n more\r\nb X\r\n', ['tooLong', 'whole b X']],
      // and whose it is, where that is known within the limit
      ['a1 4567890123456789012 b\r\nb X\r\n', ['tooLong a1', 'whole b X']],
      ['a1 4567890123456789012 {3+}\r\nb \r\n more\r\nb X\r\n', ['tooLong a1', 'whole b X']],
      [
        'a {5+}\r\n12345 {5+}\r\n12345XXX {5+}\r\n12345\r\nb X\r\n',
        ['ask 5+', 'ask 5+', 'ask 5+', 'whole a {5+}\r\n12345 {5+}\r\n12345XXX {5+}\r\n12345', 'whole b X'],
      ],
      [
        'a {5+}\r\n12345 {5+}\r\n12345XXXX {5+}\r\n12345\r\nb X\r\n',
        ['ask 5+', 'ask 5+', 'tooLong a', 'whole b X'],
      ],
      ['a {5+}\r\n12345 {5+}\r\n12345XXXXX {5}\r\nb X\r\n', ['ask 5+', 'ask 5+', 'tooLong a', 'whole b X']],
    ],
    upTo5,
  );
  anySplit(
    some,
    texts('a', ' {2}\r\n', ' {3+}\r\n', ' {9+}\r\n', '\r\n', '{', '}', '12345678', '\r', '\n'),
    64,
  );

  it('keeps nothing of a line that never ends', () => {
    expect(oneByOne(some, 'x', 100_000).most).toBeLessThanOrEqual(24);
    expect(oneByOne(literalLines({ line: 1_000_000 }), 'x', 300_000).reading.held).toHaveLength(300_000);
  });
});

it('reads nothing where nothing is to be read', () => {
  expect(nothing.take(nothing.start, 'NOOP\r\n')).toEqual({ reading: nothing.start, used: 0 });
});
