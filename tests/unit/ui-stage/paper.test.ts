// On paper words stand with their arrow, and never beyond the sheet.
import { expect, test } from 'vitest';
import { wordsAt } from '../../../src/ui/export/paper.ts';

test.each([
  [5, 95, 'center'],
  [2, 10, 'left'],
  [98, 90, 'right'],
  [50, 50, 'center'],
  [0, 0, 'left'],
  [100, 100, 'right'],
])('from %d to %d they begin at the %s', (from, to, align) => {
  const words = wordsAt(from, to);
  expect(words.align).toBe(align);
  expect(words.left).toBeGreaterThanOrEqual(0);
  expect(words.left + words.width).toBeLessThanOrEqual(100);
  expect(words.width).toBeGreaterThanOrEqual(Math.abs(to - from));
});
