// Users, mailboxes and messages as rows of one list. A mailbox of 100,000 messages is one entry of it: rows are worked out when seen.
import type { Row } from '../../core/store/rows.ts';
import { firstChanged, mailList, type MailList } from '../../core/trace/mail-list.ts';
import type { MailPlace, MailUser } from '../../core/trace/mail-tree.ts';
import type { SceneMailbox } from '../../core/trace/scene-types.ts';

/** One row. `key` names what it stands for, whatever happens around it. */
export type Line =
  | (Among & {
      readonly kind: 'user';
      readonly key: string;
      readonly user: MailUser;
      readonly open: boolean;
    })
  | (Among & {
      readonly kind: 'place';
      readonly key: string;
      readonly place: MailPlace;
      readonly open: boolean;
    })
  | (Among & {
      readonly kind: 'message';
      readonly key: string;
      readonly place: MailPlace;
      readonly box: SceneMailbox;
      readonly row: Row;
    });
/** Which of those beside it, from 0, and how many there are. */
interface Among {
  readonly nth: number;
  readonly of: number;
}
interface Stretch {
  /** Of its first row: its number, and its distance from the top in sixteenths of a rem. */
  readonly first: number;
  readonly top: number;
  readonly rows: number;
  readonly height: number;
  readonly at: (nth: number) => Line | undefined;
  readonly box: SceneMailbox | undefined;
  readonly list: MailList | undefined;
  readonly key: string;
}
export interface Layout {
  readonly stretches: readonly Stretch[];
  readonly rows: number;
  readonly height: number;
}
/** By key: what somebody has opened or closed. */
export type Folds = ReadonlyMap<string, boolean>;
/** Heights of a message's row. */
export const MESSAGE = { wide: 40, narrow: 58 } as const;
const USER = 30;
const PLACE = 30;
const DETAIL = { wide: 18, narrow: 32 } as const;
const SESSION = 18;
const HEADS = 20;

/** Where mail arrives, what somebody has open, and what changes just now. */
const opensItself = ({ name, box, views }: MailPlace): boolean =>
  name === 'INBOX' || views.length > 0 || box?.fresh === true || (box?.lockedBy ?? 0) !== 0;
export const isOpen = (folds: Folds, place: MailPlace): boolean =>
  place.box !== undefined && (folds.get(place.key) ?? opensItself(place));
const isUserOpen = (folds: Folds, { key }: MailUser): boolean => folds.get(key) ?? true;

export function layoutOf(users: readonly MailUser[], folds: Folds, wide: boolean): Layout {
  const stretches: Stretch[] = [];
  let [first, top] = [0, 0];
  const add = (it: Omit<Stretch, 'first' | 'top'>): void => {
    stretches.push({ ...it, first, top });
    first += it.rows;
    top += it.rows * it.height;
  };
  const single = { rows: 1, box: undefined, list: undefined };
  for (const [nth, user] of users.entries()) {
    const { key } = user;
    const open = isUserOpen(folds, user);
    const line: Line = { kind: 'user', key, user, open, nth, of: users.length };
    add({ ...single, key, height: USER, at: () => line });
    if (!open) continue;
    const among = amongPlaces(user.places);
    for (const place of user.places) addPlace(add, place, isOpen(folds, place), wide, among.get(place));
  }
  return { stretches, rows: first, height: top };
}
/** Places come in the order of the tree: those of one depth stand beside each other until a lesser one comes. */
function amongPlaces(places: readonly MailPlace[]): ReadonlyMap<MailPlace, Among> {
  const groups: MailPlace[][] = [];
  const open: MailPlace[][] = [];
  for (const place of places) {
    open.length = Math.min(open.length, place.depth + 1);
    let group = open[place.depth];
    if (!group) groups.push((group = open[place.depth] = []));
    group.push(place);
  }
  return new Map(groups.flatMap((group) => group.map((it, nth) => [it, { nth, of: group.length }])));
}
const ALONE: Among = { nth: 0, of: 1 };
function addPlace(
  add: (it: Omit<Stretch, 'first' | 'top'>) => void,
  place: MailPlace,
  open: boolean,
  wide: boolean,
  { nth: placeNth, of: places }: Among = ALONE,
): void {
  const { key, box, views } = place;
  const list = box && open ? mailList(box, views) : undefined;
  const sessions = views.length > 0 && open ? views.length * SESSION + HEADS : 0;
  add({
    rows: 1,
    box,
    list: undefined,
    key,
    height: PLACE + (open ? DETAIL[wide ? 'wide' : 'narrow'] : 0) + sessions,
    at: () => ({ kind: 'place', key, place, open, nth: placeNth, of: places }),
  });
  if (!box || !list || list.length === 0) return;
  const of = list.length;
  add({
    rows: of,
    height: MESSAGE[wide ? 'wide' : 'narrow'],
    box,
    list,
    key,
    at(nth) {
      const row = list.at(nth);
      return row && { kind: 'message', key: `${key} ${row.uid}`, place, box, row, nth, of };
    },
  });
}

function stretchAt<T>(all: readonly T[], isAfter: (it: T) => boolean): T | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const it = all[middle];
    if (it !== undefined && isAfter(it)) high = middle - 1;
    else low = middle;
  }
  return all[low];
}
export function lineAt({ stretches }: Layout, row: number): Line | undefined {
  const it = stretchAt(stretches, ({ first }) => first > row);
  return it?.at(row - it.first);
}
/** The row at this distance from the top. */
export function rowAtTop({ stretches, rows }: Layout, y: number): number {
  const it = stretchAt(stretches, ({ top }) => top > y);
  return it ? Math.min(Math.max(0, rows - 1), it.first + Math.floor((y - it.top) / it.height)) : 0;
}
export function spanOf(
  { stretches }: Layout,
  row: number,
): { readonly top: number; readonly height: number } {
  const it = stretchAt(stretches, ({ first }) => first > row);
  return it ? { top: it.top + (row - it.first) * it.height, height: it.height } : { top: 0, height: 0 };
}
/** The row of a key; -1: it is not there, or lies in what is closed. */
export function rowOf({ stretches }: Layout, key: string): number {
  const single = stretches.find((it) => !it.list && it.key === key);
  if (single) return single.first;
  const space = key.lastIndexOf(' ');
  const uid = Number(key.slice(space + 1));
  const messages = stretches.find((it) => it.list && it.key === key.slice(0, space));
  const nth = messages?.list?.indexOf(uid) ?? -1;
  return messages?.list?.at(nth)?.uid === uid ? messages.first + nth : -1;
}
/** The first row of what has changed in this step, the latest change first; -1: nothing has. */
export function changedRow({ stretches }: Layout): number {
  let found: Stretch | undefined;
  for (const it of stretches)
    if (it.box?.fresh && (it.box.changed > (found?.box?.changed ?? 0) || (it.list && it.box === found?.box)))
      found = it;
  if (!found?.box || !found.list) return found?.first ?? -1;
  const nth = found.list.indexOf(firstChanged(found.box));
  return found.first + Math.min(nth, found.rows - 1);
}
