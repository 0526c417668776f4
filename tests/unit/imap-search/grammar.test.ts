import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cursor, no } from '../../../src/core/spec/grammar.ts';
import { program } from '../../../src/core/protocols/imap/search/grammar.ts';
import { SEARCH_KEYS } from '../../../src/core/protocols/imap/search/key-grammar.ts';
import { decodedKey } from '../../../src/core/protocols/imap/search/charset.ts';

const read = (text: string) => {
  const c = cursor(text, 0);
  const value = program.read(c);
  return value === no ? (c.problem?.expected ?? '') : value;
};
const key = (text: string) => {
  const found = read(text);
  return typeof found === 'string' ? found : found.key;
};

describe('a search program', () => {
  test('is keys that must all hold, nested as they are written', () => {
    expect(key('UNSEEN (OR FROM a NOT 1:3) UID *')).toEqual({
      kind: 'and',
      keys: [
        { kind: 'flag', flag: String.raw`\Seen`, on: false },
        {
          kind: 'or',
          keys: [
            { kind: 'header', name: 'from', text: 'a' },
            { kind: 'not', key: { kind: 'numbers', set: [[1, 3]] } },
          ],
        },
        { kind: 'uids', set: [[0, 0]] },
      ],
    });
  });
  test('has literals and quoted strings in it', () => {
    expect(key('SUBJECT {3+}\r\na"b BODY "c\\"d"')).toEqual({
      kind: 'and',
      keys: [
        { kind: 'header', name: 'subject', text: 'a"b' },
        { kind: 'body', text: 'c"d' },
      ],
    });
  });
  const days: readonly (readonly [string, number | string])[] = [
    ['1-Jan-1970', 0],
    ['"01-jan-1970"', 0],
    ['29-Feb-2024', 19_782],
    ['31-Dec-2026', 20_818],
    ['29-Feb-2026', 'a date, as 1-Nov-2026'],
    ['"1-Jan-1970', 'a date, as 1-Nov-2026'],
    ['0-Jan-1970', 'a date, as 1-Nov-2026'],
    ['1-Okt-2026', 'a date, as 1-Nov-2026'],
  ];
  test.each(days)('ON %s is day %s', (text, day) => {
    const found = key(`ON ${text}`);
    expect(typeof found === 'string' ? found : found).toEqual(
      typeof day === 'string' ? day : { kind: 'date', of: 'internal', is: 'on', day },
    );
  });
  test('is not as deep as it likes', () => {
    expect(read(`${'NOT '.repeat(60)}ALL`)).not.toBeTypeOf('string');
    expect(read(`${'NOT '.repeat(100_000)}ALL`)).toBe('fewer keys within keys');
    expect(read('('.repeat(100_000))).toBe('fewer keys within keys');
  });
  test('whatever is said, it is read or refused in words', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...SEARCH_KEYS,
        'RETURN',
        'CHARSET',
        '(',
        ')',
        '()',
        '(SAVE)',
        'UTF-8',
        '1:*',
        '$',
        '"',
        '""',
        'x',
        '1-Nov-2026',
        '{1+}\r\na',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', ''), (words, space) => {
        const found = read(words.join(space));
        expect(found).not.toBe('');
        if (typeof found !== 'string') decodedKey(found.key, 'utf-8');
      }),
      { numRuns: 1500 },
    );
  });
});
