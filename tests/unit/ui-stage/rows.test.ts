import { describe, expect, test } from 'vitest';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { rowAt, rowsOf } from '../../../src/ui/sequence/rows.ts';
import { offsetsOf, rowAtHeight } from '../../../src/ui/sequence/useWindow.ts';
import { ticksOf } from '../../../src/ui/timeline/ticks.ts';
import { TLS, typed } from './session.ts';

const session = typed([TLS, 'USER bob', 'PASS wrong', 'USER bob', 'PASS correct-horse', 'LIST', 'QUIT']);
const rows = rowsOf(session.trace);

test('everything said is a row, in its order, with its direction', () => {
  const said = rows.filter((row) => row.kind === 'text');
  expect(said.map(({ voice, text }) => `${voice} ${text}`).slice(1, 5)).toEqual([
    'client USER bob',
    'server +OK Now the password',
    'client PASS wrong',
    'server -ERR [AUTH] No such user or wrong password',
  ]);
  expect(
    said.every(
      ({ from, to, voice }) =>
        (voice === 'client' ? [from, to] : [to, from]).join(' ') === 'client.example.net pop.example.com',
    ),
  ).toBe(true);
  expect(rows.every((row, i) => i === 0 || row.event >= (rows[i - 1]?.event ?? 0))).toBe(true);
});
test('a question to the DNS and its answer are rows between the machine and its resolver', () => {
  const told = rows.filter(({ kind }) => kind === 'dns');
  expect(told.map(({ from, to, voice, text }) => `${from} > ${to}: ${voice} ${text}`)).toEqual([
    'client.example.net > resolver: client A pop.example.com.',
    'resolver > client.example.net: server 192.0.2.31',
  ]);
  expect(told.map(({ size }) => size)).toEqual([44, 60]);
});
test('a reply of many lines is folded, a refusal stands out, what TLS hides is marked', () => {
  expect(rows.find(({ more }) => more > 0)?.more).toBe(7);
  expect(rows.filter(({ refused }) => refused).map(({ text }) => text)).toEqual([
    '-ERR [AUTH] No such user or wrong password',
  ]);
  expect(rows.filter(({ kind }) => kind === 'text').every(({ secure }) => secure)).toBe(true);
});
test('moves of the state machine and of the store are marks on the server', () => {
  expect(rows.filter(({ kind }) => kind === 'state').map(({ text }) => text)).toEqual([
    'authorization',
    'named',
    'authorization',
    'named',
    'transaction',
    'closed',
  ]);
  expect(rows.filter(({ kind }) => kind === 'store').map(({ what }) => what)).toEqual(['lock', 'unlock']);
});
test('a trace that grows gives the same rows as one read at once', () => {
  const growing: typeof session.trace = [];
  for (const event of session.trace) {
    growing.push(event);
    rowsOf(growing);
  }
  // the outcome of a command is known only when it is there: what was drawn before does not change
  expect(rowsOf(growing)).toEqual(rows);
  expect(rowsOf(growing)).toBe(rowsOf(growing));
});
test('the row of an event is its own or the nearest before it', () => {
  expect(rowAt(rows, -1)).toBe(-1);
  expect(rowAt(rows, session.trace.length)).toBe(rows.length - 1);
  for (const [i, row] of rows.entries()) expect(rows[rowAt(rows, row.event)]?.event).toBe(rows[i]?.event);
});
test('the scrubber has a mark for everything that crossed, red where the server refused', () => {
  const ticks = ticksOf(session.trace, scheduleOf(session.trace));
  expect(ticks.client).toHaveLength(6);
  expect(ticks.refusal).toHaveLength(1);
  const all = [...ticks.client, ...ticks.server, ...ticks.tls, ...ticks.refusal];
  expect(all.every((at) => at >= 0 && at <= 1)).toBe(true);
  expect(ticksOf([], { shown: [], total: 0 })).toEqual({ client: [], server: [], tls: [], refusal: [] });
});

describe('a long list', () => {
  const heights = [36, 24, 36, 30, 24];
  const offsets = offsetsOf(heights);
  test('rows lie end to end', () => {
    expect(offsets).toEqual([0, 36, 60, 96, 126, 150]);
    expect(offsetsOf([])).toEqual([0]);
  });
  test.each([
    [-5, 0],
    [0, 0],
    [35.9, 0],
    [36, 1],
    [125, 3],
    [149, 4],
  ])('at height %d lies row %i', (y, row) => expect(rowAtHeight(offsets, y)).toBe(row));
});
