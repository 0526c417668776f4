import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/ui/network/layout.ts';
import { along, flownAt, lineBetween } from '../../../src/ui/network/line.ts';

test.each([
  [12, 1],
  [400, -1],
])('between two of one column, at %i, words pass beside both', (x, side) => {
  const [a, b]: readonly [Place, Place] = [
    { x, y: 10, w: 110, h: 60 },
    { x, y: 90, w: 110, h: 60 },
  ];
  for (const line of [lineBetween(a, b), lineBetween(b, a)]) {
    const { x: at, y } = along(line, 0.5);
    expect(side * (at - (x + 55))).toBeGreaterThan(110);
    expect(Math.abs(y - 80)).toBeLessThan(20);
    expect([along(line, 0), along(line, 1)]).toEqual([line.from, line.to]);
  }
});
test('what stands at a door, as before a reply that is held, stands beside it and is readable', () => {
  const line = { from: { x: 100, y: 40 }, to: { x: 320, y: 60 } };
  for (const progress of [0, 0.002, 0.5, 0.998, 1]) {
    const { x, size } = flownAt(line, progress, 180, true);
    expect(size * 12).toBeGreaterThanOrEqual(11);
    expect([x - 90 >= 100, x + 90 <= 320]).toEqual([true, true]);
  }
  expect(flownAt(line, 0.998, 180, false).size).toBeLessThan(0.6);
});
describe('along', () => {
  const line = lineBetween({ x: 0, y: 0, w: 100, h: 60 }, { x: 300, y: 20, w: 100, h: 80 });
  test('half of the flight is half of the way, whatever the capsule', () => {
    const middle = { x: (line.from.x + line.to.x) / 2, y: (line.from.y + line.to.y) / 2 };
    for (const inset of [0, 20, 500]) {
      const { x, y } = along(line, 0.5, inset);
      expect(x).toBeCloseTo(middle.x, 9);
      expect(y).toBeCloseTo(middle.y, 9);
    }
  });
  test('it begins at one machine, ends at the other, and never turns back', () => {
    expect(along(line, 0)).toEqual(line.from);
    expect(along(line, 1)).toEqual(line.to);
    const xs = Array.from({ length: 101 }, (_, i) => along(line, i / 100, 40).x);
    expect(xs.every((x, i) => i === 0 || x >= (xs[i - 1] ?? 0))).toBe(true);
  });
  test('lines end at the edges that face each other', () => {
    expect(line.from.x).toBe(100);
    expect(line.to.x).toBe(300);
    const back = lineBetween({ x: 300, y: 20, w: 100, h: 80 }, { x: 0, y: 0, w: 100, h: 60 });
    expect([back.from.x, back.to.x]).toEqual([300, 100]);
  });
});
