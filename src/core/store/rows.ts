// Persistent rows of one mailbox, ordered by UID; index + 1 = sequence number. Chunks are shared between versions.
import type { Body } from './body.ts';

export interface Row {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly modseq: number;
  /** Octets on the wire: CR LF counted, dot-stuffing not (RFC 1939 §11). */
  readonly size: number;
  readonly body: Body;
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

/** The rows a test does not name; untouched chunks stay the same object, and so do the rows when nothing goes. */
export function removeWhere(rows: Rows, wanted: (row: Row) => boolean): Rows {
  const chunks = rows.chunks
    .map((chunk) => (chunk.some(wanted) ? chunk.filter((row) => !wanted(row)) : chunk))
    .filter((chunk) => chunk.length > 0);
  const same = chunks.length === rows.chunks.length && chunks.every((chunk, i) => chunk === rows.chunks[i]);
  return same ? rows : rowsOf(chunks);
}
