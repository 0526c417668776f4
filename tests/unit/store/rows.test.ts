import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { octetsOf, sizeOf } from '../../../src/core/store/body.ts';
import { append, expunge, newMailbox, type Mailbox } from '../../../src/core/store/mailbox.ts';
import { rewrite } from '../../../src/core/store/rewrite.ts';
import { at, noRows, push, rowsOf, type Row, type Rows } from '../../../src/core/store/rows.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const row = (uid: number): Row => ({
  uid,
  flags: [],
  modseq: uid,
  size: 1,
  body: 'x',
  internalDate: 0,
  zone: 0,
  saveDate: 0,
  email: 0,
});
const uids = (rows: Rows): readonly number[] => rows.chunks.flat().map((r) => r.uid);

/** The model: an array of UIDs. Rows come hundreds at a time, so that chunks fill, split the work and vanish. */
interface Model {
  readonly uids: readonly number[];
  readonly next: number;
}
interface Kept {
  rows: Rows;
  /** Older versions with what they held: they must never change. */
  readonly old: { readonly rows: Rows; readonly uids: readonly number[] }[];
}
const agree = ({ uids: model }: Model, { rows }: Kept): void => {
  expect(uids(rows)).toEqual(model);
  expect(rows.length).toBe(model.length);
  for (const i of [-1, 0, 1, 255, 256, 257, model.length - 1, model.length, model.length >> 1])
    expect(at(rows, i)?.uid).toBe(i < 0 ? undefined : model[i]);
};
type State = { model: Model; readonly real: Kept };
const keep = (s: State, rows: Rows, model: readonly number[], next = s.model.next): void => {
  s.real.old.push({ rows: s.real.rows, uids: s.model.uids });
  s.real.rows = rows;
  s.model = { uids: model, next };
  agree(s.model, s.real);
};
const add = (s: State, count: number): void => {
  const fresh = Array.from({ length: count }, (_, i) => s.model.next + i);
  let { rows } = s.real;
  for (const uid of fresh) rows = push(rows, row(uid));
  keep(s, rows, [...s.model.uids, ...fresh], s.model.next + count);
};
const remove = (s: State, test: (uid: number) => boolean): void => {
  const rows = rewrite(s.real.rows, [[1, Infinity]], (r) => (test(r.uid) ? undefined : r));
  const before = s.real.rows;
  keep(
    s,
    rows,
    s.model.uids.filter((uid) => !test(uid)),
  );
  if (!uids(before).some(test)) expect(rows).toBe(before);
  const kept = before.chunks.filter((chunk) => !chunk.some((r) => test(r.uid)));
  for (const chunk of kept) expect(rows.chunks).toContain(chunk);
};

describe('rows', () => {
  it('behave as an array does, and never change an older version', () => {
    const op = fc.oneof(
      fc.nat({ max: 300 }).map((count) => (s: State) => add(s, count)),
      fc.tuple(fc.nat({ max: 800 }), fc.nat({ max: 300 })).map(
        ([from, count]) =>
          (s: State) =>
            remove(s, (uid) => uid >= from && uid < from + count),
      ),
      fc.integer({ min: 2, max: 90 }).map((n) => (s: State) => remove(s, (uid) => uid % n === 0)),
    );
    fc.assert(
      fc.property(fc.array(op, { maxLength: 10 }), (ops) => {
        const s: State = { model: { uids: [], next: 1 }, real: { rows: noRows, old: [] } };
        for (const run of ops) run(s);
        for (const { rows, uids: then } of s.real.old) expect(uids(rows)).toEqual(then);
      }),
      { numRuns: 60 },
    );
  });
  it('are in chunks of 256', () => {
    let rows = noRows;
    for (let uid = 1; uid <= 600; uid++) rows = push(rows, row(uid));
    expect(rows.chunks.map((chunk) => chunk.length)).toEqual([256, 256, 88]);
    expect(rows.starts).toEqual([0, 256, 512]);
    expect(rowsOf(rows.chunks)).toEqual(rows);
  });
});

describe('a mailbox', () => {
  const two: Mailbox = append(append(newMailbox(5), 'one\r\n'), {
    head: 'a\r\n',
    lines: 2,
    seed: 1,
    tail: 'z',
  });
  it('numbers what comes, never twice', () => {
    const again = append(
      expunge(two, (r) => r.uid === 2),
      'three',
    );
    expect(uids(again.rows)).toEqual([1, 3]);
    expect(again).toMatchObject({ uidValidity: 5, uidNext: 4, modseq: 5 });
  });
  it('knows the size of a letter without making it, and makes the same one each time', () => {
    const body = at(two.rows, 1)?.body ?? '';
    expect(at(two.rows, 1)?.size).toBe(octetsOf(body).length);
    expect(sizeOf(body)).toBe(3 + 2 * 78 + 1);
    expect(octetsOf(body)).toMatch(/^a\r\n(?:[A-Za-z0-9+/]{76}\r\n){2}z$/);
    expect(octetsOf(body)).toBe(octetsOf(body));
  });
});
