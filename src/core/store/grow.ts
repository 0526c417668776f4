// CREATE, DELETE, RENAME, SUBSCRIBE (RFC 9051 §6.3.4 to §6.3.8).
import type { Octets } from '../base/octets.ts';
import { move } from './copy.ts';
import {
  appendFact,
  expungeFact,
  newMailbox,
  type Mailbox,
  type SpecialUse,
  type StoreFact,
} from './mailbox.ts';
import { INBOX, placeOf, superiors, type Place } from './naming.ts';
import { at, below, given, namingOf, subscriptionsOf, type MailTree } from './tree.ts';

/**
 * Why not. `badName`: no mailbox may be called so; `fixed`: an administrator's mailboxes; `children`: it is only a
 * name with others below it; `inside`: into its own tree; `use`: another mailbox is for that already, or none can be.
 */
export type Refusal =
  | 'badName'
  | 'exists'
  | 'missing'
  | 'children'
  | 'inbox'
  | 'inside'
  | 'fixed'
  | 'use'
  | 'tooMany';
export interface Grown<T> {
  readonly tree: T;
  readonly facts: readonly StoreFact[];
}
const MOST_MAILBOXES = 1000;
/** They show what is elsewhere, and nothing can be put there (RFC 6154 §2). */
const VIRTUAL: readonly SpecialUse[] = [String.raw`\All`, String.raw`\Flagged`];

/** Names above it are made too. `now` is Unix time: a UIDVALIDITY that ascends (RFC 9051 §2.3.1.1). */
export function create<T extends MailTree>(
  tree: T,
  user: string,
  name: Octets,
  now: number,
  uses: readonly SpecialUse[] = [],
): Grown<T> | Refusal {
  const place = declared(tree, user, name);
  if (!place) return 'badName';
  if (isFixed(place)) return 'fixed';
  if (at(tree, place.key)) return 'exists';
  if (uses.some((use) => VIRTUAL.includes(use) || isUsed(tree, user, use))) return 'use';
  return planted(tree, user, place, now, uses);
}
/** A delimiter at the end says only that others will follow below it (§6.3.4). */
function declared(tree: MailTree, user: string, name: Octets): Place | undefined {
  const last = name.at(-1) ?? '';
  const bare = namingOf(tree).some(({ delimiter }) => delimiter === last) ? name.slice(0, -1) : name;
  return placeOf(namingOf(tree), user, bare);
}
const isFixed = ({ namespace: { owner } }: Place): boolean => owner !== '';
const isUsed = ({ mailboxes }: MailTree, user: string, use: SpecialUse): boolean =>
  Object.entries(mailboxes).some(([key, { uses }]) => key.startsWith(`${user}/`) && uses.includes(use));

function planted<T extends MailTree>(
  tree: T,
  user: string,
  place: Place,
  now: number,
  uses: readonly SpecialUse[],
): Grown<T> | Refusal {
  const made: Record<string, Mailbox> = {};
  let { id, uidValidity } = given(tree);
  for (const key of [...keysAbove(tree, user, place), place.key]) {
    uidValidity = Math.max(uidValidity + 1, now);
    made[key] = newMailbox(uidValidity, ++id, key === place.key ? uses : []);
  }
  const mailboxes = { ...tree.mailboxes, ...made };
  if (Object.keys(mailboxes).filter((key) => key.startsWith(`${user}/`)).length > MOST_MAILBOXES)
    return 'tooMany';
  return {
    tree: { ...tree, mailboxes, given: { id, uidValidity } },
    facts: Object.entries(made).map(([mailbox, box]) => ({ type: 'create', mailbox, box })),
  };
}
/** Of the names above it that are no mailbox. */
const keysAbove = (tree: MailTree, user: string, place: Place): readonly string[] =>
  superiors(place)
    .map((name) => placeOf(namingOf(tree), user, name)?.key)
    .filter((key) => key !== undefined)
    .filter((key) => !at(tree, key));

/** Its messages go with it; what lies below it stays, and so does the name as long as something does. */
export function remove<T extends MailTree>(tree: T, user: string, name: Octets): Grown<T> | Refusal {
  const place = placeOf(namingOf(tree), user, name);
  if (!place) return 'missing';
  if (place.name === INBOX) return 'inbox';
  if (isFixed(place)) return 'fixed';
  if (!at(tree, place.key)) return below(tree, place).length > 0 ? 'children' : 'missing';
  const { [place.key]: _gone, ...mailboxes } = tree.mailboxes;
  return {
    tree: { ...tree, mailboxes, given: given(tree) },
    facts: [{ type: 'delete', mailbox: place.key }],
  };
}

