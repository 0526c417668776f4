// Whose mailboxes there are, as a tree of names: users, their folders, and what lies below those (RFC 9051 §5.1, RFC 2342).
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import { INBOX, usualNaming, type Naming, type Namespace } from '../store/naming.ts';
import { tallyOf } from '../store/tally.ts';
import { viewsOf } from './mail-list.ts';
import type { SceneMailbox, SceneView } from './scene-types.ts';

export interface MailPlace {
  /** The same for as long as it is called so: `store user/name`. */
  readonly key: string;
  /** As its user sees it. */
  readonly name: Octets;
  /** What of the name its parent does not say. */
  readonly leaf: Octets;
  /** How many mailboxes it lies in. */
  readonly depth: number;
  readonly subscribed: boolean;
  /** Undefined: somebody subscribes to the name, and there is no such mailbox. */
  readonly box: SceneMailbox | undefined;
  readonly unseen: number;
  /** Of the sessions that have it open. */
  readonly views: readonly SceneView[];
}
export interface MailUser {
  /** `store user`. */
  readonly key: string;
  /** `#shared` and its like: nobody's in particular. */
  readonly user: string;
  readonly host: HostId;
  readonly places: readonly MailPlace[];
  /** The event that changed anything of it last; 0: none. */
  readonly changed: number;
}
type Subscriptions = ReadonlyMap<string, readonly Octets[]>;

/** Those with a mailbox that is open somewhere or held, then those whose mail has changed, the latest first; then all others. */
export function mailTree(
  boxes: readonly SceneMailbox[],
  views: readonly SceneView[],
  subscriptions: Subscriptions,
): readonly MailUser[] {
  const users = new Map<string, SceneMailbox[]>();
  for (const box of boxes) {
    const key = `${box.store} ${ownerOf(box)}`;
    const known = users.get(key);
    if (known) known.push(box);
    else users.set(key, [box]);
  }
  const all = [...users].map(([key, own]) => userOf(key, own, views, subscriptions.get(key) ?? []));
  return all.toSorted((a, b) => rank(a) - rank(b) || b.changed - a.changed || room(b) - room(a));
}
const ownerOf = ({ name }: SceneMailbox): string => name.slice(0, name.indexOf('/'));
const rank = ({ places }: MailUser): number =>
  places.some(({ box, views }) => views.length > 0 || (box?.lockedBy ?? 0) !== 0) ? 0 : 1;
const room = ({ places }: MailUser): number =>
  places.some(({ box }) => (box?.box.rows.length ?? 0) > 0) ? 1 : 0;

function userOf(
  key: string,
  boxes: readonly SceneMailbox[],
  views: readonly SceneView[],
  subscribed: readonly Octets[],
): MailUser {
  const user = key.slice(key.indexOf(' ') + 1);
  const space = namespaceOf(boxes[0]?.naming ?? usualNaming, user);
  const names = new Map<Octets, SceneMailbox | undefined>(subscribed.map((name) => [name, undefined]));
  for (const box of boxes) names.set(nameIn(space, box.name.slice(user.length + 1)), box);
  const sorted = [...names.keys()].toSorted(byLevels(space.delimiter));
  const places = sorted.map((name): MailPlace => {
    const box = names.get(name);
    const above = sorted.filter((it) => names.get(it) && name.startsWith(it + space.delimiter));
    const parent = above.at(-1);
    return {
      key: `${key}/${name}`,
      name,
      leaf: parent === undefined ? name : name.slice(parent.length + space.delimiter.length),
      depth: above.length,
      subscribed: subscribed.includes(name),
      box,
      unseen: box ? tallyOf(box.box.rows).unseen : 0,
      views: box ? viewsOf(views, box) : [],
    };
  });
  const changed = Math.max(0, ...boxes.map((box) => box.changed));
  return { key, user, host: boxes[0]?.host ?? '', places, changed };
}
const namespaceOf = (naming: Naming, user: string): Pick<Namespace, 'prefix' | 'delimiter'> =>
  naming.find(({ owner }) => owner === user) ??
  naming.find(({ kind }) => kind === 'personal') ?? { prefix: '', delimiter: '/' };
const nameIn = ({ prefix }: Pick<Namespace, 'prefix'>, own: Octets): Octets =>
  own === INBOX || own.startsWith(prefix) ? own : prefix + own;
/** INBOX, then by the octets of each level: what lies below a name follows it. */
const byLevels =
  (delimiter: string) =>
  (a: Octets, b: Octets): number => {
    const [one, other] = [a.split(delimiter), b.split(delimiter)];
    for (let i = 0; i < Math.min(one.length, other.length); i++) {
      const [x = '', y = ''] = [one[i], other[i]];
      if (x === y) continue;
      if (x === INBOX || y === INBOX) return x === INBOX ? -1 : 1;
      return x < y ? -1 : 1;
    }
    return one.length - other.length;
  };
