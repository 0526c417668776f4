// Mailboxes as the facts of the trace leave them.
import type { ConnId, EventId, HostId } from '../base/ids.ts';
import { letterOf } from '../host/delivery.ts';
import type { Letter, Mailbox, StoreFact } from '../store/mailbox.ts';
import type { Row } from '../store/rows.ts';
import type { TraceEvent, Turned } from './event.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneLetter, SceneMailbox } from './scene-types.ts';

/** What has changed in one mailbox since the world began. */
export interface Box {
  readonly lockedBy: ConnId;
  readonly marked: ReadonlySet<number>;
  /** Deleted before this step. */
  readonly removed: ReadonlySet<number>;
  /** Deleted in this step. */
  readonly gone: readonly number[];
  readonly appended: readonly Appended[];
  /** Changed in this step. */
  readonly fresh: ReadonlySet<number>;
  readonly changed: EventId;
}
interface Appended extends Omit<Letter, 'body'> {
  readonly uid: number;
}
/** By `store mailbox`: hosts that share a store show one and the same. */
export type Boxes = Map<string, Box>;
const none: ReadonlySet<number> = new Set();
const untouched: Box = {
  lockedBy: 0,
  marked: none,
  removed: none,
  gone: [],
  appended: [],
  fresh: none,
  changed: 0,
};

const STORE_FACTS: ReadonlySet<string> = new Set(['append', 'expunge', 'mark', 'unmark', 'lock', 'unlock']);
type MailFact = StoreFact & { readonly type: 'append' | 'expunge' | 'mark' | 'unmark' | 'lock' | 'unlock' };
/** Facts of other kinds are other readers' business. */
export const isStoreFact = (fact: { readonly type: string }): fact is MailFact => STORE_FACTS.has(fact.type);

export function foldMail(s: Fold, { id, fact, conn, host }: TraceEvent & { type: 'fact' }): void {
  if (!isStoreFact(fact)) return;
  const key = `${storeOf(s, host)} ${fact.mailbox}`;
  const box = changed(s.boxes.get(key) ?? initial(s, host, fact.mailbox), fact, conn);
  s.boxes.set(key, { ...box, changed: id });
}
/** Somebody new has a mailbox. */
export function foldPeople(s: Fold, { change, expected }: Turned): void {
  if (expected !== '' || change.type !== 'people' || change.edit.kind !== 'user') return;
  const inbox = `${change.edit.name}/INBOX`;
  const key = `${storeOf(s, change.host)} ${inbox}`;
  if (!s.boxes.has(key)) s.boxes.set(key, initial(s, change.host, inbox));
}
const initial = (s: Fold, host: HostId, mailbox: string): Box => ({
  ...untouched,
  lockedBy: s.start.hosts[host]?.store.locks[mailbox] ?? 0,
});
function changed(box: Box, fact: MailFact, conn: ConnId): Box {
  if (!('uids' in fact)) {
    // given back: what was marked and not deleted is as it was (RFC 1939 §6)
    return fact.type === 'lock' ? { ...box, lockedBy: conn } : { ...box, lockedBy: 0, marked: none };
  }
  const fresh = new Set([...box.fresh, ...fact.uids]);
  if (fact.type === 'append') return { ...box, appended: [...box.appended, ...lettersIn(fact)], fresh };
  if (fact.type === 'expunge')
    return {
      ...box,
      fresh,
      gone: [...box.gone, ...fact.uids],
      removed: new Set([...box.removed, ...fact.uids]),
    };
  const marked = new Set(box.marked);
  for (const uid of fact.uids)
    if (fact.type === 'mark') marked.add(uid);
    else marked.delete(uid);
  return { ...box, marked, fresh };
}

const lettersIn = ({ uids, letters }: StoreFact & { type: 'append' }): readonly Appended[] =>
  uids.map((uid, i) => {
    const { size = 0, from = '', subject = '' } = letters[i] ?? {};
    return { uid, size, from, subject };
  });

/** Every mailbox once, under the first host that has it. */
export function mailboxesOf(s: Fold): readonly SceneMailbox[] {
  const seen = new Set<string>();
  return Object.values(s.start.hosts).flatMap((host) => {
    const store = storeOf(s, host.id);
    if (seen.has(store)) return [];
    seen.add(store);
    return namesIn(s, store, Object.keys(host.store.mailboxes)).map((name): SceneMailbox => {
      const box = s.boxes.get(`${store} ${name}`) ?? initial(s, host.id, name);
      const letters = lettersOf(s, host.id, name, box);
      return { host: host.id, name, lockedBy: box.lockedBy, letters, changed: box.changed };
    });
  });
}
/** Those there were, and those that mail has made since. */
function namesIn({ boxes }: Fold, store: string, there: readonly string[]): readonly string[] {
  const made = [...boxes.keys()]
    .filter((key) => key.startsWith(`${store} `))
    .map((key) => key.slice(store.length + 1));
  return [...new Set([...there, ...made])];
}
/** What stands for the store of a host: its name, or the host where nobody shares it. */
const storeOf = ({ start }: Fold, host: HostId): string => start.hosts[host]?.store.id || host;
const whole = new WeakMap<object, readonly SceneLetter[]>();
function lettersOf(s: Fold, host: HostId, name: string, box: Box): readonly SceneLetter[] {
  const kept = keptIn(s.start.hosts[host]?.store.mailboxes[name]);
  if (box.marked === none && box.removed === none && box.appended.length === 0 && box.fresh === none)
    return kept;
  const added = box.appended.map((letter): SceneLetter => ({ ...blank, ...letter }));
  const there = [...kept, ...added].filter(({ uid }) => !box.removed.has(uid) || box.gone.includes(uid));
  return there.map((letter, index) => ({
    ...letter,
    number: index + 1,
    marked: box.marked.has(letter.uid),
    gone: box.gone.includes(letter.uid),
    fresh: box.fresh.has(letter.uid),
  }));
}
function keptIn(mailbox: Mailbox | undefined): readonly SceneLetter[] {
  if (!mailbox) return [];
  const kept = whole.get(mailbox) ?? mailbox.rows.chunks.flat().map(asRow);
  whole.set(mailbox, kept);
  return kept;
}
const blank: SceneLetter = {
  uid: 0,
  number: 0,
  size: 0,
  from: '',
  subject: '',
  marked: false,
  gone: false,
  fresh: false,
};
function asRow({ uid, body }: Row, index: number): SceneLetter {
  const { size, from, subject } = letterOf(body);
  return { ...blank, uid, number: index + 1, size, from, subject };
}
