// What a rung of the ladder says: its words, its time, and what is read aloud.
import { expect, test } from 'vitest';
import { sceneAt } from '../../../src/core/trace/scene.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { lanesOf } from '../../../src/ui/sequence/lanes.ts';
import { isArrow, rowHeight } from '../../../src/ui/sequence/place.ts';
import { rowsOf, type Row } from '../../../src/ui/sequence/rows.ts';
import { rungOf } from '../../../src/ui/sequence/rung.ts';
import { TLS, typed } from './session.ts';

const { trace, worlds } = typed([TLS, 'USER bob', 'PASS correct-horse', 'LIST', 'RETR 99', 'QUIT']);
const [start] = worlds;
if (!start) throw new Error('no world');
const rows = rowsOf(trace);
const { hosts } = sceneAt(start, trace, Infinity);
const frameOf = (width: number) => ({ messages: en, lanes: lanesOf(hosts, rows, width), epoch: 0 });
const frame = frameOf(420);
const rung = (fits: (row: Row) => boolean) => {
  const row = rows.find(fits);
  if (!row) throw new Error('no such row');
  return rungOf(row, frame);
};

test('what was said stands over its arrow, with its time; what is folded away is told apart', () => {
  const said = rung(({ text }) => text === 'USER bob');
  expect([said.note, said.wire, said.folded]).toEqual(['', 'USER bob', '']);
  expect(said.time).toMatch(/^\d\d:\d\d:\d\d$/);
  expect(said.label).toBe('client to pop: USER bob, 10 octets');
  const list = rung(({ more }) => more > 0);
  expect([list.wire.slice(0, 4), list.folded]).toEqual(['+OK ', ' + 7 lines']);
});
test('words of ours are no data', () => {
  const hidden = rung(({ kind }) => kind === 'call');
  expect([hidden.note, hidden.wire]).toEqual(['connect ', '995']);
  const state = rung(({ kind }) => kind === 'state');
  expect([state.note, state.wire]).toEqual(['Who are you?', '']);
  const store = rung(({ kind }) => kind === 'store');
  expect([store.note, store.wire]).toEqual(['', 'bob · held']);
});
test('a line with nothing in it has a name of ours', () => {
  const row = rowsOf(typed(['telnet mx1.example.com 25', '']).trace).find(
    ({ kind, size }) => kind === 'text' && size === 2,
  );
  if (!row) throw new Error('nothing was sent');
  const { note, wire, label, look } = rungOf(row, frame);
  expect([note, wire, label]).toEqual(['an empty line ', '', 'client to mx1: an empty line, 2 octets']);
  expect(look).toContain('text-soft');
});
test('only what crosses has a time, and only where there is room for it', () => {
  for (const row of rows) {
    expect(rungOf(row, frame).time !== '').toBe(isArrow(row));
    expect(rungOf(row, frameOf(220)).time).toBe('');
  }
});
test('a minute begins with the time of day, and what follows in it has its seconds', () => {
  const [first, second] = rows.filter(isArrow);
  if (!first || !second) throw new Error('no rows');
  const told = (at: number, before?: Row) =>
    rungOf({ ...second, at }, { ...frame, epoch: 1_793_696_400 }, before).time;
  const early = { ...first, at: 390_000 };
  expect(told(390_000)).toBe('09:00:00');
  expect(told(420_000, early)).toBe('00.420');
  expect(told(300_390_000, early)).toBe('09:05:00');
  expect(told(3_600_390_000, early)).toBe('10:00:00');
  expect(told(86_400_390_000, early)).toBe('09:00:00');
});
test('the column is as wide as the time of day', () => {
  // a glyph of 6.6 that stands on whole pixels takes 7
  const [border, padding, letter] = [2, 6, 7];
  expect(frame.lanes.axis).toBeGreaterThanOrEqual(border + padding + '09:05:00'.length * letter);
});
test('it is as high as its place is', () => {
  for (const row of rows) expect(rungOf(row, frame).kind.split(' ')[0]).toBe(`h-${rowHeight(row) / 4}`);
});
test('its middle is within the ladder', () => {
  const { lanes } = frame;
  for (const row of rows) {
    const { x } = rungOf(row, frame);
    expect(x).toBeGreaterThan(lanes.axis);
    expect(x).toBeLessThan(lanes.width);
  }
});
test('it is made once, until the ladder itself is another', () => {
  const row = rows.find(({ text }) => text === 'USER bob');
  if (!row) throw new Error('no row');
  expect(rungOf(row, frame)).toBe(rungOf(row, frame));
  expect(rungOf(row, frameOf(600)).x).not.toBe(rungOf(row, frame).x);
});
test('a record that broke off says so, to eyes and ears', () => {
  const cut = { type: 'policy', host: 'pop.example.com', set: { cutAfter: 600 } } as const;
  const broken = rowsOf(typed([TLS], [{ type: 'turn', knob: cut }]).trace);
  const record = broken.findLast(({ kind }) => kind === 'record');
  expect(record && rungOf(record, frame)).toMatchObject({
    note: 'part of ',
    wire: 'ServerHello',
    label: 'pop to client: part of ServerHello, 83 octets',
  });
});
