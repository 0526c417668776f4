// What one IMAP client believes about a mailbox is a version of its rows: those it has been told of. What it must be told is the
// difference to the rows of now; there is no queue. Chunks that both share are passed over.
import type { NumberSet } from './number-set.ts';
import { rewrite } from './rewrite.ts';
import { rowOfUid, rowsOf, type Chunk, type Row, type Rows } from './rows.ts';

export type Update =
  /** `seq` is its number at that moment: each EXPUNGE counts those before it (RFC 9051 §7.5.1). */
  | { readonly type: 'expunge'; readonly seq: number; readonly uid: number }
  | { readonly type: 'fetch'; readonly seq: number; readonly row: Row }
  | { readonly type: 'exists'; readonly count: number };
export interface Advanced {
  readonly view: Rows;
  readonly updates: readonly Update[];
}
const NOTHING: readonly Update[] = [];

/**
 * In an order in which a client may be told: what is gone and what has changed, by number, then what is new. Where
 * nothing may go, rows that are gone stay in the view with their numbers, and can still be read (RFC 2180 §4.1.1).
 */
export function advance(view: Rows, now: Rows, mayExpunge: boolean): Advanced {
  if (view === now) return { view, updates: NOTHING };
  const w: Walk = { now, c: 0, k: 0, updates: [], chunks: [], told: 0, withheld: false, mayExpunge };
  for (const old of view.chunks) {
    if (w.k === 0 && old === now.chunks[w.c]) passOver(w, old);
    else compare(w, old);
  }
  const fresh = news(w);
  const count = fresh.reduce((n, chunk) => n + chunk.length, w.told);
  if (count > w.told) w.updates.push({ type: 'exists', count });
  return { view: w.withheld ? rowsOf([...w.chunks, ...fresh]) : now, updates: w.updates };
}
interface Walk {
  readonly now: Rows;
  /** The next row of `now`: its chunk, and its place there. */
  c: number;
  k: number;
  readonly updates: Update[];
  readonly chunks: Chunk[];
  told: number;
  withheld: boolean;
  readonly mayExpunge: boolean;
}
function passOver(w: Walk, chunk: Chunk): void {
  w.chunks.push(chunk);
  w.told += chunk.length;
  w.c++;
}
function compare(w: Walk, old: Chunk): void {
  const merged: Row[] = [];
  for (const row of old) {
    const live = w.now.chunks[w.c]?.[w.k];
    if (live?.uid === row.uid) {
      merged.push(live);
      w.told++;
      if (live !== row) w.updates.push({ type: 'fetch', seq: w.told, row: live });
      step(w);
    } else if (w.mayExpunge) w.updates.push({ type: 'expunge', seq: w.told + 1, uid: row.uid });
    else {
      merged.push(row);
      w.told++;
      w.withheld = true;
    }
  }
  if (merged.length > 0) w.chunks.push(merged);
}
function step(w: Walk): void {
  w.k++;
  if (w.k < (w.now.chunks[w.c]?.length ?? 0)) return;
  w.c++;
  w.k = 0;
}
/** What stands behind the last row the client knew: UIDs ascend, so what is new is at the end. */
const news = ({ now, c, k }: Walk): readonly Chunk[] =>
  k === 0 ? now.chunks.slice(c) : [now.chunks[c]?.slice(k) ?? [], ...now.chunks.slice(c + 1)];

/** As if these UIDs had been told: what a client changes itself it may ask not to hear (RFC 9051 §6.4.6, `.SILENT`). */
export const absorb = (view: Rows, now: Rows, uids: NumberSet): Rows =>
  rewrite(view, uids, (row) => rowOfUid(now, row.uid) ?? row);
