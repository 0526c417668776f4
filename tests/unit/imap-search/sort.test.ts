// SORT against a comparison of the values themselves.
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addressList } from '../../../src/core/mail/address-list.ts';
import { baseSubject } from '../../../src/core/mail/base-subject.ts';
import { parseDate } from '../../../src/core/mail/date.ts';
import { headerField } from '../../../src/core/mail/header.ts';
import { decodedWords } from '../../../src/core/mail/words.ts';
import { orderedSubject } from '../../../src/core/protocols/imap/search/ordered-subject.ts';
import { SORT_KEYS, sorted, type SortKey } from '../../../src/core/protocols/imap/search/sort.ts';
import { octetsOf } from '../../../src/core/store/body.ts';
import type { Row } from '../../../src/core/store/rows.ts';
import { boxOf, spec } from './letters.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const raw = ({ body }: Row, name: string): string => /* undecoded */ new RegExp(`^${name}: (.*)\r$`, 'im').exec(octetsOf(body))?.[1] ?? ''; // prettier-ignore
const first = (row: Row, name: string) =>
  addressList(raw(row, name)).flatMap((it) => (it.kind === 'mailbox' ? [it] : []))[0];
function displayed(row: Row, name: string): string {
  const address = first(row, name);
  const shown = decodedWords(address?.name ?? '');
  return shown !== '' ? shown : address ? `${address.local}@${address.domain}` : '';
}
const sent = (row: Row): number => parseDate(raw(row, 'Date'))?.unix ?? row.internalDate;
const VALUE: Readonly<Record<SortKey, (row: Row) => string | number>> = {
  ARRIVAL: (row) => row.internalDate,
  CC: (row) => first(row, 'Cc')?.local ?? '',
  DATE: sent,
  FROM: (row) => first(row, 'From')?.local ?? '',
  SIZE: (row) => octetsOf(row.body).length,
  SUBJECT: (row) => baseSubject(headerField(octetsOf(row.body), 'Subject')).text,
  TO: (row) => first(row, 'To')?.local ?? '',
  DISPLAYFROM: (row) => displayed(row, 'From'),
  DISPLAYTO: (row) => displayed(row, 'To'),
};
const value = (row: Row, key: SortKey): string | number => {
  const it = VALUE[key](row);
  return typeof it === 'string' ? it.toUpperCase() : it;
};
const criteria = fc.array(fc.record({ key: fc.constantFrom(...SORT_KEYS), reverse: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
});

describe('SORT', () => {
  test('orders as the values compare; what is equal stays as it was', () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 20 }), criteria, (specs, wanted) => {
        const rows = boxOf(specs).rows.chunks.flat();
        const right = rows
          .map((row, i) => ({ row, i }))
          .toSorted((a, b) => {
            for (const { key, reverse } of wanted) {
              const [x, y] = [value(a.row, key), value(b.row, key)];
              if (x !== y) return (x < y ? -1 : 1) * (reverse ? -1 : 1);
            }
            return a.i - b.i;
          })
          .map(({ i }) => i);
        expect(sorted(rows, wanted)).toEqual(right);
      }),
      { numRuns: 250 },
    );
  });
});

describe('THREAD=ORDEREDSUBJECT', () => {
  test('is a thread for each base subject, by the date of its first message', () => {
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 20 }), (specs) => {
        const rows = boxOf(specs).rows.chunks.flat();
        const subject = (i: number): string | number | undefined => rows[i] && value(rows[i], 'SUBJECT');
        const age = (a: number, b: number): number =>
          (rows[a] && rows[b] ? sent(rows[a]) - sent(rows[b]) : 0) || a - b;
        const groups = new Map<unknown, number[]>();
        rows.forEach((_row, i) => groups.set(subject(i), [...(groups.get(subject(i)) ?? []), i]));
        const right = [...groups.values()]
          .map((group) => group.toSorted(age))
          .toSorted(([a = 0], [b = 0]) => age(a, b));
        const { tops, below } = orderedSubject(rows);
        const got = tops.map((at) => [at, ...below(at)]);
        expect(got).toEqual(right);
      }),
      { numRuns: 300 },
    );
  });
});
