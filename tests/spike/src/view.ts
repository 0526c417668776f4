// What one IMAP client believes about a mailbox, and what it must be told. No queue: two versions are compared, shared chunks skipped.
import { rowsOf, type Chunk, type Row, type Rows } from '../../../src/core/store/rows.ts';

export type Update =
  | { readonly type: 'expunge'; readonly seq: number }
  | { readonly type: 'fetch'; readonly seq: number; readonly row: Row }
  | { readonly type: 'exists'; readonly count: number };
export interface Advanced {
  readonly view: Rows;
  readonly say: readonly Update[];
}

export function advance(view: Rows, now: Rows, mayExpunge: boolean): Advanced {
  if (view === now) return { view, say: [] };
  const walk: Walk = { say: [], chunks: [], told: 0, withheld: false, mayExpunge };
  const rest = compare(walk, view, now);
  const fresh = rest.reduce((n, chunk) => n + chunk.length, 0);
  if (fresh > 0) walk.say.push({ type: 'exists', count: walk.told + fresh });
  return { view: walk.withheld ? rowsOf([...walk.chunks, ...rest]) : now, say: walk.say };
}
interface Walk {
  readonly say: Update[];
  readonly chunks: Chunk[];
  told: number;
  withheld: boolean;
  readonly mayExpunge: boolean;
}

/** Walks both in UID order; returns what is new behind the last row the client knows. */
// eslint-disable-next-line complexity -- two sequences walked at once; the store to come takes it apart
function compare(w: Walk, view: Rows, now: Rows): Chunk[] {
  const top = view.chunks.at(-1)?.at(-1)?.uid ?? 0;
  let j = 0; // chunk of `now`
  let k = 0; // row in it
  for (const old of view.chunks) {
    if (k === 0 && old === now.chunks[j]) {
      w.chunks.push(old);
      w.told += old.length;
      j++;
      continue;
    }
    const merged: Row[] = [];
    for (const row of old) {
      while (j < now.chunks.length && k >= (now.chunks[j]?.length ?? 0)) {
        j++;
        k = 0;
      }
      const live = now.chunks[j]?.[k];
      if (live?.uid === row.uid) {
        k++;
        keep(w, merged, row, live);
      } else if (w.mayExpunge) w.say.push({ type: 'expunge', seq: w.told + 1 });
      else {
        w.withheld = true;
        merged.push(row);
        w.told++;
      }
    }
    if (merged.length > 0) w.chunks.push(merged);
    if (k > 0 && k >= (now.chunks[j]?.length ?? 0)) {
      j++;
      k = 0;
    }
  }
  const tail = now.chunks[j]?.slice(k).filter((row) => row.uid > top) ?? [];
  return [...(tail.length > 0 ? [tail] : []), ...now.chunks.slice(j + 1)];
}
function keep(w: Walk, merged: Row[], row: Row, live: Row): void {
  merged.push(live);
  w.told++;
  if (live !== row) w.say.push({ type: 'fetch', seq: w.told, row: live });
}
