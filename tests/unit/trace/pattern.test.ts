// Patterns of lessons: they mean what the language's own mean, and no text keeps anybody waiting.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { patternFault, patternOf, SEEN } from '../../../src/core/trace/pattern/pattern.ts';

const PIECES = [
  'a',
  'b',
  '.',
  '\\d',
  '[^a]',
  '[ab]',
  '\\b',
  '\\B',
  '^',
  '$',
  '\\r\\n',
  'A',
  '[^]',
  '(?=a)',
  '(?!b)',
];
const ends = fc.constantFrom('', '*', '+', '?', '{2}', '{1,}', '{0,2}', '*?', '+?');
const { pattern } = fc.letrec<{ pattern: string; term: string }>((tie) => ({
  term: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
    tie('pattern').map((it) => `(${it})`),
    tie('pattern').map((it) => `(?:${it})`),
    tie('pattern').map((it) => `(?!${it})`),
    tie('pattern').map((it) => `(?=${it})`),
  ),
  pattern: fc
    .oneof(
      {
        maxDepth: 3,
        weight: 3,
        arbitrary: fc.array(fc.tuple(tie('term'), ends), { minLength: 1, maxLength: 4 }),
      },
      fc.array(fc.tuple(tie('term'), ends), { minLength: 2, maxLength: 4 }),
    )
    .map((terms) =>
      terms.map(([term, times]) => term + (/^(?:[$^]|\\b|\\B|\(\?[=!])/i.test(term) ? '' : times)).join(''),
    ),
}));
const either = fc.array(pattern, { minLength: 1, maxLength: 2 }).map((all) => all.join('|'));
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', ' ', '\r', '\n', 'é'), maxLength: 12 });

test('whatever fits the language’s own fits, and nothing else', () => {
  fc.assert(
    fc.property(either, text, fc.constantFrom<'' | 'i'>('', 'i'), (source, it, flags) => {
      expect(patternOf(source, flags).test(it)).toBe(new RegExp(source, flags).test(it));
    }),
    { numRuns: 2000 },
  );
});
it.each<readonly [string, string]>([
  ['250[- ]SIZE (\\d+)', '250-mx\r\n250-SIZE 1000\r\n'],
  ['10 FETCH \\((?:[^{]*)(?:BODY\\[\\]|RFC822) \\{(\\d+)\\}', '* 10 FETCH (UID 120 BODY[] {311}\r\nx'],
  ['^(\\S+) OK ', 'a1 OK done'],
  ['a+?', 'xaaa'],
  ['(a|ab)(c|bcd)', 'abcd'],
  ['x*', 'aaa'],
  ['(?=(?:ab)+c)a.', 'ab abc'],
  ['\\x41|\\u0042', 'B'],
  ['é', 'É'],
  ['a{', 'a{'],
  ['[^\\]]+\\]', 'ab]'],
])('what is found of %s is what the language finds', (source, it) => {
  for (const flags of ['', 'i'] as const) {
    const own = new RegExp(source, flags).exec(it);
    expect(patternOf(source, flags).find(it)).toBe(own ? (own[1] ?? own[0]) : undefined);
  }
});
it.each([
  ['(a)\\1', /refer back/],
  ['(?<year>a)', /name one/],
  ['(?<=a)b', /look behind/],
  ['(?<!a)b', /look behind/],
  ['\\012', /refer back/],
  ['(?:a{100}){100}', /repeat less/],
  ['a{9999999}', /repeat less/],
  ['((((a{0,9}){0,9}){0,9}){0,9}){0,9}', /repeat less/],
])('%s is refused', (source, why) => {
  expect(patternFault(source)).toMatch(why);
});
it.each(['(a+)+$', '(?:a|aa)+$', '(?:(?:a*)*)*b', '^(?!.*PEEK).*', 'UID STORE .*108', '[+*?{(|]'])(
  '%s may be',
  (source) => {
    expect(patternFault(source)).toBeUndefined();
  },
);
describe('a long text', () => {
  const long = 'a'.repeat(1_000_000);
  test('is seen from its beginning, and ends where it ends', () => {
    expect(patternOf('b').test(`${'a'.repeat(SEEN - 1)}b`)).toBe(true);
    expect(patternOf('b').test(`${'a'.repeat(SEEN)}b`)).toBe(false);
    expect(patternOf('^a*$').test(long)).toBe(false);
    expect(patternOf('a$').test(long)).toBe(false);
    expect(patternOf('^a*$').test('a'.repeat(SEEN))).toBe(true);
  });
  // each of them would go on for longer than there are people if it were tried way by way
  it.each([
    '(a+)+b',
    '(?:a|aa)+b',
    `${'a?'.repeat(30)}${'a'.repeat(30)}b`,
    `${'a*'.repeat(40)}b`,
    '(?=(?:a*)*b)a',
    '(?:a|a|a|a)*b',
  ])('is no matter to %s', (source) => {
    expect(patternFault(source)).toBeUndefined();
    expect(patternOf(source).test(long)).toBe(false);
  });
});
