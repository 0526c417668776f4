// A client that believes only what it is told must number the messages as the server does (RFC 9051 §5.2, §7.5.1).
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { copy, move } from '../../../src/core/store/copy.ts';
import { permanentFlags, storeFlags, withKeywords, type FlagChange } from '../../../src/core/store/flags.ts';
import {
  append,
  claimRecent,
  emailOf,
  expunge,
  newMailbox,
  type Mailbox,
} from '../../../src/core/store/mailbox.ts';
import {
  difference,
  numberSet,
  numbersIn,
  setOf,
  type NumberSet,
} from '../../../src/core/store/number-set.ts';
import {
  at,
  eachRow,
  noRows,
  numbersOf,
  pushAll,
  rowOfUid,
  uidsOf,
  type Rows,
} from '../../../src/core/store/rows.ts';
import { firstUnseen, tallyOf } from '../../../src/core/store/tally.ts';
import { missing, vanishedSince } from '../../../src/core/store/vanished.ts';
import { absorb, advance } from '../../../src/core/store/view.ts';

vi.setConfig({ testTimeout: 120_000 });

const FLAGS = [String.raw`\Seen`, String.raw`\Deleted`, String.raw`\Flagged`];
type Change = (box: Mailbox) => Mailbox;
const uids = (rows: Rows): readonly number[] => rows.chunks.flat().map((row) => row.uid);

/** Hundreds at a time, so that chunks fill, thin out and vanish. */
const appending = fc.nat({ max: 400 }).map((count): Change => {
  const letter = 'A: b\r\n\r\n';
  return (box) => Array.from({ length: count }).reduce<Mailbox>((now) => append(now, letter), box);
});
const ranges = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(numberSet);
const expunging = fc.tuple(ranges, fc.integer({ min: 1, max: 5 })).map(
  ([set, n]): Change =>
    (box) =>
      expunge(box, (row) => row.uid % n === 0, set),
);
const how = fc.constantFrom<FlagChange>('replace', 'add', 'remove');
const flagging = fc.tuple(ranges, how, fc.subarray(FLAGS)).map(
  ([set, what, flags]): Change =>
    (box) =>
      storeFlags(box, set, what, flags).box,
);
const change = fc.oneof(appending, expunging, flagging);

interface Client {
  view: Rows;
  /** What it was told: flags by number. The UID it asks for when it hears of a message. */
  believes: { readonly uid: number; readonly flags: readonly string[] }[];
}
/** Undefined: all is well. */
function hear(client: Client, now: Rows, mayExpunge: boolean): string | undefined {
  const { view, updates } = advance(client.view, now, mayExpunge);
  client.view = view;
  for (const update of updates) {
    if (update.type === 'expunge') {
      if (!mayExpunge) return 'EXPUNGE was said while it was withheld';
      if (client.believes.splice(update.seq - 1, 1)[0]?.uid !== update.uid) return 'another one was expunged';
    } else if (update.type === 'fetch') {
      const { uid, flags } = update.row;
      client.believes[update.seq - 1] = { uid, flags };
    } else
      while (client.believes.length < update.count) {
        const row = at(view, client.believes.length);
        client.believes.push({ uid: row?.uid ?? 0, flags: row?.flags ?? [] });
      }
  }
  if (mayExpunge && view !== now) return 'not all was told';
  return fc.stringify(client.believes) === fc.stringify(beliefs(view))
    ? undefined
    : 'client and server disagree';
}
const beliefs = (view: Rows): Client['believes'] =>
  view.chunks.flat().map(({ uid, flags }) => ({ uid, flags }));

describe('a view', () => {
  test('never disagrees with its client, whatever happens and whatever is withheld', () => {
    const step = fc.record({ change, who: fc.nat({ max: 2 }), mayExpunge: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let box = newMailbox(1, 1);
        const clients = [0, 1, 2].map((): Client => ({ view: noRows, believes: [] }));
        for (const { change: act, who, mayExpunge } of steps) {
          box = act(box);
          const client = clients[who];
          expect(client && hear(client, box.rows, mayExpunge)).toBeUndefined();
        }
        for (const client of clients) expect(hear(client, box.rows, true)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
  test('what a client did itself it need not hear, what others did meanwhile it does', () => {
    const three = [1, 2, 3].reduce<Mailbox>((box) => append(box, 'A: b\r\n\r\n'), newMailbox(1, 1));
    const mine = storeFlags(three, [[1, 2]], 'add', [String.raw`\Seen`]);
    const theirs = storeFlags(mine.box, [[3, 3]], 'add', [String.raw`\Seen`]).box;
    const { updates } = advance(absorb(three.rows, theirs.rows, mine.changed), theirs.rows, false);
    expect(updates).toMatchObject([{ type: 'fetch', seq: 3, row: { uid: 3 } }]);
  });
});

describe('rows', () => {
  test('are found by number and by UID, singly and in sets', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), ranges, (changes, set) => {
        const { rows } = changes.reduce((box, act) => act(box), newMailbox(1, 1));
        const all = uids(rows);
        const wanted = all.flatMap((uid, i) => (numbersIn(set).includes(uid) ? [i + 1] : []));
        expect(numbersIn(numbersOf(rows, set))).toEqual(wanted);
        const seen: number[] = [];
        eachRow(rows, set, (row, number) => {
          expect(all[number - 1]).toBe(row.uid);
          seen.push(number);
        });
        expect(seen).toEqual(wanted);
        const inSet = new Set(numbersIn(uidsOf(rows, set)));
        expect(all.filter((uid) => inSet.has(uid))).toEqual(
          all.filter((_uid, i) => numbersIn(set).includes(i + 1)),
        );
        for (const uid of [1, 2, 300])
          expect(rowOfUid(rows, uid)?.uid).toBe(all.includes(uid) ? uid : undefined);
        expect(pushAll(noRows, rows.chunks.flat()).length).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });
  test('are tallied as they would be one by one', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const { rows } = changes.reduce((box, act) => act(box), newMailbox(1, 1));
        const all = rows.chunks.flat();
        const unseen = all.filter((row) => !row.flags.includes(String.raw`\Seen`));
        const deleted = all.filter((row) => row.flags.includes(String.raw`\Deleted`));
        expect(tallyOf(rows)).toEqual({
          octets: all.length * 8,
          unseen: unseen.length,
          deleted: deleted.length,
          deletedOctets: deleted.length * 8,
        });
        expect(firstUnseen(rows)).toBe(unseen[0] ? all.indexOf(unseen[0]) + 1 : 0);
      }),
      { numRuns: 40 },
    );
  });
});

