import { sizeOf, type Body } from './body.ts';
import { NO_FLAGS } from './flags.ts';
import { leading } from './leads.ts';
import { EVERY_NUMBER, numbersIn, setOf, type NumberSet } from './number-set.ts';
import { rewrite } from './rewrite.ts';
import { at, noRows, push, type Row, type Rows } from './rows.ts';
import { noneVanished, vanish, vanishedSince, type Vanished } from './vanished.ts';

/** What a mailbox is for (RFC 6154 §2, RFC 8457 §3). */
export const SPECIAL_USES = [
  String.raw`\All`,
  String.raw`\Archive`,
  String.raw`\Drafts`,
  String.raw`\Flagged`,
  String.raw`\Important`,
  String.raw`\Junk`,
  String.raw`\Sent`,
  String.raw`\Trash`,
] as const;
export type SpecialUse = (typeof SPECIAL_USES)[number];

export interface Mailbox {
  /** No other mailbox of its store has it or ever had it, and it keeps it when it is renamed (RFC 8474 §4). */
  readonly id: number;
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Of the latest change: HIGHESTMODSEQ (RFC 7162 §3.1.2.1). */
  readonly modseq: number;
  /** From this UID on no session has been told of the messages: \Recent (RFC 3501 §2.3.2). */
  readonly recentFrom: number;
  /** Flags that clients have invented here, in the order in which they came. */
  readonly keywords: readonly string[];
  readonly uses: readonly SpecialUse[];
  readonly rows: Rows;
  readonly vanished: Vanished;
}
/** What happened to a mailbox, for the trace: enough to know each mailbox from the facts alone. `mailbox` is `user/name`. */
export type StoreFact =
  | {
      readonly type: 'append';
      readonly mailbox: string;
      readonly uids: readonly number[];
      /** One for each UID, in order: by reference, the mailbox has the same ones. */
      readonly letters: readonly Row[];
    }
  | { readonly type: 'expunge'; readonly mailbox: string; readonly uids: readonly number[] }
  /** POP3: marked for deletion by one session, which has not happened yet; and unmarked again (RFC 1939 §5). */
  | { readonly type: 'mark' | 'unmark'; readonly mailbox: string; readonly uids: readonly number[] }
  | { readonly type: 'lock' | 'unlock'; readonly mailbox: string }
  /** Messages that have these flags now. */
  | {
      readonly type: 'flags';
      readonly mailbox: string;
      readonly modseq: number;
      readonly changes: readonly { readonly uids: NumberSet; readonly flags: readonly string[] }[];
    }
  /** `box` is as it was made, with nothing in it. */
  | { readonly type: 'create'; readonly mailbox: string; readonly box: Mailbox }
  | { readonly type: 'delete' | 'subscribe' | 'unsubscribe'; readonly mailbox: string }
  | { readonly type: 'rename'; readonly mailbox: string; readonly to: string }
  | ToldFact;
/**
 * What one client believes of the mailbox it has open: all its messages as they are now, and those of `withheld` (UIDs) that it
 * knew, are gone, and it has not been told of. `left`: it has none open any more.
 */
export type ToldFact =
  | {
      readonly type: 'told';
      readonly mailbox: string;
      readonly readOnly: boolean;
      readonly withheld: NumberSet;
      /** UIDs that are \Recent to it (RFC 3501 §2.3.2). */
      readonly recent: NumberSet;
    }
  | { readonly type: 'left'; readonly mailbox: string };

export const newMailbox = (uidValidity: number, id = 0, uses: readonly SpecialUse[] = NO_USES): Mailbox => ({
  id,
  uidValidity,
  uidNext: 1,
  modseq: 1,
  recentFrom: 1,
  keywords: NO_FLAGS,
  uses,
  rows: noRows,
  vanished: noneVanished,
});
const NO_USES: readonly SpecialUse[] = [];

/** How a message comes in. Times are Unix seconds. */
export interface Arrival {
  /** In the mailbox's own spelling and order (`ordered`). */
  readonly flags?: readonly string[];
  /** When it is now. */
  readonly at?: number;
  /** Absent: now. */
  readonly internalDate?: number;
  /** Minutes east of UTC. */
  readonly zone?: number;
}
export const append = (
  box: Mailbox,
  body: Body,
  { flags = NO_FLAGS, at = 0, internalDate = at, zone = 0 }: Arrival = NOW,
): Mailbox =>
  withRows(
    box,
    push(box.rows, {
      uid: box.uidNext,
      flags,
      modseq: box.modseq + 1,
      size: sizeOf(body),
      body,
      internalDate,
      zone,
      saveDate: at,
      email: 0,
    }),
    box.uidNext + 1,
  );
const NOW: Arrival = {};

/** After one change of its rows. */
export const withRows = (box: Mailbox, rows: Rows, uidNext = box.uidNext): Mailbox => ({
  id: box.id,
  uidValidity: box.uidValidity,
  uidNext,
  modseq: box.modseq + 1,
  recentFrom: box.recentFrom,
  keywords: box.keywords,
  uses: box.uses,
  rows,
  vanished: box.vanished,
});

/** Without the messages among these UIDs that a test names; the same mailbox when there are none. */
export function expunge(
  box: Mailbox,
  wanted: (row: Row) => boolean,
  among: NumberSet = EVERY_NUMBER,
): Mailbox {
  const gone: number[] = [];
  const rows = rewrite(box.rows, among, (row) => {
    if (!wanted(row)) return row;
    gone.push(row.uid);
    return undefined;
  });
  return rows === box.rows
    ? box
    : { ...withRows(box, rows), vanished: vanish(box.vanished, box.modseq + 1, setOf(gone)) };
}
/** What has been put behind what was in a mailbox. */
export function appendFact(mailbox: string, before: Mailbox, after: Mailbox): StoreFact {
  const { rows } = after;
  const letters: Row[] = [];
  for (let i = before.rows.length; i < rows.length; i++) {
    const row = at(rows, i);
    if (row) letters.push(row);
  }
  return leading({ type: 'append', mailbox, uids: letters.map(({ uid }) => uid), letters }, before, after);
}
/** What a mailbox lost between two of its versions. */
export const expungeFact = (mailbox: string, before: Mailbox, after: Mailbox): StoreFact =>
  leading({ type: 'expunge', mailbox, uids: numbersIn(vanishedSince(after, before.modseq)) }, before, after);

/** The first session to be told of what is new takes \Recent with it; from `recentFrom` on, messages are recent to that session. */
export const claimRecent = (box: Mailbox): Mailbox =>
  box.recentFrom === box.uidNext ? box : { ...box, recentFrom: box.uidNext };

/** EMAILID (RFC 8474 §5.1): the same for a message and its copies. */
export const emailOf = ({ id }: Mailbox, { uid, email }: Row): number => email || id * 2 ** 32 + uid;
