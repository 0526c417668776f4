// SEARCH against an oracle that reads every message from the start and knows no short way.
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDate } from '../../../src/core/mail/date.ts';
import { headerField } from '../../../src/core/mail/header.ts';
import { bodyTexts, fieldTexts, headerText } from '../../../src/core/mail/text.ts';
import { find } from '../../../src/core/protocols/imap/search/find.ts';
import type { SearchKey } from '../../../src/core/protocols/imap/search/key.ts';
import type { Around } from '../../../src/core/protocols/imap/search/test.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import { expunge } from '../../../src/core/store/mailbox.ts';
import { numbersIn, numberSet, type NumberRange } from '../../../src/core/store/number-set.ts';
import { uidsOf, type Row, type Rows } from '../../../src/core/store/rows.ts';
import { boxOf, FLAGS, spec, START } from './letters.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const NOW = START + 3 * 86_400;
const DAY0 = Math.floor(START / 86_400);
const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 3 }); // prettier-ignore
const words = fc.constantFrom('ida', 'IDA', 'josé', 'JOSÉ', 'rivers, d', 'tea', 'water', 'straße', 'STRASSE', 'example', '', 'nowhere'); // prettier-ignore
const { key } = fc.letrec<{ key: SearchKey }>((tie) => ({
  key: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<SearchKey>({ kind: 'all' }, { kind: 'recent' }, { kind: 'saveDates' }),
    fc.record({
      kind: fc.constant('flag' as const),
      flag: fc.constantFrom(...FLAGS, String.raw`\sEEN`, 'other'),
      on: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('header' as const),
      name: fc.constantFrom('from', 'to', 'subject', 'message-id', 'x-none'),
      text: words,
    }),
    fc.record({ kind: fc.constantFrom('body' as const, 'text' as const), text: words }),
    fc.record({
      kind: fc.constant('date' as const),
      of: fc.constantFrom('internal' as const, 'sent' as const, 'saved' as const),
      is: fc.constantFrom('before' as const, 'on' as const, 'since' as const),
      day: fc.integer({ min: DAY0 - 1, max: DAY0 + 6 }),
    }),
    fc.record({
      kind: fc.constantFrom('larger' as const, 'smaller' as const),
      octets: fc.integer({ min: 90, max: 320 }),
    }),
    fc.record({
      kind: fc.constantFrom('older' as const, 'younger' as const),
      interval: fc.integer({ min: 1, max: 300_000 }),
    }),
    fc.record({ kind: fc.constantFrom('numbers' as const, 'uids' as const), set: ranges }),
    fc.record({ kind: fc.constant('modseq' as const), from: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('not' as const), key: tie('key') }),
    fc.record({
      kind: fc.constantFrom('or' as const, 'and' as const),
      keys: fc.array(tie('key'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

const upper = (text: string): string => text.toUpperCase();
const day = (unix: number): number => Math.floor(unix / 86_400);
const compared = (is: 'before' | 'on' | 'since', a: number, b: number): boolean =>
  is === 'before' ? a < b : is === 'on' ? a === b : a >= b;
// eslint-disable-next-line complexity -- a key, a line
function naive(it: SearchKey, row: Row, number: number): boolean {
  const octets = octetsOf(row.body);
  const has = (texts: readonly string[], text: string): boolean =>
    texts.some((one) => upper(one).includes(upper(text)));
  switch (it.kind) {
    case 'flag':
      return row.flags.some((flag) => flag.toLowerCase() === it.flag.toLowerCase()) === it.on;
    case 'recent':
      return row.uid >= 3;
    case 'header':
      return has(fieldTexts(octets, it.name), it.text);
    case 'body':
      return it.text === '' || has(bodyTexts(octets), it.text);
    case 'text':
      return it.text === '' || has([headerText(octets), ...bodyTexts(octets)], it.text);
    case 'date': {
      const sent = parseDate(headerField(octets, 'Date'));
      if (it.of === 'sent')
        return sent !== undefined && compared(it.is, day(sent.unix + sent.offset), it.day);
      return compared(
        it.is,
        it.of === 'saved' ? day(row.saveDate) : day(row.internalDate + row.zone * 60),
        it.day,
      );
    }
    case 'larger':
      return octets.length > it.octets;
    case 'smaller':
      return octets.length < it.octets;
    case 'older':
      return row.internalDate <= NOW - it.interval;
    case 'younger':
      return row.internalDate >= NOW - it.interval;
    case 'numbers':
    case 'uids':
      return numbersIn(numberSet(asRanges(it.set))).includes(it.kind === 'uids' ? row.uid : number);
    case 'modseq':
      return row.modseq >= it.from;
    case 'not':
      return !naive(it.key, row, number);
    case 'or':
      return it.keys.some((one) => naive(one, row, number));
    case 'and':
      return it.keys.every((one) => naive(one, row, number));
    default:
      return true;
  }
}
const asRanges = (set: unknown): readonly NumberRange[] => (Array.isArray(set) ? set : []);

const aroundOf = (rows: Rows): Around => ({
  now: NOW,
  recent: [[3, 1000]],
  meant: ({ kind, set }) => {
    const numbers = numberSet(asRanges(set));
    return kind === 'uids' ? numbers : uidsOf(rows, numbers);
  },
  emailOf: () => '',
  threadOf: () => undefined,
});
const right = (rows: Rows, wanted: SearchKey): readonly number[] =>
  rows.chunks.flat().flatMap((row, i) => (naive(wanted, row, i + 1) ? [i + 1] : []));

describe('SEARCH', () => {
  test('finds what an oracle finds, and no further than it must look', () => {
    fc.assert(
      fc.property(
        fc.array(spec, { maxLength: 18 }),
        fc.integer({ min: 2, max: 9 }),
        key,
        (specs, nth, wanted) => {
          const { rows } = expunge(boxOf(specs), ({ uid }) => uid % nth === 0);
          const all = rows.chunks.flat();
          const numbers = right(rows, wanted);
          const around = aroundOf(rows);
          const found = find(rows, wanted, around);
          expect(found.numbers).toEqual(numbers);
          expect(found.rows).toEqual(numbers.map((number) => all[number - 1]));
          expect(find(rows, wanted, around, 'first').numbers).toEqual(numbers.slice(0, 1));
          expect(find(rows, wanted, around, 'last').numbers).toEqual(numbers.slice(-1));
          expect(find(rows, wanted, around, 'ends').numbers).toEqual([
            ...new Set([...numbers.slice(0, 1), ...numbers.slice(-1)]),
          ]);
        },
      ),
      { numRuns: 250 },
    );
  });
  test('is exact where a size, a moment or a day begins and ends', () => {
    const near = (n: number): readonly number[] => [n - 1, n, n + 1];
    const keysAt = (row: Row): readonly SearchKey[] => [
      ...near(row.size).flatMap((octets): SearchKey[] => [
        { kind: 'larger', octets },
        { kind: 'smaller', octets },
      ]),
      ...near(NOW - row.internalDate).flatMap((interval): SearchKey[] => [
        { kind: 'older', interval },
        { kind: 'younger', interval },
      ]),
      ...near(day(row.internalDate)).flatMap((on) =>
        (['internal', 'sent', 'saved'] as const).flatMap((of) =>
          (['before', 'on', 'since'] as const).map((is): SearchKey => ({ kind: 'date', of, is, day: on })),
        ),
      ),
      { kind: 'modseq', from: row.modseq },
    ];
    fc.assert(
      fc.property(fc.array(spec, { minLength: 2, maxLength: 6 }), (specs) => {
        const { rows } = boxOf(specs);
        for (const wanted of rows.chunks.flat().flatMap(keysAt))
          expect([wanted, find(rows, wanted, aroundOf(rows)).numbers]).toEqual([wanted, right(rows, wanted)]);
      }),
      { numRuns: 15 },
    );
  });
  test('looks only where every set allows', () => {
    const sets = fc.array(
      fc.record({ kind: fc.constantFrom('numbers' as const, 'uids' as const), set: ranges }),
      { minLength: 2, maxLength: 3 },
    );
    const { rows } = expunge(boxOf(fc.sample(spec, { numRuns: 18, seed: 1 })), ({ uid }) => uid % 5 === 0);
    fc.assert(
      fc.property(sets, (keys) => {
        const wanted: SearchKey = { kind: 'and', keys };
        expect(find(rows, wanted, aroundOf(rows)).numbers).toEqual(right(rows, wanted));
      }),
    );
  });
});
