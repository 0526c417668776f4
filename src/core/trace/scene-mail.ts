// Mailboxes as the facts of the trace leave them, made by the store's own functions: what a scene has is what the server has.
import type { HostId } from '../base/ids.ts';
import type { World } from '../kernel/world.ts';
import { withFlags } from '../store/flags.ts';
import { expunge, type Mailbox, type StoreFact } from '../store/mailbox.ts';
import { rowsAfter } from '../store/leads.ts';
import { setOf } from '../store/number-set.ts';
import { rewrite } from '../store/rewrite.ts';
import { noRows, pushAll } from '../store/rows.ts';
import type { TraceEvent } from './event.ts';
import type { Fold } from './scene-fold.ts';
import type { SceneMailbox } from './scene-types.ts';
import { foldView } from './scene-views.ts';

/** By `store mailbox`: hosts that share a store show one and the same. */
export type Boxes = Map<string, SceneMailbox>;
/** By `store user`: names, whether there is such a mailbox or not. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>;
const none: ReadonlySet<number> = new Set();

/** What stands for the store of a host: its name, or the host where nobody shares it. */
export const storeOf = ({ hosts }: World, host: HostId): string => hosts[host]?.store.id || host;
/** Every mailbox once, under the first host that has it. */
export function startBoxes(start: World): Boxes {
  const boxes: Boxes = new Map();
  for (const { id: host, store } of Object.values(start.hosts))
    for (const [name, box] of Object.entries(store.mailboxes)) {
      const key = `${storeOf(start, host)} ${name}`;
      if (boxes.has(key)) continue;
      const own = {
        host,
        store: storeOf(start, host),
        naming: store.naming,
        lockedBy: store.locks[name] ?? 0,
      };
      boxes.set(key, { ...blank, ...own, name, box, before: box.rows });
    }
  return boxes;
}
export function startSubscriptions(start: World): Subscriptions {
  const all = new Map<string, readonly string[]>();
  for (const { id, store } of Object.values(start.hosts))
    for (const [user, names] of Object.entries(store.subscriptions ?? {}))
      all.set(`${storeOf(start, id)} ${user}`, names);
  return all;
}
const blank = { lockedBy: 0, marked: none, fresh: false, gone: false, changed: 0 } as const;

type FactEvent = TraceEvent & { readonly type: 'fact' };
type TypeOf<T extends string> = StoreFact & { readonly type: T };
type MailFact = TypeOf<'append' | 'expunge' | 'mark' | 'unmark' | 'lock' | 'unlock'>;
const MAIL_FACTS: ReadonlySet<string> = new Set(['append', 'expunge', 'mark', 'unmark', 'lock', 'unlock']);
/** Letters that come and go, and who holds them. Facts of other kinds are other readers' business. */
export const isStoreFact = (fact: { readonly type: string }): fact is MailFact => MAIL_FACTS.has(fact.type);
/** Of a store, whatever happened there. */
const isAnyFact = (fact: { readonly type: string }): fact is StoreFact => 'mailbox' in fact;

export function foldMail(s: Fold, event: FactEvent): void {
  const { fact, host } = event;
  if (!isAnyFact(fact)) return;
  const store = storeOf(s.start, host);
  const key = `${store} ${fact.mailbox}`;
  const old = s.boxes.get(key);
  if (fact.type === 'create') {
    const { mailbox: name, box } = fact;
    const { naming } = s.start.hosts[host]?.store ?? {};
    const made = { ...blank, host, store, naming, name, box, before: noRows, fresh: true, changed: event.id };
    s.boxes.set(
      key,
      again(event, undefined, () => made),
    );
  } else if (fact.type === 'subscribe' || fact.type === 'unsubscribe') foldSubscription(s, store, fact);
  else if (old && fact.type === 'rename') {
    s.boxes.delete(key);
    const name = fact.to;
    s.boxes.set(
      `${store} ${name}`,
      again(event, old, () => ({ ...old, name, fresh: true, changed: event.id })),
    );
  } else if (old && fact.type !== 'told' && fact.type !== 'left')
    s.boxes.set(
      key,
      again(event, old, () => changed(old, fact, event)),
    );
  foldView(s, event, fact, s.boxes.get(key));
}
function changed(old: SceneMailbox, fact: StoreFact, { id, conn }: FactEvent): SceneMailbox {
  const next = { ...old, fresh: true, changed: id };
  switch (fact.type) {
    case 'lock':
      return { ...old, lockedBy: conn, changed: id };
    // given back: what was marked and not deleted is as it was (RFC 1939 §6)
    case 'unlock':
      return { ...old, lockedBy: 0, marked: none, changed: id };
    case 'mark':
      return { ...next, marked: new Set([...old.marked, ...fact.uids]) };
    case 'unmark':
      return { ...next, marked: new Set([...old.marked].filter((uid) => !fact.uids.includes(uid))) };
    case 'delete':
      return { ...next, gone: true };
    default:
      return { ...next, box: boxAfter(old.box, fact) };
  }
}
function boxAfter(box: Mailbox, fact: StoreFact): Mailbox {
  const known = rowsAfter(fact, box.rows);
  if (fact.type === 'expunge') {
    const kept = expunge(box, () => true, setOf(fact.uids));
    return known ? { ...kept, rows: known } : kept;
  }
  if (fact.type === 'append') {
    const last = fact.letters.at(-1);
    return last
      ? { ...box, rows: known ?? pushAll(box.rows, fact.letters), uidNext: last.uid + 1, modseq: last.modseq }
      : box;
  }
  if (fact.type !== 'flags') return box;
  const { modseq } = fact;
  if (known) return { ...box, rows: known, modseq };
  let { rows } = box;
  for (const { uids, flags } of fact.changes)
    rows = rewrite(rows, uids, (row) => withFlags(row, flags, modseq));
  return { ...box, rows, modseq };
}
function foldSubscription(s: Fold, store: string, { type, mailbox }: StoreFact): void {
  const slash = mailbox.indexOf('/');
  const key = `${store} ${mailbox.slice(0, slash)}`;
  const name = mailbox.slice(slash + 1);
  const others = (s.subscriptions.get(key) ?? []).filter((it) => it !== name);
  s.subscriptions = new Map(s.subscriptions).set(key, type === 'subscribe' ? [...others, name] : others);
}

interface Again<T> {
  readonly from: T | undefined;
  readonly to: T;
}
const made = new WeakMap<TraceEvent, Again<SceneMailbox>>();
/** An event that is read again leads from the same to the same: whoever looks back finds what was seen there. */
function again(event: TraceEvent, from: SceneMailbox | undefined, make: () => SceneMailbox): SceneMailbox {
  const known = made.get(event);
  if (known && known.from === from) return known.to;
  const to = make();
  made.set(event, { from, to });
  return to;
}
const settled = new WeakMap<SceneMailbox, SceneMailbox>();
/** A new step: nothing of it has changed yet. */
export function turnBoxes(boxes: Boxes): void {
  for (const [key, box] of boxes) {
    if (box.gone) boxes.delete(key);
    if (box.gone || (!box.fresh && box.before === box.box.rows)) continue;
    const next = settled.get(box) ?? { ...box, fresh: false, before: box.box.rows };
    settled.set(box, next);
    boxes.set(key, next);
  }
}
