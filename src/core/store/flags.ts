// Flags of messages (RFC 9051 §2.3.2): a list without repetitions, system flags first, in one order, so that equal sets look equal.
import type { NumberSet } from './number-set.ts';
import { setOf } from './number-set.ts';
import type { Mailbox } from './mailbox.ts';
import type { Row } from './rows.ts';
import { rewrite } from './rewrite.ts';

/** Those a client may set; \Recent is the server's own (RFC 3501 §2.3.2). */
export const SYSTEM_FLAGS = [
  String.raw`\Answered`,
  String.raw`\Flagged`,
  String.raw`\Deleted`,
  String.raw`\Seen`,
  String.raw`\Draft`,
] as const;
/** Keywords of one mailbox, at most. */
const MOST_KEYWORDS = 128;
export const NO_FLAGS: readonly string[] = [];

/** The FLAGS of a mailbox: all that a message in it may have. */
export const flagsIn = ({ keywords }: Mailbox): readonly string[] => [...SYSTEM_FLAGS, ...keywords];
/** Those that stay: all of them, and `\*` where a client may still invent one (RFC 9051 §7.1, PERMANENTFLAGS). */
export const permanentFlags = (box: Mailbox): readonly string[] =>
  box.keywords.length < MOST_KEYWORDS ? [...flagsIn(box), String.raw`\*`] : flagsIn(box);

/** Flags as this mailbox spells them; a name in another case is the same name. */
export function spelled(box: Mailbox, flags: readonly string[]): readonly string[] {
  const known = flagsIn(box);
  return flags.map((flag) => known.find((it) => it.toLowerCase() === flag.toLowerCase()) ?? flag);
}
/** The mailbox with the keywords among these; undefined: it has no room for them all. */
export function withKeywords(box: Mailbox, flags: readonly string[]): Mailbox | undefined {
  const fresh: string[] = [];
  for (const flag of spelled(box, flags))
    if (!flag.startsWith('\\') && ![...box.keywords, ...fresh].some((it) => same(it, flag))) fresh.push(flag);
  if (fresh.length === 0) return box;
  const keywords = [...box.keywords, ...fresh];
  return keywords.length > MOST_KEYWORDS ? undefined : { ...box, keywords };
}
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
/** These flags, each once, in the mailbox's own order. What it does not know is left out. */
export const ordered = (box: Mailbox, flags: readonly string[]): readonly string[] =>
  flagsIn(box).filter((flag) => flags.some((it) => same(it, flag)));

/** STORE's FLAGS, +FLAGS, -FLAGS (RFC 9051 §6.4.6). */
export type FlagChange = 'replace' | 'add' | 'remove';
export interface Flagged {
  readonly box: Mailbox;
  /** UIDs whose flags are others now. */
  readonly changed: NumberSet;
  /** UIDs that were left alone: they have changed since (RFC 7162 §3.1.3). */
  readonly stale: NumberSet;
}
/** `keywords` are in the mailbox already (`withKeywords`). `unchangedSince`: a message that changed later is left alone. */
export function storeFlags(
  box: Mailbox,
  uids: NumberSet,
  how: FlagChange,
  flags: readonly string[],
  unchangedSince = Infinity,
): Flagged {
  const changed: number[] = [];
  const stale: number[] = [];
  const modseq = box.modseq + 1;
  const becoming = changing(box, how, ordered(box, flags));
  const rows = rewrite(box.rows, uids, (row) => {
    if (row.modseq > unchangedSince) {
      stale.push(row.uid);
      return row;
    }
    const now = becoming(row.flags);
    if (now === row.flags) return row;
    changed.push(row.uid);
    return withFlags(row, now, modseq);
  });
  return {
    box: rows === box.rows ? box : { ...box, modseq, rows },
    changed: setOf(changed),
    stale: setOf(stale),
  };
}
/** From one list to the next, each list once: most messages of a mailbox share a few. The same flags are the same list. */
function changing(
  box: Mailbox,
  how: FlagChange,
  named: readonly string[],
): (flags: readonly string[]) => readonly string[] {
  const known = new Map<readonly string[], readonly string[]>();
  const next = (flags: readonly string[]): readonly string[] => {
    if (how === 'replace') return equal(flags, named) ? flags : named;
    const wanted =
      how === 'add' ? ordered(box, [...flags, ...named]) : flags.filter((flag) => !named.includes(flag));
    return equal(flags, wanted) ? flags : wanted;
  };
  return (flags) => {
    const found = known.get(flags) ?? next(flags);
    known.set(flags, found);
    return found;
  };
}
const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((flag, i) => flag === b[i]);

export const withFlags = (row: Row, flags: readonly string[], modseq: number): Row => ({
  uid: row.uid,
  flags,
  modseq,
  size: row.size,
  body: row.body,
  internalDate: row.internalDate,
  zone: row.zone,
  saveDate: row.saveDate,
  email: row.email,
});
