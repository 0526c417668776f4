import { sizeOf, type Body } from './body.ts';
import { noRows, push, removeWhere, type Row, type Rows } from './rows.ts';

export interface Mailbox {
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Of the latest change (RFC 7162 §3.1.1). */
  readonly modseq: number;
  readonly rows: Rows;
}
/** A letter as a list of letters shows it. */
export interface Letter {
  readonly size: number;
  /** The sender's name, or address. */
  readonly from: string;
  readonly subject: string;
}
/** What happened to a mailbox, for the trace. `mailbox` is `user/name`. */
export type StoreFact =
  | {
      readonly type: 'append';
      readonly mailbox: string;
      readonly uids: readonly number[];
      /** One for each UID, in order. */
      readonly letters: readonly Letter[];
    }
  | { readonly type: 'expunge'; readonly mailbox: string; readonly uids: readonly number[] }
  /** POP3: marked for deletion by one session, which has not happened yet; and unmarked again (RFC 1939 §5). */
  | { readonly type: 'mark' | 'unmark'; readonly mailbox: string; readonly uids: readonly number[] }
  | { readonly type: 'lock' | 'unlock'; readonly mailbox: string };

export const newMailbox = (uidValidity: number): Mailbox => ({
  uidValidity,
  uidNext: 1,
  modseq: 1,
  rows: noRows,
});

export const append = (box: Mailbox, body: Body, flags: readonly string[] = NO_FLAGS): Mailbox => ({
  uidValidity: box.uidValidity,
  uidNext: box.uidNext + 1,
  modseq: box.modseq + 1,
  rows: push(box.rows, { uid: box.uidNext, flags, modseq: box.modseq + 1, size: sizeOf(body), body }),
});
const NO_FLAGS: readonly string[] = [];

export const expunge = (box: Mailbox, wanted: (row: Row) => boolean): Mailbox => ({
  ...box,
  modseq: box.modseq + 1,
  rows: removeWhere(box.rows, wanted),
});
