// The ladder's arrows, drawn with as few pens as there are.
import { expect, test } from 'vitest';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { inkOf, type Placed, type Stroke } from '../../../src/ui/sequence/ink.ts';
import { lanesOf } from '../../../src/ui/sequence/lanes.ts';
import { isAcross, isArrow, rowHeight } from '../../../src/ui/sequence/place.ts';
import { rowsOf } from '../../../src/ui/sequence/rows.ts';
import { TLS, typed } from './session.ts';

const { trace, worlds } = typed([
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'NO',
  '\x1d',
  'quit',
  TLS,
  'STAT',
]);
const [start] = worlds;
if (!start) throw new Error('no world');
const rows = rowsOf(trace);
const lanes = lanesOf(sceneAt(start, trace, Infinity).hosts, rows, 420);
const placed: Placed[] = [];
let height = 0;
for (const row of rows) {
  placed.push({ row, top: height });
  height += rowHeight(row);
}
const arrows = placed.filter(({ row }) => isArrow(row));
const count = (strokes: readonly Stroke[], what: RegExp): number =>
  strokes.reduce((sum, { d }) => sum + (d.match(what)?.length ?? 0), 0);
const HEAD = /l-?[\d.]+ 5/g;
const BOX = /z/g;
const CROSS = /l8 8m0 -8l-8 8/g;
const ARROW = /^M([\d.]+) [\d.]+L([\d.]+) .*l(-?[\d.]+) 5$/;

test('each arrow has one head and a place for its words, whatever it is drawn with', () => {
  const { under, over } = inkOf(placed, lanes, en, () => false);
  expect(arrows.length).toBeGreaterThan(8);
  expect(arrows.length).toBeLessThan(placed.length);
  expect(count(over, HEAD)).toBe(arrows.length);
  expect(count(under, BOX)).toBe(arrows.length);
});
test('what is refused has a cross besides its colour, drawn with the pen of its arrow', () => {
  const { over } = inkOf(placed, lanes, en, () => false);
  const refused = arrows.filter(({ row }) => row.refused);
  expect(refused.length).toBeGreaterThan(0);
  expect(count(over, CROSS)).toBe(refused.length);
  expect(over.flatMap(({ colour, d }) => (d.match(CROSS) ? [colour] : []))).toEqual(['var(--color-refusal)']);
});
test('a pen is taken up once: one path for all that it draws', () => {
  const { under, over } = inkOf(placed, lanes, en, () => false);
  for (const strokes of [under, over])
    expect(new Set(strokes.map(({ pen }) => pen)).size).toBe(strokes.length);
  const colours = over.map(
    ({ colour, width, dashed }) => `${colour.slice('var(--color-'.length, -1)} ${width} ${dashed}`,
  );
  expect(colours.toSorted()).toEqual([
    'client 1.2 false',
    'client 1.2 true',
    'client 1.7 false',
    'line 1 true',
    'refusal 1.7 false',
    'server 1.2 false',
    'server 1.2 true',
    'server 1.7 false',
    'tls 1.2 false',
  ]);
});
test('what is no part of the life that is followed is drawn apart, and nothing of it twice', () => {
  const [first] = arrows;
  const { over } = inkOf(placed, lanes, en, (event) => event === first?.row.event);
  const aside = over.filter((stroke) => stroke.aside);
  expect(count(aside, HEAD)).toBe(1);
  expect(count(over, HEAD)).toBe(arrows.length);
});
test('an arrow points from who spoke to who heard it', () => {
  const said = arrows.filter(({ row }) => row.kind === 'text');
  for (const one of said) {
    const { over } = inkOf([one], lanes, en, () => false);
    const [, from = NaN, to = NaN, barb = NaN] = (over[0]?.d.match(ARROW) ?? []).map(Number);
    const way = Math.sign((lanes.x.get(one.row.to) ?? 0) - (lanes.x.get(one.row.from) ?? 0));
    expect(Math.sign(to - from)).toBe(way);
    // its head opens towards where it comes from
    expect(Math.sign(barb)).toBe(-way);
  }
  expect(new Set(said.map(({ row }) => row.voice)).size).toBe(2);
});
test('words give way to nothing where nothing is said; what is of no lane lies across all of them', () => {
  const marks = placed.filter(({ row }) => !isArrow(row));
  const across = marks.filter(({ row }) => isAcross(row));
  expect(across.length).toBeGreaterThan(0);
  expect(across.length).toBeLessThan(marks.length);
  const { under, over } = inkOf(marks, lanes, en, () => false);
  expect(under).toEqual([]);
  expect(over.map(({ d }) => d.match(/H/g)?.length)).toEqual([across.length]);
});
