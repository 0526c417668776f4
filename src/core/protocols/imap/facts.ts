// What the trace is told of a change to a mailbox.
import type { Mailbox, StoreFact } from '../../store/mailbox.ts';
import { leading } from '../../store/leads.ts';
import { numbersIn, setOf, type NumberSet } from '../../store/number-set.ts';
import { eachRow, type Row } from '../../store/rows.ts';

/** The messages that have other flags now, those with the same flags together. */
export function flagsFact(mailbox: string, before: Mailbox, box: Mailbox, changed: NumberSet): StoreFact {
  const byFlags = new Map<readonly string[], number[]>();
  eachRow(box.rows, changed, ({ uid, flags }) => {
    const uids = byFlags.get(flags);
    if (uids) uids.push(uid);
    else byFlags.set(flags, [uid]);
  });
  const changes = [...byFlags].map(([flags, uids]) => ({ uids: setOf(uids), flags }));
  return leading({ type: 'flags', mailbox, modseq: box.modseq, changes }, before, box);
}
/** Messages that have come in. */
export function arrivalFact(mailbox: string, before: Mailbox, box: Mailbox, uids: NumberSet): StoreFact {
  const letters: Row[] = [];
  eachRow(box.rows, uids, (row) => letters.push(row));
  return leading({ type: 'append', mailbox, uids: numbersIn(uids), letters }, before, box);
}
