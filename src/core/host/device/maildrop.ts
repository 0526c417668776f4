// What POP3 has brought to a device: whole letters, in folders and with flags that no server knows of.
import type { Octets } from '../../base/octets.ts';
import { MINUTE, type Micros } from '../../base/time.ts';
import { INBOX, SENT, type Settings } from '../../base/device.ts';

export interface Kept {
  /** The server's name for it (RFC 1939 §7), or one of our own for what was written here. */
  readonly id: string;
  readonly folder: Octets;
  readonly body: Octets;
  readonly flags: readonly string[];
}
export interface Maildrop {
  readonly letters: readonly Kept[];
  /** Folders made here, besides INBOX. */
  readonly folders: readonly Octets[];
  /** What the server still has of what was fetched, by its name there: since when it is here. */
  readonly known: Readonly<Record<string, Micros>>;
  /** Deleted here, and to be deleted there. */
  readonly doomed: readonly string[];
}

/** All there are, made here or not. */
export const foldersIn = ({ folders }: Maildrop): readonly Octets[] => [INBOX, ...folders, SENT];

const DAY = 24 * 60 * MINUTE;

/** One thing to say about one letter, by its number in this session. */
export interface Item {
  readonly does: 'RETR' | 'DELE';
  readonly number: number;
  readonly id: string;
}
/** What is on the server is what counts: what is gone there need not be remembered any more. */
export function listed(drop: Maildrop, ids: readonly string[]): Maildrop {
  const there = new Set(ids);
  return {
    ...drop,
    known: Object.fromEntries(Object.entries(drop.known).filter(([id]) => there.has(id))),
    doomed: drop.doomed.filter((id) => there.has(id)),
  };
}
export const isKnown = ({ known }: Maildrop, id: string): boolean => Object.hasOwn(known, id);

/** The new ones are fetched; then those go that the policy lets go. */
export function itemsFor(
  drop: Maildrop,
  { keep, days }: Settings,
  there: readonly { readonly number: number; readonly id: string }[],
  now: Micros,
): readonly Item[] {
  const fresh = there.filter(({ id }) => !isKnown(drop, id));
  const goes = ({ id }: { readonly id: string }): boolean => {
    if (drop.doomed.includes(id) || keep === 'delete') return true;
    const since = isKnown(drop, id) ? drop.known[id] : undefined;
    return keep === 'days' && since !== undefined && now - since >= days * DAY;
  };
  return [
    ...fresh.map(({ number, id }): Item => ({ does: 'RETR', number, id })),
    ...there.filter(goes).map(({ number, id }): Item => ({ does: 'DELE', number, id })),
  ];
}
export const fetched = (drop: Maildrop, id: string, body: Octets, now: Micros): Maildrop => ({
  ...drop,
  letters: [...drop.letters, { id, folder: INBOX, body, flags: [] }],
  known: { ...drop.known, [id]: now },
});
/** They are gone from the server. */
export function gone(drop: Maildrop, ids: readonly string[]): Maildrop {
  return {
    ...drop,
    known: Object.fromEntries(Object.entries(drop.known).filter(([id]) => !ids.includes(id))),
    doomed: drop.doomed.filter((id) => !ids.includes(id)),
  };
}
export const changedKept = (drop: Maildrop, id: string, change: (it: Kept) => Kept): Maildrop => ({
  ...drop,
  letters: drop.letters.map((it) => (it.id === id ? change(it) : it)),
});
/** Deleted here. Whether there, too, is the policy's business. */
export const thrownAway = (drop: Maildrop, { keep }: Settings, id: string): Maildrop => ({
  ...drop,
  letters: drop.letters.filter((it) => it.id !== id),
  doomed: keep !== 'leave' && isKnown(drop, id) ? [...drop.doomed, id] : drop.doomed,
});
