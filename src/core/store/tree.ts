// The mailboxes of a store as one user sees them: a tree of names (RFC 9051 §6.3.4 to §6.3.8).
import type { Octets } from '../base/octets.ts';
import type { Mailbox, SpecialUse } from './mailbox.ts';
import { INBOX, placeOf, superiors, usualNaming, type Namespace, type Naming, type Place } from './naming.ts';

export interface MailTree {
  /** By `owner/name`: `bob/INBOX`, `#shared/office`. */
  readonly mailboxes: Readonly<Record<string, Mailbox>>;
  /** Absent: one namespace, with `/` between levels. */
  readonly naming?: Naming;
  /** By user, names as clients see them, whether there is such a mailbox or not. */
  readonly subscriptions?: Readonly<Record<string, readonly Octets[]>>;
  /** The highest that were ever given to a mailbox here; absent: those of the mailboxes there are. */
  readonly given?: Given;
}
export interface Given {
  readonly id: number;
  readonly uidValidity: number;
}
export const namingOf = ({ naming = usualNaming }: MailTree): Naming => naming;
export const given = ({ mailboxes, given: known }: MailTree): Given => {
  let [id, uidValidity] = [known?.id ?? 0, known?.uidValidity ?? 0];
  for (const box of Object.values(mailboxes)) {
    id = Math.max(id, box.id);
    uidValidity = Math.max(uidValidity, box.uidValidity);
  }
  return { id, uidValidity };
};

export interface Found {
  readonly place: Place;
  readonly box: Mailbox;
}
/** The mailbox a user calls so. */
export function find(tree: MailTree, user: string, name: Octets): Found | undefined {
  const place = placeOf(namingOf(tree), user, name);
  const box = place && at(tree, place.key);
  return place && box && { place, box };
}
export const at = ({ mailboxes }: MailTree, key: string): Mailbox | undefined =>
  Object.hasOwn(mailboxes, key) ? mailboxes[key] : undefined;
/** Where a mailbox is that was somewhere once: it may have been renamed; undefined: it is gone. */
export function keyNow(tree: MailTree, key: string, id: number): string | undefined {
  if (at(tree, key)?.id === id) return key;
  return Object.keys(tree.mailboxes).find((it) => tree.mailboxes[it]?.id === id);
}
export const withBox = <T extends MailTree>(tree: T, key: string, box: Mailbox): T => ({
  ...tree,
  mailboxes: { ...tree.mailboxes, [key]: box },
});

/** A name as a list of mailboxes shows it. */
export interface Listed {
  readonly name: Octets;
  readonly namespace: Namespace;
  /** Where the store keeps it; undefined: \NonExistent. */
  readonly key: string | undefined;
  readonly hasChildren: boolean;
  readonly subscribed: boolean;
  readonly uses: readonly SpecialUse[];
}
/**
 * All names a user can see, INBOX first, then in the order of their octets: mailboxes, names that only have
 * others below them, and names that are only subscribed to.
 */
export function listed(tree: MailTree, user: string): readonly Listed[] {
  const boxes = seenBy(tree, user);
  const subscribed = new Set(subscriptionsOf(tree, user));
  const parents = new Set([...boxes.values()].flatMap(superiors));
  const names = new Set([...boxes.keys(), ...parents, ...subscribed]);
  return [...names].toSorted(inboxFirst).flatMap((name): readonly Listed[] => {
    const place = boxes.get(name) ?? placeOf(namingOf(tree), user, name);
    if (!place) return [];
    const box = at(tree, place.key);
    return [
      {
        name,
        namespace: place.namespace,
        key: box && place.key,
        hasChildren: parents.has(name),
        subscribed: subscribed.has(name),
        uses: box?.uses ?? [],
      },
    ];
  });
}
export const inboxFirst = (a: Octets, b: Octets): number =>
  a === INBOX ? -1 : b === INBOX ? 1 : a < b ? -1 : a > b ? 1 : 0;

/** Every mailbox of every namespace, by its name. */
function seenBy(tree: MailTree, user: string): ReadonlyMap<Octets, Place> {
  const out = new Map<Octets, Place>();
  for (const namespace of namingOf(tree)) {
    const owner = `${namespace.owner || user}/`;
    for (const key of Object.keys(tree.mailboxes)) {
      if (!key.startsWith(owner)) continue;
      const own = key.slice(owner.length);
      const name = namespace.owner === '' ? own : namespace.prefix + own;
      out.set(name, { namespace, name, key });
    }
  }
  return out;
}
export const subscriptionsOf = ({ subscriptions = {} }: MailTree, user: string): readonly Octets[] =>
  (Object.hasOwn(subscriptions, user) ? subscriptions[user] : undefined) ?? [];

/** Keys of what lies below a name. */
export function below(tree: MailTree, { key, namespace: { delimiter } }: Place): readonly string[] {
  return Object.keys(tree.mailboxes).filter((it) => it.startsWith(key + delimiter));
}
