import { describe, expect, it } from 'vitest';
import { delayOf, flights, linkKey, segmentsOf, type Link } from '../../../src/core/net/stream.ts';

const link = (set: Partial<Link>): Link => ({ latency: 1000, segment: 0, loss: 0, ...set });

describe('flights', () => {
  it('are one where segments know no bound', () => {
    expect(flights({ at: 5, size: 9000, link: link({}), arrives: 1005, nth: 0 })).toEqual([
      { from: 0, to: 9000, sentAt: 5, arrivesAt: 1005, again: false },
    ]);
  });
  it('cover every octet once, in order, however it is cut', () => {
    for (const size of [1, 3, 4, 5, 17])
      for (const segment of [1, 2, 4, 16, 17, 100]) {
        const all = flights({ at: 0, size, link: link({ segment, loss: 2 }), arrives: 1000, nth: 1 });
        expect(all).toHaveLength(segmentsOf(size, link({ segment })));
        expect(all.flatMap((f) => Array.from({ length: f.to - f.from }, (_, i) => f.from + i))).toEqual(
          Array.from({ length: size }, (_, i) => i),
        );
        const times = all.map((f) => f.arrivesAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }
  });
  it('come later when they had to be sent again, and hold up those behind', () => {
    const lossy = link({ segment: 1, loss: 3 });
    expect([0, 1, 2, 3, 4, 5].map((nth) => delayOf(lossy, nth))).toEqual([0, 0, 202_000, 0, 0, 202_000]);
    const late = flights({ at: 0, size: 3, link: lossy, arrives: 1000, nth: 1 });
    expect(late.map((f) => [f.arrivesAt, f.again])).toEqual([
      [1000, false],
      [203_100, true],
      [203_200, false],
    ]);
  });
});
it('a link has one name, whoever asks', () => {
  expect(linkKey('b', 'a')).toBe(linkKey('a', 'b'));
});
