import type { Mailbox, StoreFact as Base } from '../../../src/core/store/mailbox.ts';
import type { Row } from '../../../src/core/store/rows.ts';

export type StoreFact =
  | Base
  | { readonly type: 'flags'; readonly mailbox: string; readonly uids: readonly number[] };
export { append, expunge } from '../../../src/core/store/mailbox.ts';

/** Untouched chunks stay the same object. */
export const setFlags = (
  box: Mailbox,
  wanted: (row: Row) => boolean,
  change: (flags: readonly string[]) => readonly string[],
): Mailbox => ({
  ...box,
  modseq: box.modseq + 1,
  rows: {
    ...box.rows,
    chunks: box.rows.chunks.map((chunk) =>
      chunk.some(wanted)
        ? chunk.map((row) =>
            wanted(row) ? { ...row, flags: change(row.flags), modseq: box.modseq + 1 } : row,
          )
        : chunk,
    ),
  },
});
