// Who has mail on a host, and how its administrator changes that.
import { isOctets, type Octets } from '../base/octets.ts';
import { create, remove, rename } from '../store/grow.ts';
import { namingOf } from '../store/tree.ts';
import { usualNaming } from '../store/naming.ts';
import type { StoreFact } from '../store/mailbox.ts';
import type { Host, ScramKeys, User } from './host.ts';
import { withList, withMember, type ListEdit } from './list-edits.ts';
import { isName, isTarget, MOST, NO_NAME } from './people-names.ts';

export type PeopleEdit =
  /** Somebody new, or a new password. `keys`: for SCRAM; null: none were made. */
  | {
      readonly kind: 'user';
      readonly name: Octets;
      readonly password: Octets;
      readonly keys: ScramKeys | null;
    }
  /** The account goes; the mail stays where it is, as it does with most directories. */
  | { readonly kind: 'dismiss'; readonly name: Octets }
  /** Octets of mail, at most; 0: as many as they like; null: as the host's policy says. */
  | { readonly kind: 'quota'; readonly name: Octets; readonly octets: number | null }
  /** A mailbox of theirs, as they call it: a new one, or one less with all that is in it. */
  | {
      readonly kind: 'mailbox';
      readonly name: Octets;
      readonly mailbox: Octets;
      readonly phase: 'add' | 'remove';
    }
  /** What it is called from now on, and with it all below it; as if another of their sessions had said RENAME (RFC 9051 §6.3.6). */
  | { readonly kind: 'rename'; readonly name: Octets; readonly mailbox: Octets; readonly to: Octets }
  /** Names here or addresses elsewhere it stands for; none: the alias goes. */
  | { readonly kind: 'alias'; readonly name: Octets; readonly to: readonly Octets[] }
  | ListEdit;
/** What was asked for; or what would have been right. */
export type Edited<T> =
  | { readonly done: T; readonly expected?: undefined }
  | { readonly done?: undefined; readonly expected: string };

/** The host as it is afterwards, and what has become of its mailboxes. */
export interface Settled {
  readonly host: Host;
  readonly facts: readonly StoreFact[];
}
const NONE: readonly StoreFact[] = [];
const LARGEST = 2 ** 40;

const isPassword = (text: Octets): boolean =>
  isOctets(text) && text !== '' && text.length <= 255 && !/[\0\r\n]/.test(text);

/** `born`: Unix seconds, the UIDVALIDITY of a mailbox made now (RFC 9051 §2.3.1.1). */
export function withPeople(host: Host, edit: PeopleEdit, born: number): Edited<Settled> {
  if (host.domain === '') return { expected: 'a machine that keeps mail' };
  switch (edit.kind) {
    case 'user':
      return withUser(host, edit, born);
    case 'dismiss':
      return silent(withoutUser(host, edit.name));
    case 'quota':
      return silent(withQuota(host, edit));
    case 'mailbox':
    case 'rename':
      return withMailbox(host, edit, born);
    case 'alias':
      return silent(withAlias(host, edit));
    case 'list':
      return silent(withList(host, edit));
    case 'member':
      return silent(withMember(host, edit));
  }
}
/** No mailbox has changed. */
const silent = ({ done, expected }: Edited<Host>): Edited<Settled> =>
  done ? { done: { host: done, facts: NONE } } : { expected: expected ?? '' };

