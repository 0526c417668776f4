// Whose mail an address is, on this host.
import { foldedName } from '../base/fold.ts';
import { canonical, isWithin } from '../base/address.ts';
import { mailboxOf, sameDomain, type Mailbox } from '../mail/mailbox.ts';
import type { Host } from './host.ts';
import { listBehind } from './lists.ts';
import { unwrapped } from './srs.ts';

/** Where a letter for one address goes. */
export interface Targets {
  /** Names of users here. */
  readonly users: readonly string[];
  /** Addresses elsewhere. */
  readonly away: readonly Mailbox[];
  /** Names of lists here. */
  readonly lists: readonly string[];
}

/** Do we keep the mail of this domain? Our own addresses in brackets are us too (RFC 5321 §4.1.3). */
export function isOurs({ domain, addresses }: Host, wanted: string): boolean {
  if (domain !== '' && sameDomain(domain, wanted)) return true;
  if (!wanted.startsWith('[')) return false;
  const literal = wanted.slice(1, -1).replace(/^IPv6:/i, '');
  const address = canonical(literal) ?? literal;
  return addresses.some((it) => (canonical(it) ?? it) === address);
}
export const relaysFor = ({ policy }: Host, wanted: string): boolean =>
  policy.relayFor.some((domain) => sameDomain(domain, wanted));

export const isCustomer = ({ policy }: Host, address: string): boolean =>
  policy.relayFrom.some((network) => isWithin(address, network));

const NOBODY: readonly never[] = [];
/** Everybody an address here stands for; undefined: nobody. Mostly it is one user, who is soon found. */
export function targetsOf(host: Host, local: string): Targets | undefined {
  const name = nameOf(host, local);
  const { users: known, aliases = {} } = host.store;
  if (name !== undefined && Object.hasOwn(known, name) && !Object.hasOwn(aliases, name))
    return { users: [name], away: NOBODY, lists: NOBODY };
  const found: Found = { users: new Set(), away: [], lists: new Set(), met: new Set() };
  follow(host, local, found);
  const { users, away, lists } = found;
  if (users.size + away.length + lists.size === 0) return undefined;
  return { users: [...users], away, lists: [...lists] };
}
interface Found {
  readonly users: Set<string>;
  readonly away: Mailbox[];
  readonly lists: Set<string>;
  readonly met: Set<string>;
}
function follow(host: Host, local: string, found: Found): void {
  const { aliases = {}, lists = {} } = host.store;
  const name = nameOf(host, local) ?? foldedName(local);
  if (found.met.has(name)) return;
  found.met.add(name);
  const alias = own(aliases, name);
  const office = listBehind(lists, name);
  if (alias) for (const to of alias) lead(host, to, found);
  else if (Object.hasOwn(host.store.users, name)) found.users.add(name);
  else if (Object.hasOwn(lists, name)) found.lists.add(name);
  else if (office) lead(host, office.owner, found);
  else if (host.policy.srs) {
    const sender = unwrapped(local, host.domain);
    if (sender) found.away.push(sender);
  }
}
function lead(host: Host, to: string, found: Found): void {
  const mailbox = mailboxOf(to);
  if (mailbox.domain === '' || isOurs(host, mailbox.domain)) follow(host, mailbox.local, found);
  else found.away.push(mailbox);
}
/** A user, an alias or a list: case is no matter here (RFC 5321 §2.4), and `bob+books` is bob. */
function nameOf({ store: { users, aliases = {}, lists = {} } }: Host, local: string): string | undefined {
  const wanted = foldedName(local);
  const plus = wanted.indexOf('+');
  const isKnown = (name: string): boolean =>
    Object.hasOwn(users, name) || Object.hasOwn(aliases, name) || Object.hasOwn(lists, name);
  if (isKnown(wanted)) return wanted;
  const name = plus > 0 ? wanted.slice(0, plus) : '';
  return name !== '' && isKnown(name) ? name : undefined;
}
/** The one address elsewhere that is all a name here stands for. */
export function movedTo(host: Host, local: string): Mailbox | undefined {
  const targets = targetsOf(host, local);
  if (!targets || targets.users.length + targets.lists.length > 0 || targets.away.length > 1)
    return undefined;
  return targets.away[0];
}
/** Is this address one of the user's own? */
export const belongsTo = (host: Host, { local, domain }: Mailbox, user: string): boolean =>
  (domain === '' || isOurs(host, domain)) && targetsOf(host, local)?.users.includes(user) === true;

/** Who is on a list; undefined: it is no list. */
export const membersOf = (
  { store: { aliases = {}, lists = {} } }: Host,
  name: string,
): readonly string[] | undefined => own(aliases, foldedName(name)) ?? own(lists, foldedName(name))?.members;
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
