// A maildrop: what one session sees of a mailbox from login to QUIT, and nobody else's POP3 session may touch (RFC 1939 §4).
import type { ConnId } from '../../base/ids.ts';
import { CRLF } from '../../base/octets.ts';
import { withMailbox, type Host } from '../../host/host.ts';
import { endsInCrlf } from '../../store/body.ts';
import { expunge, expungeFact, type StoreFact } from '../../store/mailbox.ts';
import { setOf } from '../../store/number-set.ts';
import { at, type Row, type Rows } from '../../store/rows.ts';

export interface Maildrop {
  /** `user/INBOX`. */
  readonly mailbox: string;
  readonly uidValidity: number;
  /** As they were at login: what arrives later has no number here (RFC 1939 §8). */
  readonly rows: Rows;
  /** Of the messages not marked: how many, and their octets. */
  readonly count: number;
  readonly octets: number;
  /** Message numbers marked for deletion, ascending. */
  readonly marked: readonly number[];
}
interface Changed {
  readonly host: Host;
  readonly facts: readonly StoreFact[];
}
/** What a login moves: into the maildrop, under its lock. */
export interface Opened extends Changed {
  readonly state: Maildrop;
  readonly session: { readonly user: string };
}
const NO_MARKS: readonly number[] = [];

/** `locked`: another session has it (RFC 2449 §8.1.2); `broken`: this user has none. */
export function openMaildrop(host: Host, user: string, conn: ConnId): Opened | 'locked' | 'broken' {
  const mailbox = `${user}/INBOX`;
  const { mailboxes, locks } = host.store;
  const box = Object.hasOwn(mailboxes, mailbox) ? mailboxes[mailbox] : undefined;
  if (!box) return 'broken';
  if (locks[mailbox] !== undefined || host.policy.popLockHeld) return 'locked';
  const { uidValidity, rows } = box;
  return {
    state: { mailbox, uidValidity, rows, count: rows.length, octets: total(rows), marked: NO_MARKS },
    session: { user },
    host: { ...host, store: { ...host.store, locks: { ...locks, [mailbox]: conn } } },
    facts: [{ type: 'lock', mailbox }],
  };
}

/** A multi-line reply ends in CR LF whatever the message ends in, and a size tells what is sent (RFC 1939 §11). */
export const sizeOnWire = ({ size, body }: Row): number => size + (endsInCrlf(body) ? 0 : CRLF.length);
function total(rows: Rows): number {
  let octets = 0;
  for (const chunk of rows.chunks) for (const row of chunk) octets += sizeOnWire(row);
  return octets;
}

/** The message of that number, unless it is marked; numbers are from 1. */
export const message = ({ rows, marked }: Maildrop, number: number): Row | undefined =>
  marked.includes(number) ? undefined : at(rows, number - 1);

/** A scan listing: a line for each message that is not marked. */
export function listing(
  { rows, marked }: Maildrop,
  describe: (row: Row) => string | number,
): readonly string[] {
  const hidden = new Set(marked);
  const lines: string[] = [];
  let number = 0;
  for (const chunk of rows.chunks)
    for (const row of chunk) if (!hidden.has(++number)) lines.push(`${number} ${describe(row)}`);
  return lines;
}

export function mark(drop: Maildrop, number: number, row: Row): Maildrop {
  const after = drop.marked.findIndex((other) => other > number);
  const marked = drop.marked.toSpliced(after < 0 ? drop.marked.length : after, 0, number);
  return { ...drop, marked, count: drop.count - 1, octets: drop.octets - sizeOnWire(row) };
}
export const unmarkAll = (drop: Maildrop): Maildrop => ({
  ...drop,
  count: drop.rows.length,
  octets: total(drop.rows),
  marked: NO_MARKS,
});
export const markedUids = ({ rows, marked }: Maildrop): readonly number[] =>
  marked.map((number) => at(rows, number - 1)?.uid).filter((uid) => uid !== undefined);

/** The lock is given back; nothing is deleted. */
export function release(host: Host, { mailbox }: Maildrop): Changed {
  const { [mailbox]: _mine, ...locks } = host.store.locks;
  return { host: { ...host, store: { ...host.store, locks } }, facts: [{ type: 'unlock', mailbox }] };
}

/** UPDATE: what is marked goes, then the lock is given back (RFC 1939 §6). What IMAP has expunged meanwhile is no error. */
export function update(host: Host, drop: Maildrop): Changed {
  const { mailbox } = drop;
  const box = host.store.mailboxes[mailbox];
  const kept = box && expunge(box, () => true, setOf(markedUids(drop)));
  if (!kept || kept === box) return release(host, drop);
  const released = release(withMailbox(host, mailbox, kept), drop);
  return { host: released.host, facts: [expungeFact(mailbox, box, kept), ...released.facts] };
}