function withUser(
  host: Host,
  { name, password, keys }: PeopleEdit & { kind: 'user' },
  born: number,
): Edited<Settled> {
  if (!isName(name)) return NO_NAME;
  if (!isPassword(password)) return { expected: 'a password of 1 to 255 octets on one line' };
  const { users, mailboxes } = host.store;
  const known = Object.hasOwn(users, name) ? users[name] : undefined;
  const user: User = { ...known, name, password, keys };
  const there = Object.hasOwn(mailboxes, `${name}/INBOX`);
  const made = there ? 'exists' : create(host.store, name, 'INBOX', born);
  const all = { ...users, [name]: user };
  return typeof made === 'string'
    ? { done: { host: withUsers(host, all), facts: NONE } }
    : { done: { host: withUsers({ ...host, store: made.tree }, all), facts: made.facts } };
}
function withoutUser(host: Host, name: Octets): Edited<Host> {
  const { users } = host.store;
  if (!Object.hasOwn(users, name)) return { expected: 'somebody who has an account here' };
  const { [name]: _gone, ...others } = users;
  return { done: withUsers(host, others) };
}
function withQuota(host: Host, { name, octets }: PeopleEdit & { kind: 'quota' }): Edited<Host> {
  const { users } = host.store;
  const known = Object.hasOwn(users, name) ? users[name] : undefined;
  if (!known) return { expected: 'somebody who has an account here' };
  if (octets !== null && !(Number.isInteger(octets) && octets >= 0 && octets <= LARGEST))
    return { expected: `a whole number of octets, from 0 to ${LARGEST}` };
  const { quota: _old, ...plain } = known;
  return {
    done: withUsers(host, { ...users, [name]: octets === null ? plain : { ...plain, quota: octets } }),
  };
}
function withMailbox(
  host: Host,
  edit: PeopleEdit & { kind: 'mailbox' | 'rename' },
  born: number,
): Edited<Settled> {
  const { store } = host;
  const { name, mailbox } = edit;
  if (!Object.hasOwn(store.users, name)) return { expected: 'somebody who has an account here' };
  if (!isBoxName(mailbox) || (edit.kind === 'rename' && !isBoxName(edit.to))) return noName(host);
  const made =
    edit.kind === 'rename'
      ? rename(store, name, mailbox, edit.to, born)
      : edit.phase === 'add'
        ? create(store, name, mailbox, born)
        : remove(store, name, mailbox);
  if (typeof made !== 'string') return { done: { host: { ...host, store: made.tree }, facts: made.facts } };
  const expected = BOXES[made];
  return expected === undefined ? noName(host) : { expected };
}
/** What is right for one host is no name on another: they begin differently (RFC 9051 §5.1.3). */
function noName({ store }: Host): { readonly expected: string } {
  const own = namingOf(store).find(({ kind }) => kind === 'personal') ?? usualNaming[0];
  const begins = own.prefix === '' ? '' : ` that begins with ${own.prefix}`;
  return {
    expected: `a name for a mailbox${begins}, no % and no * in it, ${own.delimiter} between its levels`,
  };
}
const isBoxName = (name: Octets): boolean => isOctets(name) && name.length <= LONGEST;
const LONGEST = 255;
/** In place of what a client would be refused with. */
const BOXES: Readonly<Record<string, string>> = {
  exists: 'the name of a mailbox that is not there yet',
  missing: 'a mailbox that is there',
  children: 'a mailbox that is there, not a name with mailboxes below it',
  inside: 'a name that does not lie below the mailbox itself',
  inbox: 'another mailbox: INBOX is always there',
  fixed: 'one of their own mailboxes',
  tooMany: 'fewer mailboxes than that',
};
function withAlias(host: Host, { name, to }: PeopleEdit & { kind: 'alias' }): Edited<Host> {
  const { aliases = {} } = host.store;
  if (to.length === 0) {
    if (!Object.hasOwn(aliases, name)) return { expected: 'an alias that is there' };
    const { [name]: _gone, ...others } = aliases;
    return { done: withAliases(host, others) };
  }
  if (!isName(name)) return NO_NAME;
  if (to.length > MOST) return { expected: `at most ${MOST} names` };
  if (!to.every((it) => isTarget(host, name, it)))
    return { expected: 'names of accounts or aliases here, or addresses elsewhere' };
  return { done: withAliases(host, { ...aliases, [name]: to }) };
}
const withUsers = (host: Host, users: Host['store']['users']): Host => ({
  ...host,
  store: { ...host.store, users },
});
const withAliases = (host: Host, aliases: Readonly<Record<string, readonly string[]>>): Host => ({
  ...host,
  store: { ...host.store, aliases },
});
