// COPY and MOVE between mailboxes (RFC 9051 §6.4.7, §6.4.8).
import { finish, labour, pause } from '../base/labour.ts';
import { ordered, withKeywords } from './flags.ts';
import { emailOf, expunge, withRows, type Mailbox } from './mailbox.ts';
import { setOf, type NumberSet } from './number-set.ts';
import { eachRow, pushAll, type Row } from './rows.ts';

export interface Copied {
  readonly to: Mailbox;
  /** UIDs there were, and the UIDs of their copies: both ascending, one for one (RFC 4315 §3). */
  readonly from: NumberSet;
  readonly uids: NumberSet;
}
/** Flags and INTERNALDATE go along, a new save date is given. Into itself too. */
export function copy(source: Mailbox, uids: NumberSet, target: Mailbox, at: number): Copied {
  const work = labour((): { rows: Row[]; from: number[] } => ({ rows: [], from: [] }));
  const { rows, from } = work.state;
  const to = knowing(source, target);
  const flagsThere = memo((flags: readonly string[]) => ordered(to, flags));
  const modseq = to.modseq + 1;
  const see = (row: Row): void => {
    from.push(row.uid);
    rows.push({
      uid: to.uidNext + rows.length,
      flags: flagsThere(row.flags),
      modseq,
      size: row.size,
      body: row.body,
      internalDate: row.internalDate,
      zone: row.zone,
      saveDate: at,
      email: emailOf(source, row),
    });
  };
  eachRow(source.rows, uids, see, work.at, (number) => pause(work, number));
  finish(work);
  if (rows.length === 0) return { to: target, from: [], uids: [] };
  const uidNext = to.uidNext + rows.length;
  return {
    to: withRows(to, pushAll(to.rows, rows), uidNext),
    from: setOf(from),
    uids: [[to.uidNext, uidNext - 1]],
  };
}
/** With the source's keywords, as far as there is room: a keyword without room stays behind. */
const knowing = ({ keywords }: Mailbox, target: Mailbox): Mailbox =>
  keywords.reduce((box, keyword) => withKeywords(box, [keyword]) ?? box, target);
function memo<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

export interface Moved extends Copied {
  readonly source: Mailbox;
}
/** Out of one mailbox into another one, or to its own end: in one change of each. */
export function move(source: Mailbox, uids: NumberSet, target: Mailbox, at: number): Moved {
  const { to, from, uids: fresh } = copy(source, uids, target, at);
  const all = (): boolean => true;
  if (source.id !== target.id) return { source: expunge(source, all, from), to, from, uids: fresh };
  const box = expunge(to, all, from);
  return { source: box, to: box, from, uids: fresh };
}
