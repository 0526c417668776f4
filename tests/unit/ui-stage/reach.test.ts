// How many octets still get through before the cable breaks: by a slider as well as by a number.
import { expect, test } from 'vitest';
import { FURTHEST, octetsAt, octetsIn, placeOf, PLACES } from '../../../src/ui/timeline/reach.ts';

const places = Array.from({ length: PLACES + 1 }, (_, i) => i);
test('each place of the slider is another number, from none to all there can be', () => {
  const all = places.map(octetsAt);
  expect([all[0], all[1], all[2], all.at(-1)]).toEqual([0, 1, 2, FURTHEST]);
  expect(all.every((n, i) => i === 0 || n > (all[i - 1] ?? 0))).toBe(true);
  expect(all.map(placeOf)).toEqual(places);
});
test.each([0, 1, 999, 1000, 1932, 3_158_426, FURTHEST])(
  'the field takes %i, and the slider is near it',
  (n) => {
    expect(octetsIn(String(n))).toBe(n);
    const near = octetsAt(placeOf(n));
    expect(Math.abs(near - n)).toBeLessThanOrEqual(1 + n * 0.06);
  },
);
test.each([
  ['', 0],
  ['-3', 0],
  ['2.9', 2],
  ['1e99', FURTHEST],
  ['x', 0],
])('%j is %i', (text, n) => expect(octetsIn(text)).toBe(n));
