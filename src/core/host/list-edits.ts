// How an administrator makes a mailing list, and how its members come and go.
import { lowerAscii, type Octets } from '../base/octets.ts';
import { mailboxOf, sameDomain } from '../mail/mailbox.ts';
import type { Host, Store } from './host.ts';
import { isOffice, type MailingList } from './lists.ts';
import type { Edited } from './people.ts';
import { isName, isTarget, MOST, NO_NAME } from './people-names.ts';

export type ListEdit =
  /** `owner`: who hears of what goes wrong; of a list that goes it is no matter. */
  | {
      readonly kind: 'list';
      readonly name: Octets;
      readonly owner: Octets;
      readonly phase: 'add' | 'remove';
    }
  | {
      readonly kind: 'member';
      readonly name: Octets;
      readonly member: Octets;
      readonly phase: 'add' | 'remove';
    };
const NO_LIST = { expected: 'a list that is there' } as const;
const TARGET = 'the name of an account or an alias here, or an address elsewhere';

export function withList(host: Host, { name, owner, phase }: ListEdit & { kind: 'list' }): Edited<Host> {
  const { lists = {}, users, aliases = {} } = host.store;
  if (phase === 'remove') {
    if (!Object.hasOwn(lists, name)) return NO_LIST;
    const { [name]: _gone, ...others } = lists;
    return { done: withLists(host, others) };
  }
  if (!isName(name)) return NO_NAME;
  if (isOffice(name)) return { expected: 'a name that is not kept for an office of a list, as -owner is' };
  if ([lists, users, aliases].some((known) => Object.hasOwn(known, name)))
    return { expected: 'a name that nothing here has yet' };
  if (!isTarget(host, name, owner)) return { expected: `for the owner ${TARGET}` };
  return { done: withLists(host, { ...lists, [name]: newList(host, name, owner) }) };
}
/** As most are set up: it tags, and says how one leaves. */
const newList = ({ domain }: Host, name: Octets, owner: Octets): MailingList => ({
  title: name,
  members: [],
  owner,
  tag: name,
  footer: `To leave, write to ${name}-unsubscribe@${domain}`,
});
export function withMember(host: Host, edit: ListEdit & { kind: 'member' }): Edited<Host> {
  const { name, member, phase } = edit;
  const { lists = {} } = host.store;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list) return NO_LIST;
  const others = list.members.filter((it) => !isSame(host, it, member));
  const isThere = others.length < list.members.length;
  if (phase === 'remove' && !isThere) return { expected: 'somebody who is on the list' };
  if (phase === 'add') {
    if (isThere) return { expected: 'somebody who is not on the list yet' };
    if (list.members.length >= MOST) return { expected: `at most ${MOST} members` };
    if (!isTarget(host, name, member)) return { expected: TARGET };
    others.push(member);
  }
  return { done: withLists(host, { ...lists, [name]: { ...list, members: others } }) };
}
/** `alice` here is `alice@` here; case matters in no name of ours, and in a domain never (RFC 5321 §2.4). */
function isSame({ domain }: Host, a: Octets, b: Octets): boolean {
  const [one, other] = [mailboxOf(a), mailboxOf(b)];
  const [at, to] = [one.domain || domain, other.domain || domain];
  if (!sameDomain(at, to)) return false;
  return sameDomain(at, domain)
    ? lowerAscii(one.local) === lowerAscii(other.local)
    : one.local === other.local;
}
const withLists = (host: Host, lists: NonNullable<Store['lists']>): Host => ({
  ...host,
  store: { ...host.store, lists },
});
