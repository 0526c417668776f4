// The messages of a mailbox as they are drawn: those there are, and among them those that are gone while somebody still counts them.
// Nothing here walks over all messages unless all have changed: 100,000 are as quick as three.
import { shownOf, type Shown } from './letter-shown.ts';
import type { World } from '../kernel/world.ts';
import { dateTimeText } from '../protocols/imap/grammar/date-time.ts';
import { at, indexOfUid, rowOfUid, type Row, type Rows } from '../store/rows.ts';
import { advance, type Update } from '../store/view.ts';
import type { SceneMailbox, SceneView } from './scene-types.ts';

/** As FETCH tells it: ` 3-Nov-2026 09:00:00 +0000` (RFC 9051 §2.3.3). */
export const internalDateOf = ({ internalDate, zone }: Row): string =>
  dateTimeText(internalDate, zone).replaceAll('"', '');
/** UIDVALIDITY as clients are told it, by store: an administrator may have shifted it. */
export function validityShifts({ hosts }: World): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>();
  for (const { id, store, policy } of Object.values(hosts)) {
    const key = store.id || id;
    shifts.set(key, Math.max(shifts.get(key) ?? 0, policy.uidValidityShift));
  }
  return shifts;
}
const shown = new WeakMap<Row, Shown>();
/** Whom a message is from, and what about. */
export function letterIn(row: Row): Shown {
  const known = shown.get(row) ?? shownOf(row.body);
  shown.set(row, known);
  return known;
}
export interface MailList {
  readonly length: number;
  readonly at: (index: number) => Row | undefined;
  /** Where a UID is, or would be. */
  readonly indexOf: (uid: number) => number;
}
/** The sessions that have this mailbox open, in the order in which they connected. */
export const viewsOf = (views: readonly SceneView[], { store, box }: SceneMailbox): readonly SceneView[] =>
  views.filter((it) => it.store === store && it.id === box.id).toSorted((a, b) => a.conn - b.conn);

const lists = new WeakMap<Rows, { readonly ghosts: readonly Row[]; readonly list: MailList }>();
/** In the order of their UIDs. */
export function mailList({ box, before }: SceneMailbox, views: readonly SceneView[]): MailList {
  const { rows } = box;
  const all = [before, ...views.map((view) => view.rows)].flatMap((old) => goneFrom(old, rows));
  const ghosts = all.length === 0 ? all : byUid(all);
  const known = lists.get(rows);
  if (known && sameRows(known.ghosts, ghosts)) return known.list;
  const list = ghosts.length === 0 ? plain(rows) : mixed(rows, ghosts);
  lists.set(rows, { ghosts, list });
  return list;
}
const byUid = (rows: readonly Row[]): readonly Row[] =>
  [...new Map(rows.map((row) => [row.uid, row])).values()].toSorted((a, b) => a.uid - b.uid);
const sameRows = (a: readonly Row[], b: readonly Row[]): boolean =>
  a.length === b.length && a.every((row, i) => row === b[i]);
const plain = (rows: Rows): MailList => ({
  length: rows.length,
  at: (index) => at(rows, index),
  indexOf: (uid) => indexOfUid(rows, uid),
});
function mixed(rows: Rows, ghosts: readonly Row[]): MailList {
  const places = ghosts.map(({ uid }, i) => indexOfUid(rows, uid) + i);
  return {
    length: rows.length + ghosts.length,
    at(index) {
      const before = countBelow(places, index);
      return places[before] === index ? ghosts[before] : at(rows, index - before);
    },
    indexOf: (uid) =>
      indexOfUid(rows, uid) +
      countBelow(
        ghosts.map((row) => row.uid),
        uid,
      ),
  };
}
/** How many of these ascending numbers are smaller. */
function countBelow(numbers: readonly number[], than: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < than) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NOTHING: readonly Update[] = [];
const compared = new WeakMap<Rows, { readonly now: Rows; readonly updates: readonly Update[] }>();
/** What separates what was from what is, in the words in which a client would be told. */
export function updatesBetween(old: Rows, now: Rows): readonly Update[] {
  if (old === now) return NOTHING;
  const known = compared.get(old);
  if (known?.now === now) return known.updates;
  const { updates } = advance(old, now, true);
  compared.set(old, { now, updates });
  return updates;
}
/** The UID of the first message that this step has changed; 0: none. */
export function firstChanged({ box, before }: SceneMailbox): number {
  const [first] = updatesBetween(before, box.rows);
  if (first?.type === 'fetch') return first.row.uid;
  if (first?.type === 'expunge') return first.uid;
  return first
    ? (at(box.rows, indexOfUid(box.rows, (before.chunks.at(-1)?.at(-1)?.uid ?? 0) + 1))?.uid ?? 0)
    : 0;
}
const goneFrom = (old: Rows, now: Rows): readonly Row[] =>
  updatesBetween(old, now).flatMap((update) => {
    const row = update.type === 'expunge' ? rowOfUid(old, update.uid) : undefined;
    return row ? [row] : [];
  });

/** What a client has not been told yet: how many are gone, are different, are new. */
export interface Untold {
  readonly gone: number;
  readonly changed: number;
  readonly come: number;
}
export function untoldTo(view: SceneView, { box }: SceneMailbox): Untold {
  let [gone, changed, come] = [0, 0, 0];
  for (const update of updatesBetween(view.rows, box.rows))
    if (update.type === 'expunge') gone++;
    else if (update.type === 'fetch') changed++;
    else come = update.count - (view.rows.length - gone);
  return { gone, changed, come };
}

/** A message as one session has it. */
export interface Numbered {
  /** 0: it has no number there. */
  readonly number: number;
  /** As this step began; 0: none. */
  readonly was: number;
  /** What its client does not know yet of it. */
  readonly untold: '' | 'gone' | 'changed' | 'come';
  readonly recent: boolean;
}
const numberOf = (rows: Rows, uid: number): number => {
  const index = indexOfUid(rows, uid);
  return at(rows, index)?.uid === uid ? index + 1 : 0;
};
export function numbered(view: SceneView, { box }: SceneMailbox, uid: number): Numbered {
  const told = rowOfUid(view.rows, uid);
  const there = rowOfUid(box.rows, uid);
  return {
    number: told ? numberOf(view.rows, uid) : 0,
    was: view.before ? numberOf(view.before, uid) : 0,
    untold: !there ? (told ? 'gone' : '') : !told ? 'come' : told === there ? '' : 'changed',
    recent: view.recent.some(([from, to]) => from <= uid && uid <= to),
  };
}
/** What this step has done to a message. */
export interface Done {
  readonly what: '' | 'come' | 'gone' | 'changed';
  readonly added: readonly string[];
  readonly taken: readonly string[];
}
export function doneTo({ box, before, gone }: SceneMailbox, uid: number): Done {
  const old = rowOfUid(before, uid);
  const now = gone ? undefined : rowOfUid(box.rows, uid);
  if (old === now) return UNTOUCHED;
  const [had, has] = [old?.flags ?? [], now?.flags ?? []];
  return {
    what: !old ? 'come' : now ? 'changed' : 'gone',
    added: old ? has.filter((flag) => !had.includes(flag)) : [],
    taken: now ? had.filter((flag) => !has.includes(flag)) : [],
  };
}
const UNTOUCHED: Done = { what: '', added: [], taken: [] };
