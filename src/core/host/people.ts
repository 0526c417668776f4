// Who has mail on a host, and how its administrator changes that.
import { isOctets, lowerAscii, type Octets } from '../base/octets.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import { create, remove } from '../store/grow.ts';
import type { Host, ScramKeys, User } from './host.ts';
import { isOurs } from './recipient.ts';

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
  /** Names here or addresses elsewhere it stands for; none: the alias goes. */
  | { readonly kind: 'alias'; readonly name: Octets; readonly to: readonly Octets[] };
/** The host as it is afterwards; or what would have been right. */
export type Edited<T> =
  | { readonly done: T; readonly expected?: undefined }
  | { readonly done?: undefined; readonly expected: string };

// oxlint-disable-next-line no-control-regex -- they are what may not be there
const NAME = /^[^\0-\x20\x7f"+/@\\](?:[^\0-\x1f\x7f"+/@\\]{0,62}[^\0-\x20\x7f"+/@\\])?$/;
const LARGEST = 2 ** 40;
const MOST = 100;

const isName = (name: Octets): boolean => isOctets(name) && NAME.test(name) && name === lowerAscii(name);
const isPassword = (text: Octets): boolean =>
  isOctets(text) && text !== '' && text.length <= 255 && !/[\0\r\n]/.test(text);

/** `born`: Unix seconds, the UIDVALIDITY of a mailbox made now (RFC 9051 §2.3.1.1). */
export function withPeople(host: Host, edit: PeopleEdit, born: number): Edited<Host> {
  if (host.domain === '') return { expected: 'a machine that keeps mail' };
  switch (edit.kind) {
    case 'user':
      return withUser(host, edit, born);
    case 'dismiss':
      return withoutUser(host, edit.name);
    case 'quota':
      return withQuota(host, edit);
    case 'mailbox':
      return withMailbox(host, edit, born);
    case 'alias':
      return withAlias(host, edit);
  }
}
function withUser(
  host: Host,
  { name, password, keys }: PeopleEdit & { kind: 'user' },
  born: number,
): Edited<Host> {
  if (!isName(name)) return { expected: 'a name in small letters, without + / @ " or \\' };
  if (!isPassword(password)) return { expected: 'a password of 1 to 255 octets on one line' };
  const { users, mailboxes } = host.store;
  const known = Object.hasOwn(users, name) ? users[name] : undefined;
  const user: User = { ...known, name, password, keys };
  const there = Object.hasOwn(mailboxes, `${name}/INBOX`);
  const made = there ? undefined : create(host.store, name, 'INBOX', born);
  const housed = made && typeof made !== 'string' ? { ...host, store: made.tree } : host;
  return { done: withUsers(housed, { ...users, [name]: user }) };
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
  { name, mailbox, phase }: PeopleEdit & { kind: 'mailbox' },
  born: number,
): Edited<Host> {
  const { store } = host;
  if (!Object.hasOwn(store.users, name)) return { expected: 'somebody who has an account here' };
  if (!isOctets(mailbox) || mailbox.length > LONGEST) return { expected: 'a name for a mailbox' };
  const made = phase === 'add' ? create(store, name, mailbox, born) : remove(store, name, mailbox);
  return typeof made === 'string'
    ? { expected: BOXES[made] ?? 'a name for a mailbox' }
    : { done: { ...host, store: made.tree } };
}
const LONGEST = 255;
/** In place of what a client would be refused with. */
const BOXES: Readonly<Record<string, string>> = {
  exists: 'the name of a mailbox that is not there yet',
  missing: 'a mailbox that is there',
  children: 'a mailbox that is there, not a name with mailboxes below it',
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
  if (!isName(name)) return { expected: 'a name in small letters, without + / @ " or \\' };
  if (to.length > MOST) return { expected: `at most ${MOST} names` };
  if (!to.every((it) => isTarget(host, name, it)))
    return { expected: 'names of accounts or aliases here, or addresses elsewhere' };
  return { done: withAliases(host, { ...aliases, [name]: to }) };
}
/** Somebody here, or an address elsewhere. An alias may name itself: a user whose name it bears keeps a copy of nothing. */
function isTarget(host: Host, alias: Octets, target: Octets): boolean {
  if (!isOctets(target) || target.length > 254) return false;
  const { local, domain } = mailboxOf(target);
  if (domain !== '' && !isOurs(host, domain))
    return local !== '' && /^[^\s@<>,]+@[a-z0-9.\-\x80-\xff]+$/i.test(target);
  const { users, aliases = {} } = host.store;
  return local !== alias && (Object.hasOwn(users, local) || Object.hasOwn(aliases, local));
}
const withUsers = (host: Host, users: Host['store']['users']): Host => ({
  ...host,
  store: { ...host.store, users },
});
const withAliases = (host: Host, aliases: Readonly<Record<string, readonly string[]>>): Host => ({
  ...host,
  store: { ...host.store, aliases },
});
