// SORT: messages in an order of the client's choice (RFC 5256 §3, RFC 5957).
import { each, stage } from '../../../base/labour.ts';
import type { Row } from '../../../store/rows.ts';
import { sentDate, sortingText, subjectOf } from './notes.ts';

export const SORT_KEYS = [
  'ARRIVAL',
  'CC',
  'DATE',
  'FROM',
  'SIZE',
  'SUBJECT',
  'TO',
  'DISPLAYFROM',
  'DISPLAYTO',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Criterion {
  readonly key: SortKey;
  readonly reverse: boolean;
}

/** Where Date says nothing, when it came in (§2.2). */
export function sentOf({ body, internalDate }: Row, { unix } = sentDate(body)): number {
  return Number.isNaN(unix) ? internalDate : unix;
}
const VALUES: Readonly<Record<SortKey, (row: Row) => string | number>> = {
  ARRIVAL: ({ internalDate }) => internalDate,
  CC: ({ body }) => sortingText(body, 'cc', 'mailbox'),
  DATE: (row) => sentOf(row),
  FROM: ({ body }) => sortingText(body, 'from', 'mailbox'),
  SIZE: ({ size }) => size,
  SUBJECT: ({ body }) => subjectOf(body).text,
  TO: ({ body }) => sortingText(body, 'to', 'mailbox'),
  DISPLAYFROM: ({ body }) => sortingText(body, 'from', 'display'),
  DISPLAYTO: ({ body }) => sortingText(body, 'to', 'display'),
};

/** Indexes of the rows, sorted; rows that are equal in everything stay in the order they are in. */
export function sorted(rows: readonly Row[], criteria: readonly Criterion[]): readonly number[] {
  const columns = columnsOf(rows, criteria);
  let now: Ranked = { ranks: stage(() => rows.map(() => 0)), count: 1 };
  for (const [i, { reverse }] of criteria.entries()) {
    const before = now;
    now = stage(() => refined(before, ranked(columns[i] ?? []), reverse));
    if (now.count === rows.length) break; // no two are equal any more
  }
  const { ranks } = now;
  return stage(() => inOrder(ranks));
}
/** Those that were equal so far are told apart. */
function refined(before: Ranked, own: Ranked, reverse: boolean): Ranked {
  const last = own.count - 1;
  const ranks = before.ranks.map((rank, i) => rank * own.count + place(own.ranks[i] ?? 0, last, reverse));
  return before.count === 1 ? { ranks, count: own.count } : rankedNumbers(ranks);
}
/** Indexes in the order of their values, and where those are equal in their own. */
export function inOrder(values: readonly number[]): readonly number[] {
  const count = values.length;
  const order = values.map((_value, i) => i);
  let [least, most, ascends] = [Infinity, -Infinity, true];
  for (const value of values) {
    if (value < most) ascends = false;
    else most = value;
    if (value < least) least = value;
  }
  if (ascends) return order;
  if (!((most - least + 1) * count <= Number.MAX_SAFE_INTEGER && values.every(Number.isInteger)))
    return order.toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  // value and index in one number: sorting numbers costs a tenth of sorting by a function
  const keys = new Float64Array(count);
  for (const [i, value] of values.entries()) keys[i] = (value - least) * count + i;
  keys.sort();
  for (const i of order) order[i] = (keys[i] ?? 0) % count;
  return order;
}
const place = (rank: number, last: number, reverse: boolean): number => (reverse ? last - rank : rank);

/** What each criterion says of each row: row by row, so that a header is read once. */
function columnsOf(rows: readonly Row[], criteria: readonly Criterion[]): readonly (string | number)[][] {
  const columns = stage(() => criteria.map((): (string | number)[] => []));
  each(rows, (row) => {
    for (const [i, { key }] of criteria.entries()) columns[i]?.push(VALUES[key](row));
  });
  return columns;
}

interface Ranked {
  /** 0 for the smallest value, 1 for the next one; equal values have equal ranks. */
  readonly ranks: readonly number[];
  readonly count: number;
}
function ranked(values: readonly (string | number)[]): Ranked {
  const numbers = values.filter((it) => typeof it === 'number');
  if (numbers.length === values.length) return rankedNumbers(numbers);
  const inOrder = [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1));
  const rankOf = new Map<string | number, number>(inOrder.map((value, rank) => [value, rank]));
  return { ranks: values.map((value) => rankOf.get(value) ?? 0), count: inOrder.length };
}
/** Without a table: looking numbers up in one costs more than finding them in their order. */
function rankedNumbers(values: readonly number[]): Ranked {
  const inOrder = Float64Array.from(values).toSorted();
  let count = 0;
  for (const value of inOrder) if (count === 0 || inOrder[count - 1] !== value) inOrder[count++] = value;
  const ranks = values.map((value) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((inOrder[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return { ranks, count };
}
