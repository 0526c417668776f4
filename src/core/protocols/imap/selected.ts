// A mailbox as one session has it open: its messages as this client numbers them, and what it has been told.
import type { Host } from '../../host/host.ts';
import type { At, Foreseen } from '../../spec/take.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { intersection, numberSet, type NumberSet } from '../../store/number-set.ts';
import { uidsOf, type Rows } from '../../store/rows.ts';
import { keyNow, at } from '../../store/tree.ts';
import { has } from './capabilities.ts';
import type { SequenceSet } from './grammar/sequence-set.ts';
import type { Imap } from './shape.ts';

export interface Selected {
  /** Where the store kept it, last we looked: `bob/INBOX`. */
  readonly key: string;
  /** It keeps this when it is renamed. */
  readonly id: number;
  readonly uidValidity: number;
  /** EXAMINE: nothing changes by what this session does. */
  readonly readOnly: boolean;
  /** Messages by number, those included that are gone and may not be told of yet. */
  readonly view: Rows;
  /** UIDs that are \Recent to this session (RFC 3501 §2.3.2). */
  readonly recent: NumberSet;
  /** Keywords it has been told of. */
  readonly keywords: readonly string[];
  /** UIDs the last SEARCH has saved: `$` (RFC 5182). */
  readonly saved: NumberSet;
}
export interface Whereabouts {
  readonly key: string;
  readonly box: Mailbox;
}
/** What a session has open there; null: nothing. */
export const openIn = (at: At<Imap>): Selected | null =>
  at.name === 'selected' ? at.data : at.name === 'idling' ? at.data.selected : null;
/** Where it is now; undefined: it is gone, or its UIDs mean nothing any more. */
export function whereabouts({ store }: Host, { key, id, uidValidity }: Selected): Whereabouts | undefined {
  const now = keyNow(store, key, id);
  const box = now === undefined ? undefined : at(store, now);
  return now !== undefined && box && box.uidValidity === uidValidity ? { key: now, box } : undefined;
}

/** The UIDs that are meant; undefined: a number is beyond the last message, and that is an error (RFC 9051 §9, seq-number). */
export function meant({ view, saved }: Selected, set: SequenceSet, byUid: boolean): NumberSet | undefined {
  if (set === 'saved') return intersection(saved, uidsOf(view, [[1, view.length]]));
  const last = byUid ? (view.chunks.at(-1)?.at(-1)?.uid ?? 0) : view.length;
  const numbers = numberSet(set.map(([from, to]) => [from || last, to || last]));
  if (byUid) return numbers;
  return (numbers.at(-1)?.[1] ?? 0) > last || last === 0 ? undefined : uidsOf(view, numbers);
}
/** `$` is not everybody's: an extension brings it, and who has no such thing refuses it whatever it would mean. */
export const isForeign = (set: SequenceSet, host: Host): boolean =>
  set === 'saved' && !has(host, 'SEARCHRES');
export const foreign = {
  foreign: {
    to: 'same',
    says: 'BAD There is no $ here: this host keeps nothing of what a search has found',
    when: '$ is said, and this host does not know SEARCHRES',
    rfc: '5182#2',
  },
} as const;
/** How a number may fail, whichever command names it. */
export const beyond = {
  beyond: {
    to: 'same',
    says: 'BAD There is no message with such a number: {count} are here',
    when: 'a number is beyond the last message',
    rfc: '9051#9',
  },
} as const;
/** What changes a mailbox wants one that may be changed. */
export const isReadOnly = ({ data }: Foreseen<Imap, 'selected'>): boolean => data.readOnly === true;
export const readOnly = {
  readOnly: {
    to: 'same',
    says: 'NO [READ-ONLY] This mailbox is open for reading only; SELECT opens it for both',
    when: 'the mailbox was opened with EXAMINE',
    rfc: '9051#6.3.3',
  },
} as const;
