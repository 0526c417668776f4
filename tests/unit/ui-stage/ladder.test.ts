import { describe, expect, test } from 'vitest';
import { RESOLVER } from '../../../src/core/trace/dns.ts';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { capsuleOf } from '../../../src/ui/network/capsule.ts';
import { lanesOf, lettersIn, placed, scrolledTo } from '../../../src/ui/sequence/lanes.ts';
import { rowsOf, type Row } from '../../../src/ui/sequence/rows.ts';
import { typed } from './session.ts';
import { flight } from './flight.ts';

const { trace, worlds } = typed(['telnet mx1.example.com 25', 'EHLO client.example.net']);
const [start] = worlds;
if (!start) throw new Error('no world');
const last = sceneAt(start, trace, Infinity);

describe('the ladder', () => {
  const lanes = lanesOf(last.hosts, rowsOf(trace), 420);
  const x = (id: string): number => lanes.x.get(id) ?? NaN;

  test('the resolver has a narrow lane beside those who ask; the others share the rest', () => {
    expect([...lanes.x.keys()]).toEqual([RESOLVER, 'client.example.net', 'mx1.example.com']);
    expect(x('client.example.net') - x(RESOLVER)).toBeLessThan(60);
    expect(x('mx1.example.com') - x('client.example.net')).toBeGreaterThan(220);
  });
  test('words may be as long as the ladder is wide', () => {
    const letter = 7;
    const letters = lettersIn(lanes, letter);
    expect(letters * letter).toBeGreaterThan(x('mx1.example.com') - x(RESOLVER));
    const half = (letters * letter) / 2;
    for (const middle of [0, x(RESOLVER), 200, 420]) {
      const at = placed(middle, letters * letter, lanes);
      expect(at - half).toBeGreaterThanOrEqual(lanes.axis);
      expect(at + half).toBeLessThanOrEqual(lanes.width);
    }
  });
  test('short ones stand over their arrow', () => {
    expect(placed(200, 40, lanes)).toBe(200);
  });
  test('what is wider than all there is stands in the middle', () => {
    expect(placed(100, 9999, lanes)).toBe((lanes.axis + lanes.width) / 2);
  });
});

test('who has asked the DNS is drawn with the latest that was said, lit while it is of this step', () => {
  const looked = { host: 'client.example.net', asked: RESOLVER, refused: false };
  const asking = trace.findIndex((event) => event.type === 'dns');
  const at = (event: number) =>
    sceneAt(start, trace.slice(0, event + 1), Infinity).lookups.map((lookup) => ({ ...lookup }));
  expect(at(asking - 1)).toEqual([]);
  expect(at(asking)).toEqual([{ ...looked, text: 'A mx1.example.com.', answered: false, fresh: true }]);
  expect(at(asking + 1)).toEqual([{ ...looked, text: '192.0.2.10', answered: true, fresh: true }]);
  expect(last.lookups).toEqual([{ ...looked, text: '192.0.2.10', answered: true, fresh: false }]);
});

test.each([Infinity, 190, 130, 20])('a capsule says what fits between the machines: %d', (room) => {
  const { text, width } = capsuleOf(flight, en, '', room);
  expect(width).toBeLessThanOrEqual(Math.max(room, 6 * 7.25 + 46));
  expect(text).toMatch(/^MAIL .*…$/);
  const refusal = capsuleOf({ ...flight, refusal: true }, en, '', room);
  expect([refusal.shape, refusal.crossed]).toEqual(['refusal', room > 110]);
  expect(refusal.width).toBeLessThanOrEqual(Math.max(room, 6 * 7.25 + 46));
});

describe('a ladder wider than its panel is scrolled so that the current row is seen beside the times', () => {
  const machines = Array.from({ length: 9 }, (_, i) => ({ id: `m${i}`, role: 'server' as const }));
  const rows = rowsOf(trace).flatMap((row): Row[] =>
    machines.map(({ id }) => ({ ...row, from: id, to: 'm0' })),
  );
  const view = 324;
  const lanes = lanesOf(machines, rows, view);
  const lane = (nth: number): number => lanes.x.get(`m${nth}`) ?? NaN;
  const middle = (lane(3) + lane(4)) / 2;
  test.each([
    { what: 'names of both ends', ends: [3, 4], x: middle, wide: 60, from: lane(3) - 36, to: lane(4) + 36 },
    { what: 'long words', ends: [3, 4], x: middle, wide: 220, from: middle - 110, to: middle + 110 },
    { what: 'ends that just fit', ends: [7, 3], x: lane(5), wide: 60, from: lane(3) - 1, to: lane(7) + 1 },
    { what: 'ends, not all words', ends: [3, 4], x: middle, wide: 400, from: lane(3), to: lane(4) },
    { what: 'words, not the ends', ends: [0, 8], x: lane(4), wide: 60, from: lane(4) - 30, to: lane(4) + 30 },
    { what: 'a state at its lane', ends: [0, 8], x: lane(8), wide: 90, from: lane(8) - 45, to: lane(8) + 45 },
    {
      what: 'the middle of both',
      ends: [0, 8],
      x: lane(4),
      wide: 400,
      from: lane(4) - 120,
      to: lane(4) + 120,
    },
  ])('$what', ({ ends: [one = 0, other = 0], x, wide, from, to }) => {
    for (const now of [0, 150, 500]) {
      const at = scrolledTo([lane(one), lane(other)], { x, wide }, lanes, view, now);
      expect(from).toBeGreaterThanOrEqual(at + lanes.axis);
      expect(to).toBeLessThanOrEqual(at + view);
    }
  });
  test('and stays where it is while that is so', () => {
    expect(scrolledTo([lane(1), lane(2)], { x: lane(1), wide: 60 }, lanes, view, 30)).toBe(30);
  });
});
test('letters that a reader has set apart leave room for the times on the smallest desk', () => {
  // 1440 pixels, in letters a quarter wider: as wide as the ladder is then
  const narrow = lanesOf(sceneAt(start, trace, Infinity).hosts, rowsOf(trace), 239);
  expect(narrow.axis).toBeGreaterThan(0);
  const [a = 0, b = 0] = [...narrow.x.values()].toSorted((one, other) => one - other);
  expect(b - a).toBeGreaterThan(50);
});
