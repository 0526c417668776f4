import { octetsOf } from '../../../../../src/core/store/body.ts';
import { CRLF, type Octets } from '../../../../../src/core/base/octets.ts';
import { seq, token, type Grammar } from '../../../../../src/core/spec/grammar.ts';
import type { Row, Rows } from '../../../../../src/core/store/rows.ts';
import { ranges, sequenceSet, within, type NumberSet } from '../grammar.ts';
import { command } from '../shape.ts';

type Item = (row: Row) => Octets;
const ITEMS: Readonly<Record<string, Item>> = {
  UID: (row) => `UID ${row.uid}`,
  FLAGS: (row) => `FLAGS (${row.flags.join(' ')})`,
  'RFC822.SIZE': (row) => `RFC822.SIZE ${row.size}`,
  MODSEQ: (row) => `MODSEQ (${row.modseq})`,
  'BODY.PEEK[]': (row) => `BODY[] {${octetsOf(row.body).length}}${CRLF}${octetsOf(row.body)}`,
};
const items: Grammar<readonly string[]> = token('items', /\([^()\r\n]+\)|[^ ()\r\n]+/, (t) =>
  t.replace(/[()]/g, '').toUpperCase().split(' '),
);
const args = seq({ set: sequenceSet, items });

/** Rows of the *view*: what this client numbers, even if they are gone by now (RFC 2180). */
function* chosen(view: Rows, set: NumberSet, byUid: boolean): Generator<readonly [number, Row]> {
  const wanted = ranges(set, byUid ? (view.chunks.at(-1)?.at(-1)?.uid ?? 0) : view.length);
  let n = 0;
  for (const chunk of view.chunks)
    for (const row of chunk) if (within(wanted, byUid ? row.uid : ++n)) yield [byUid ? n : n, row];
}
const fetching = (verb: 'FETCH' | 'UID FETCH', uid: boolean) =>
  command({
    verb,
    from: ['selected'],
    args,
    rfc: '9051#6.4.5',
    traits: { mayExpunge: uid, uid },
    summary: 'Ask for parts of messages.',
    outcomes: {
      ok: { to: 'same', says: 'OK FETCH completed', when: 'always' },
      unknown: { to: 'same', says: 'BAD Unknown item {item}', when: 'an item has no meaning here' },
    },
    run({ state: { view } }, { set, items }, take) {
      const wanted = uid && !items.includes('UID') ? ['UID', ...items] : items;
      const strange = wanted.find((name) => !Object.hasOwn(ITEMS, name));
      if (strange !== undefined) return take.unknown({ item: strange });
      return take.ok({
        say: [
          rowsOut(
            view,
            set,
            uid,
            wanted.map((name) => ITEMS[name] ?? (() => '')),
          ),
        ],
      });
    },
  });
function rowsOut(view: Rows, set: NumberSet, byUid: boolean, say: readonly Item[]): Octets {
  const wanted = ranges(set, byUid ? (view.chunks.at(-1)?.at(-1)?.uid ?? 0) : view.length);
  let [out, n] = ['', 0];
  for (const chunk of view.chunks)
    for (const row of chunk) {
      n++;
      if (!within(wanted, byUid ? row.uid : n)) continue;
      out += `* ${n} FETCH (`;
      for (let i = 0; i < say.length; i++) out += (i > 0 ? ' ' : '') + (say[i]?.(row) ?? '');
      out += `)${CRLF}`;
    }
  return out;
}
export const fetch = fetching('FETCH', false);
export const uidFetch = fetching('UID FETCH', true);
export const rowsChosen = chosen;
