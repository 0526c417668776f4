import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countOf,
  difference,
  includes,
  intersection,
  numberSet,
  numbersIn,
  setOf,
  union,
  writtenSet,
  type NumberRange,
} from '../../../src/core/store/number-set.ts';

test('ranges are put in order, joined where they touch, and turned the right way round', () => {
  expect(numberSet([[9, 7], [1, 2], [3, 3], [8, 12]])).toEqual([[1, 3], [7, 12]]); // prettier-ignore
  expect(writtenSet(numberSet([[9, 7], [1, 2], [5, 5]]))).toBe('1:2,5,7:9'); // prettier-ignore
});
test('four billion numbers are one range', () => {
  const all = numberSet([[1, 2 ** 32 - 1]]);
  expect(difference(all, [[5, 5]])).toEqual([
    [1, 4],
    [6, 2 ** 32 - 1],
  ]);
  expect(countOf(all)).toBe(2 ** 32 - 1);
});

const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })));
const expand = (all: readonly NumberRange[]): ReadonlySet<number> =>
  new Set(all.flatMap(([a, b]) => numbersIn([[Math.min(a, b), Math.max(a, b)]])));
const ascending = (numbers: Iterable<number>): readonly number[] => [...numbers].toSorted((a, b) => a - b);

test('sets of ranges behave as sets of numbers do', () => {
  fc.assert(
    fc.property(ranges, ranges, fc.integer({ min: 0, max: 41 }), (left, right, n) => {
      const [a, b] = [numberSet(left), numberSet(right)];
      const [x, y] = [expand(left), expand(right)];
      expect(numbersIn(a)).toEqual(ascending(x));
      expect(setOf(ascending(x))).toEqual(a);
      expect(includes(a, n)).toBe(x.has(n));
      expect(countOf(a)).toBe(x.size);
      expect(union(a, b)).toEqual(setOf(ascending(new Set([...x, ...y]))));
      expect(intersection(a, b)).toEqual(setOf(ascending([...x].filter((it) => y.has(it)))));
      expect(difference(a, b)).toEqual(setOf(ascending([...x].filter((it) => !y.has(it)))));
    }),
    { numRuns: 400 },
  );
});
