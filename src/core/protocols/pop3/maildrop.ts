// A maildrop: what one session sees of a mailbox from login to QUIT, and nobody else's POP3 session may touch (RFC 1939 §4).
import type { ConnId } from '../../base/ids.ts';
import type { Host } from '../../host/host.ts';
import { withMailbox } from '../../host/host.ts';
import { expunge, type StoreFact } from '../../store/mailbox.ts';
import { at, type Row, type Rows } from '../../store/rows.ts';

export interface Maildrop {
  /** `user/INBOX`. */
  readonly mailbox: string;
  /** As they were at login: what arrives later has no number here (RFC 1939 §8). */
  readonly rows: Rows;
  /** Of the messages not marked: how many, and their octets. */
  readonly count: number;
  readonly octets: number;
  /** Message numbers marked for deletion, ascending. */
  readonly marked: readonly number[];
}
export interface Opened {
  readonly drop: Maildrop;
  readonly host: Host;
  readonly facts: readonly StoreFact[];
}
export const mailboxOf = (user: string): string => `${user}/INBOX`;

/** Undefined: another session has it (RFC 2449 §8.1.2). */
export function openMaildrop(host: Host, user: string, conn: ConnId): Opened | undefined {
  const mailbox = mailboxOf(user);
  const box = host.store.mailboxes[mailbox];
  if (!box || host.store.locks[mailbox] !== undefined) return undefined;
  let octets = 0;
  for (const chunk of box.rows.chunks) for (const row of chunk) octets += row.size;
  return {
    drop: { mailbox, rows: box.rows, count: box.rows.length, octets, marked: [] },
    host: { ...host, store: { ...host.store, locks: { ...host.store.locks, [mailbox]: conn } } },
    facts: [{ type: 'lock', mailbox }],
  };
}

/** The message of that number, unless it is marked; numbers are from 1. */
export const message = (drop: Maildrop, number: number): Row | undefined =>
  drop.marked.includes(number) ? undefined : at(drop.rows, number - 1);

/** The lock is given back; nothing is deleted. */
export function release(host: Host, drop: Maildrop): { readonly host: Host; readonly facts: readonly StoreFact[] } {
  const { [drop.mailbox]: _mine, ...locks } = host.store.locks;
  return { host: { ...host, store: { ...host.store, locks } }, facts: [{ type: 'unlock', mailbox: drop.mailbox }] };
}

/** UPDATE: what is marked goes, then the lock is given back (RFC 1939 §6). */
export function update(host: Host, drop: Maildrop): { readonly host: Host; readonly facts: readonly StoreFact[] } {
  const box = host.store.mailboxes[drop.mailbox];
  if (!box || drop.marked.length === 0) return release(host, drop);
  const uids = new Set(drop.marked.map((number) => at(drop.rows, number - 1)?.uid));
  const released = release(
    withMailbox(
      host,
      drop.mailbox,
      expunge(box, (row) => uids.has(row.uid)),
    ),
    drop,
  );
  const gone = [...uids].filter((uid) => uid !== undefined);
  return {
    host: released.host,
    facts: [{ type: 'expunge', mailbox: drop.mailbox, uids: gone }, ...released.facts],
  };
}