const some = (count: number, start = newMailbox(1, 1)): Mailbox =>
  Array.from({ length: count }).reduce<Mailbox>((box) => append(box, 'A: b\r\n\r\n'), start);

describe('expunged messages', () => {
  test('are known to whoever was here before, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat({ max: 11 }), (changes, when) => {
        const versions = changes.reduce((all, act) => [...all, act(all.at(-1) ?? some(0))], [some(300)]);
        const [then, now] = [versions[Math.min(when, changes.length)] ?? some(0), versions.at(-1) ?? some(0)];
        const before = setOf(uids(then.rows));
        const gone = vanishedSince(now, then.modseq);
        expect(difference(difference(before, setOf(uids(now.rows))), gone)).toEqual([]);
        expect(missing(now.rows, gone)).toEqual(gone);
      }),
      { numRuns: 60 },
    );
  });
  test('of long ago are all that are not there', () => {
    let box = some(5000);
    for (let uid = 1; uid <= 4900; uid++) box = expunge(box, () => true, [[uid, uid]]);
    expect(vanishedSince(box, 1)).toEqual([[1, 4900]]);
    expect(vanishedSince(box, box.modseq - 2)).toEqual([[4899, 4900]]);
    expect(box.vanished.bundles.length).toBeLessThanOrEqual(64);
  });
});

describe('STORE', () => {
  const deleted = (box: Mailbox): readonly number[] =>
    uids({
      ...box.rows,
      chunks: [box.rows.chunks.flat().filter((row) => row.flags.includes(String.raw`\Deleted`))],
    });
  test('changes what differs, and leaves alone what has changed since', () => {
    const one = storeFlags(some(4), [[2, 2]], 'add', [String.raw`\Deleted`]).box;
    const all: NumberSet = [[1, 4]];
    const { box, changed, stale } = storeFlags(one, all, 'add', [String.raw`\deleted`], one.modseq - 1);
    expect([changed, stale]).toEqual([[[1, 1], [3, 4]], [[2, 2]]]); // prettier-ignore
    expect(deleted(box)).toEqual([1, 2, 3, 4]);
    expect(storeFlags(box, all, 'add', [String.raw`\Deleted`]).box).toBe(box);
  });
});

describe('COPY and MOVE', () => {
  test('give new UIDs in the old order, keep flags and EMAILID', () => {
    const from = storeFlags(some(3), [[2, 2]], 'add', [String.raw`\Seen`]).box;
    const { to, uids: fresh, from: old } = copy(from, [[2, 3]], some(1, newMailbox(9, 2)), 50);
    expect([old, fresh]).toEqual([[[2, 3]], [[2, 3]]]); // prettier-ignore
    const [first, second] = [at(from.rows, 1), at(to.rows, 1)];
    if (!first || !second) throw new Error('no rows');
    expect(second.flags).toEqual([String.raw`\Seen`]);
    expect(second.saveDate).toBe(50);
    expect(emailOf(to, second)).toBe(emailOf(from, first));
    const twice = copy(to, [[2, 2]], some(0, newMailbox(11, 3)), 60).to;
    const third = at(twice.rows, 0);
    expect(third && emailOf(twice, third)).toBe(emailOf(from, first));
  });
  test('MOVE leaves nothing behind', () => {
    const moved = move(some(3), [[1, 2]], some(0, newMailbox(9, 2)), 50);
    expect(uids(moved.source.rows)).toEqual([3]);
    expect(uids(moved.to.rows)).toEqual([1, 2]);
  });
});

test('a keyword is spelled as it was first, and there is room for so many', () => {
  const box = withKeywords(some(1), ['$Junk', '$junk', 'One']);
  if (!box) throw new Error('no room');
  expect(box.keywords).toEqual(['$Junk', 'One']);
  const { rows } = storeFlags(box, [[1, 1]], 'add', ['one', '$JUNK', String.raw`\seen`]).box;
  expect(at(rows, 0)?.flags).toEqual([String.raw`\Seen`, '$Junk', 'One']);
  expect(permanentFlags(box).at(-1)).toBe(String.raw`\*`);
  const many = Array.from({ length: 127 }, (_, i) => `k${i}`);
  expect(withKeywords(box, many)).toBeUndefined();
  const full = withKeywords(box, many.slice(1));
  expect(full && permanentFlags(full).at(-1)).toBe('k126');
});
test('what is new is recent to whoever claims it first', () => {
  const one = claimRecent(some(2));
  expect(one.recentFrom).toBe(3);
  expect(claimRecent(one)).toBe(one);
  expect(append(one, 'A: b\r\n\r\n').recentFrom).toBe(3);
});