/** With all that lies below it. INBOX itself stays: its messages move out of it (§6.3.6). */
export function rename<T extends MailTree>(
  tree: T,
  user: string,
  from: Octets,
  to: Octets,
  now: number,
): Grown<T> | Refusal {
  const [old, next] = [placeOf(namingOf(tree), user, from), declared(tree, user, to)];
  if (!old) return 'missing';
  if (!next) return 'badName';
  if (isFixed(old) || isFixed(next)) return 'fixed';
  if (at(tree, next.key) || below(tree, next).length > 0) return 'exists';
  if (old.name === INBOX) return emptied(tree, user, old, next, now);
  if (next.key.startsWith(old.key + old.namespace.delimiter)) return 'inside';
  const all = [...(at(tree, old.key) ? [old.key] : []), ...below(tree, old)];
  if (all.length === 0) return 'missing';
  return renamed(tree, user, all, [old, next], now);
}
function renamed<T extends MailTree>(
  tree: T,
  user: string,
  keys: readonly string[],
  [old, next]: readonly [Place, Place],
  now: number,
): Grown<T> | Refusal {
  const mailboxes = Object.fromEntries(
    Object.entries(tree.mailboxes).map(([key, box]) => [
      keys.includes(key) ? next.key + key.slice(old.key.length) : key,
      box,
    ]),
  );
  const moved = { ...tree, mailboxes };
  const facts = keys.map((mailbox): StoreFact => ({
    type: 'rename',
    mailbox,
    to: next.key + mailbox.slice(old.key.length),
  }));
  const [parent] = keysAbove(moved, user, next).slice(-1);
  if (parent === undefined) return { tree: moved, facts };
  const above = superiors(next).at(-1) ?? '';
  const grown = create(moved, user, above, now);
  return typeof grown === 'string' ? grown : { tree: grown.tree, facts: [...grown.facts, ...facts] };
}
function emptied<T extends MailTree>(
  tree: T,
  user: string,
  inbox: Place,
  next: Place,
  now: number,
): Grown<T> | Refusal {
  const box = at(tree, inbox.key);
  const grown = create(tree, user, next.name, now);
  if (!box) return 'missing';
  if (typeof grown === 'string') return grown;
  const fresh = at(grown.tree, next.key);
  if (!fresh) return 'missing';
  const { source, to } = move(box, [[1, box.uidNext]], fresh, now);
  const mailboxes = { ...grown.tree.mailboxes, [inbox.key]: source, [next.key]: to };
  const moved = [appendFact(next.key, fresh, to), expungeFact(inbox.key, box, source)];
  return {
    tree: { ...grown.tree, mailboxes },
    facts: box === source ? grown.facts : [...grown.facts, ...moved],
  };
}

/** A name need not be a mailbox's to be subscribed to (§6.3.7), but one that could be. */
export function subscribe<T extends MailTree>(tree: T, user: string, name: Octets): Grown<T> | Refusal {
  const place = placeOf(namingOf(tree), user, name);
  if (!place) return 'badName';
  const known = subscriptionsOf(tree, user);
  return known.includes(place.name)
    ? { tree, facts: [] }
    : subscribing(tree, user, [...known, place.name], {
        type: 'subscribe',
        mailbox: `${user}/${place.name}`,
      });
}
export function unsubscribe<T extends MailTree>(tree: T, user: string, name: Octets): Grown<T> | Refusal {
  const known = subscriptionsOf(tree, user);
  const wanted = placeOf(namingOf(tree), user, name)?.name;
  if (wanted === undefined || !known.includes(wanted)) return 'missing';
  const left = known.filter((it) => it !== wanted);
  return subscribing(tree, user, left, { type: 'unsubscribe', mailbox: `${user}/${wanted}` });
}
const subscribing = <T extends MailTree>(
  tree: T,
  user: string,
  names: readonly Octets[],
  fact: StoreFact,
): Grown<T> => ({
  tree: { ...tree, subscriptions: { ...tree.subscriptions, [user]: names } },
  facts: [fact],
});
