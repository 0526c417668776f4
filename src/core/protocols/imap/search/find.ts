// Which messages of a view a search finds; no further than it has to look.
import { finish, labour, pause, type Labour } from '../../../base/labour.ts';
import { EVERY_NUMBER, intersection, type NumberSet } from '../../../store/number-set.ts';
import { chunkAt, numbersOf, type Row, type Rows } from '../../../store/rows.ts';
import type { SearchKey } from './key.ts';
import { testOf, type Around, type Test } from './test.ts';

/** `ends`: the first and the last. */
export type Wanted = 'all' | 'first' | 'last' | 'ends';
export interface Found {
  /** In the order of the mailbox. */
  readonly rows: readonly Row[];
  /** Their numbers, one for one. */
  readonly numbers: readonly number[];
}
/** How many are asked between two pauses: a body may be long. */
const STRIDE = 16;

export function find(view: Rows, key: SearchKey, around: Around, wanted: Wanted = 'all'): Found {
  const { uids, rest } = narrowed(key, around);
  const numbers = numbersOf(view, uids);
  const test = testOf(rest, around);
  if (wanted === 'all') return collect(view, numbers, test, Infinity);
  const first = wanted === 'last' ? NOTHING : collect(view, numbers, test, 1);
  const last =
    wanted === 'first' || (wanted === 'ends' && first.rows.length === 0)
      ? NOTHING
      : fromBehind(view, numbers, test);
  if (first.numbers[0] === last.numbers[0]) return first;
  return { rows: [...first.rows, ...last.rows], numbers: [...first.numbers, ...last.numbers] };
}
const NOTHING: Found = { rows: [], numbers: [] };

/** Sets that every message found must be in say where to look; they need not be asked again. */
function narrowed(key: SearchKey, around: Around): { readonly uids: NumberSet; readonly rest: SearchKey } {
  if (key.kind === 'numbers' || key.kind === 'uids')
    return { uids: around.meant(key), rest: { kind: 'all' } };
  if (key.kind !== 'and') return { uids: EVERY_NUMBER, rest: key };
  const parts = key.keys.map((it) => narrowed(it, around));
  return {
    uids: parts.reduce<NumberSet>(
      (sofar, { uids }) => (uids === EVERY_NUMBER ? sofar : intersection(sofar, uids)),
      EVERY_NUMBER,
    ),
    rest: { kind: 'and', keys: parts.map(({ rest }) => rest).filter(({ kind }) => kind !== 'all') },
  };
}

function collect(view: Rows, among: NumberSet, { holds }: Test, most: number): Found {
  const { chunks, starts } = view;
  const work = labour((): { rows: Row[]; numbers: number[] } => ({ rows: [], numbers: [] }));
  const { rows, numbers } = work.state;
  for (const [first, high] of among) {
    const low = Math.max(first, work.at + 1);
    let c = chunkAt(view, low - 1);
    for (let number = low; number <= high; c++) {
      const chunk = chunks[c] ?? [];
      const start = starts[c] ?? 0;
      const end = Math.min(high, start + chunk.length);
      for (; number <= end; number++) {
        const row = chunk[number - 1 - start];
        if (number % STRIDE === 0) pause(work, number - 1);
        if (!row || !holds(row)) continue;
        rows.push(row);
        numbers.push(number);
        if (rows.length >= most) return ended(work);
      }
    }
  }
  return ended(work);
}
function ended(work: Labour<Found>): Found {
  finish(work);
  return work.state;
}
function fromBehind(view: Rows, among: NumberSet, { holds }: Test): Found {
  const { chunks, starts } = view;
  for (const [low, high] of among.toReversed()) {
    let c = chunkAt(view, high - 1);
    for (let number = high; number >= low; c--) {
      const start = starts[c] ?? 0;
      for (; number >= low && number > start; number--) {
        const row = chunks[c]?.[number - 1 - start];
        if (row && holds(row)) return { rows: [row], numbers: [number] };
      }
    }
  }
  return NOTHING;
}
