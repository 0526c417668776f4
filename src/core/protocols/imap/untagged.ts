// What the server says unasked: the difference between what this client has been told and what is.
import { each, stage } from '../../base/labour.ts';
import type { Octets } from '../../base/octets.ts';
import { withMailbox, type Host } from '../../host/host.ts';
import type { Protocol } from '../../spec/protocol.ts';
import { flagsIn, permanentFlags } from '../../store/flags.ts';
import { claimRecent, type Mailbox } from '../../store/mailbox.ts';
import { countOf, includes, setOf, union, writtenSet, type NumberSet } from '../../store/number-set.ts';
import { numbersOf, type Row } from '../../store/rows.ts';
import { advance, type Update } from '../../store/view.ts';
import { openIn, whereabouts, type Selected, type Whereabouts } from './selected.ts';
import type { Imap } from './shape.ts';
import { untagged } from './text.ts';

/** How a client wants to be told. */
export interface Manner extends Partial<Imap['traits']> {
  readonly session: Imap['session'];
}
export interface News {
  readonly selected: Selected;
  readonly say: Octets;
  readonly host: Host;
}
/** Undefined: there are none. */
export function news(
  selected: Selected,
  { key, box }: Whereabouts,
  host: Host,
  manner: Manner,
): News | undefined {
  if (box.rows === selected.view && box.keywords === selected.keywords) return undefined;
  const { view, updates } = stage(() => advance(selected.view, box.rows, manner.mayExpunge === true));
  const first = isFirst(box, updates, manner);
  const recent = first ? union(selected.recent, [[box.recentFrom, box.uidNext - 1]]) : selected.recent;
  const next = { ...selected, key, view, recent, keywords: box.keywords };
  const flags = box.keywords === selected.keywords ? '' : flagsLines(box);
  return {
    selected: next,
    say: flags + updatesText(updates, next, manner),
    host: first && !selected.readOnly ? withMailbox(host, key, claimRecent(box)) : host,
  };
}
/**
 * The first session that is told of messages has them as \Recent, unless it knows no such flag. One that only reads leaves them so to
 * the next one (RFC 3501 §2.3.2).
 */
const isFirst = (box: Mailbox, updates: readonly Update[], { session: { rev2 } }: Manner): boolean =>
  !rev2 && box.recentFrom < box.uidNext && updates.at(-1)?.type === 'exists';

/**
 * What a client is told with its answer once it has spoken of modification sequences for the first time and has a mailbox open
 * (RFC 7162 §3.1): where those of that mailbox are. SELECT says so by itself.
 */
export function condstoreLine(
  selected: Selected | null,
  host: Host,
  before: Imap['session'],
  now: Imap['session'],
): Octets {
  const found = selected && now.condstore && !before.condstore ? whereabouts(host, selected) : undefined;
  return found
    ? untagged(`OK [HIGHESTMODSEQ ${found.box.modseq}] From now on changes are told with theirs`)
    : '';
}

export const flagsLines = (box: Mailbox, readOnly = false): Octets =>
  untagged(`FLAGS (${flagsIn(box).join(' ')})`) +
  untagged(
    readOnly
      ? 'OK [PERMANENTFLAGS ()] None can be set here'
      : `OK [PERMANENTFLAGS (${permanentFlags(box).join(' ')})] What can be set and stays`,
  );

function updatesText(updates: readonly Update[], selected: Selected, manner: Manner): Octets {
  const { session, uid } = manner;
  const flags = flagsWith(selected.recent);
  const names = session.rev2 || session.condstore || uid === true;
  const told = stage((): Told => ({ lines: '', vanished: [] }));
  each(updates, (update) => {
    if (update.type === 'exists') told.lines += existsLines(update.count, selected, session);
    else if (update.type === 'fetch') {
      const { row, seq } = update;
      const modseq = session.condstore ? ` MODSEQ (${row.modseq})` : '';
      told.lines += untagged(`${seq} FETCH (${names ? `UID ${row.uid} ` : ''}${flags(row)}${modseq})`);
    } else if (session.qresync) told.vanished.push(update.uid);
    else told.lines += untagged(`${update.seq} EXPUNGE`);
  });
  const { lines, vanished } = told;
  return (vanished.length === 0 ? '' : untagged(`VANISHED ${writtenSet(setOf(vanished))}`)) + lines;
}
interface Told {
  lines: Octets;
  readonly vanished: number[];
}
export const existsLines = (
  count: number,
  { view, recent }: Pick<Selected, 'view' | 'recent'>,
  { rev2 }: Imap['session'],
): Octets =>
  untagged(`${count} EXISTS`) + (rev2 ? '' : untagged(`${countOf(numbersOf(view, recent))} RECENT`));

/** `FLAGS (\Seen)`; most messages share a few lists of flags. */
export function flagsWith(recent: NumberSet): (row: Row) => Octets {
  const known = new Map<readonly string[], Octets>();
  return ({ uid, flags }) => {
    if (recent.length > 0 && includes(recent, uid))
      return `FLAGS (${[...flags, String.raw`\Recent`].join(' ')})`;
    const found = known.get(flags) ?? `FLAGS (${flags.join(' ')})`;
    known.set(flags, found);
    return found;
  };
}

/** Messages that are gone may be told of while the client listens, and where a command allows it (RFC 9051 §7.5.1). */
export const settle: NonNullable<Protocol<Imap>['settle']> = ({ at, session, host }, traits) => {
  const selected = openIn(at);
  const found = selected && whereabouts(host, selected);
  if (!selected || !found) return undefined;
  const mayExpunge = traits.mayExpunge === true || at.name === 'idling' || host.policy.seqBug;
  const told = news(selected, found, host, { mayExpunge, uid: traits.uid === true, session });
  if (!told) return undefined;
  const next = told.selected;
  return {
    at:
      at.name === 'selected'
        ? { name: 'selected', data: next }
        : { name: 'idling', data: { selected: next } },
    say: told.say,
    host: told.host,
  };
};
