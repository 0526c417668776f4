// Changes to many rows at once. Chunks that no change touches stay the same object, and so do the rows when nothing changes.
import type { NumberSet } from './number-set.ts';
import { rowsOf, type Chunk, type Row, type Rows } from './rows.ts';

/** What becomes of a row: another one, itself, or (undefined) nothing. */
type Change = (row: Row) => Row | undefined;

/** Every row whose UID is in the set. */
export function rewrite(rows: Rows, uids: NumberSet, change: Change): Rows {
  let chunks: Chunk[] | undefined;
  let r = 0;
  for (let c = 0; c < rows.chunks.length && r < uids.length; c++) {
    const chunk = rows.chunks[c] ?? [];
    while (endOf(uids, r) < firstIn(chunk)) r++;
    if (startOf(uids, r) > lastIn(chunk)) continue;
    const changed = rewriteChunk(chunk, uids, r, change);
    if (changed === chunk) continue;
    chunks ??= [...rows.chunks];
    chunks[c] = changed;
  }
  return chunks ? rowsOf(chunks.filter((chunk) => chunk.length > 0)) : rows;
}
const startOf = (uids: NumberSet, r: number): number => uids[r]?.[0] ?? Infinity;
const endOf = (uids: NumberSet, r: number): number => uids[r]?.[1] ?? Infinity;
const firstIn = (chunk: Chunk): number => chunk[0]?.uid ?? 0;
const lastIn = (chunk: Chunk): number => chunk.at(-1)?.uid ?? 0;

function rewriteChunk(chunk: Chunk, uids: NumberSet, from: number, change: Change): Chunk {
  let out: Row[] | undefined;
  let r = from;
  for (let i = 0; i < chunk.length; i++) {
    const row = chunk[i];
    if (!row) continue;
    while (endOf(uids, r) < row.uid) r++;
    const now = startOf(uids, r) <= row.uid ? change(row) : row;
    if (now !== row) out ??= chunk.slice(0, i);
    if (out && now) out.push(now);
  }
  return out ?? chunk;
}
