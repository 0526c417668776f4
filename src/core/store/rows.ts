// Persistent rows of one mailbox, ordered by UID; index + 1 = sequence number. Chunks are shared between versions.
import type { Body } from './body.ts';
import type { NumberRange, NumberSet } from './number-set.ts';

export interface Row {
  readonly uid: number;
  /** In the order of `flagsIn`; rows with the same flags mostly share one list. */
  readonly flags: readonly string[];
  /** Of the latest change (RFC 7162 §3.1). */
  readonly modseq: number;
  /** Octets on the wire: CR LF counted, dot-stuffing not (RFC 1939 §11). */
  readonly size: number;
  readonly body: Body;
  /** Unix seconds (RFC 9051 §2.3.3), and minutes east of UTC in which it is shown. */
  readonly internalDate: number;
  readonly zone: number;
  /** Unix seconds: since when it has been in this mailbox (RFC 8514). */
  readonly saveDate: number;
  /** Of a copy: what the original goes by (RFC 8474 §5.1); 0: it is no copy. */
  readonly email: number;
}
export type Chunk = readonly Row[];
export interface Rows {
  readonly chunks: readonly Chunk[];
  /** Index of each chunk's first row. */
  readonly starts: readonly number[];
  readonly length: number;
}
const SIZE = 256;

export function rowsOf(chunks: readonly Chunk[]): Rows {
  const starts: number[] = [];
  let length = 0;
  for (const chunk of chunks) {
    starts.push(length);
    length += chunk.length;
  }
  return { chunks, starts, length };
}
export const noRows: Rows = rowsOf([]);

export function push(rows: Rows, row: Row): Rows {
  const last = rows.chunks.at(-1);
  if (last && last.length < SIZE)
    return {
      chunks: rows.chunks.with(rows.chunks.length - 1, [...last, row]),
      starts: rows.starts,
      length: rows.length + 1,
    };
  return { chunks: [...rows.chunks, [row]], starts: [...rows.starts, rows.length], length: rows.length + 1 };
}
/** Many at once, in the order of their UIDs. */
export function pushAll(rows: Rows, more: readonly Row[]): Rows {
  if (more.length === 0) return rows;
  const last = rows.chunks.at(-1);
  const room = last ? SIZE - last.length : 0;
  const chunks = last ? [...rows.chunks.slice(0, -1), [...last, ...more.slice(0, room)]] : [];
  for (let i = room; i < more.length; i += SIZE) chunks.push(more.slice(i, i + SIZE));
  return rowsOf(chunks);
}

/** The row at an index from 0; undefined outside. */
export function at(rows: Rows, index: number): Row | undefined {
  let low = 0;
  let high = rows.chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows.starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return rows.chunks[low]?.[index - (rows.starts[low] ?? 0)];
}
/** How many rows have a smaller UID: the index of the first that has not. */
export function indexOfUid({ chunks, starts, length }: Rows, uid: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.at(-1)?.uid ?? 0) < uid) low = middle + 1;
    else high = middle;
  }
  const chunk = chunks[low];
  return chunk ? (starts[low] ?? 0) + indexIn(chunk, uid) : length;
}
function indexIn(chunk: Chunk, uid: number): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunk[middle]?.uid ?? 0) < uid) low = middle + 1;
    else high = middle;
  }
  return low;
}
export function rowOfUid(rows: Rows, uid: number): Row | undefined {
  const row = at(rows, indexOfUid(rows, uid));
  return row?.uid === uid ? row : undefined;
}

/** The UIDs of message numbers; what is beyond the last message is left out. A range of one is a range of the other. */
export function uidsOf(rows: Rows, numbers: NumberSet): NumberSet {
  const out: NumberRange[] = [];
  for (const [from, to] of numbers) {
    const low = at(rows, from - 1)?.uid;
    const high = at(rows, Math.min(to, rows.length) - 1)?.uid;
    if (low !== undefined && high !== undefined && low <= high) out.push([low, high]);
  }
  return out;
}
/** The message numbers of UIDs; UIDs nobody has are left out. */
export function numbersOf(rows: Rows, uids: NumberSet): NumberSet {
  const out: [number, number][] = [];
  for (const [from, to] of uids) {
    const low = indexOfUid(rows, from) + 1;
    const high = indexOfUid(rows, to + 1);
    const last = out.at(-1);
    if (low > high) continue;
    if (last && low <= last[1] + 1) last[1] = high;
    else out.push([low, high]);
  }
  return out;
}

/** How many rows are seen between two pauses. */
const STRIDE = 32;
/** Every row whose UID is in the set, with its message number; those after number `done`. `pause`: so far it has come. */
export function eachRow(
  rows: Rows,
  uids: NumberSet,
  see: (row: Row, number: number) => void,
  done = 0,
  pause?: (number: number) => void,
): void {
  for (const [first, high] of numbersOf(rows, uids)) {
    const low = Math.max(first, done + 1);
    let c = chunkAt(rows, low - 1);
    for (let number = low; number <= high; c++) {
      const chunk = rows.chunks[c] ?? [];
      const start = rows.starts[c] ?? 0;
      const end = Math.min(high, start + chunk.length);
      for (; number <= end; number++) {
        const row = chunk[number - 1 - start];
        if (row) see(row, number);
        if (pause && number % STRIDE === 0) pause(number);
      }
    }
  }
}
/** In which of the chunks the row at this index is. */
export function chunkAt({ starts }: Rows, index: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
