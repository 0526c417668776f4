// Whose mail an address is, on this host.
import { canonical } from '../base/address.ts';
import { mailboxOf, sameDomain, type Mailbox } from '../mail/mailbox.ts';
import type { Host } from './host.ts';

/** Where a letter for one address goes. */
export interface Targets {
  /** Names of users here. */
  readonly users: readonly string[];
  /** Addresses elsewhere. */
  readonly away: readonly Mailbox[];
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

/** Everybody an address here stands for; undefined: nobody. */
export function targetsOf(host: Host, local: string): Targets | undefined {
  const users = new Set<string>();
  const away: Mailbox[] = [];
  follow(host, local, users, away, new Set());
  return users.size + away.length === 0 ? undefined : { users: [...users], away };
}
function follow(host: Host, local: string, users: Set<string>, away: Mailbox[], met: Set<string>): void {
  const name = nameOf(host, local);
  if (name === undefined || met.has(name)) return;
  met.add(name);
  const alias = own(host.store.aliases ?? {}, name);
  if (!alias) {
    users.add(name);
    return;
  }
  for (const to of alias) {
    const mailbox = mailboxOf(to);
    if (mailbox.domain === '' || isOurs(host, mailbox.domain)) follow(host, mailbox.local, users, away, met);
    else away.push(mailbox);
  }
}
/** A user or an alias: case is no matter here (RFC 5321 §2.4), and `bob+books` is bob. */
function nameOf({ store: { users, aliases = {} } }: Host, local: string): string | undefined {
  const wanted = local.toLowerCase();
  const plus = wanted.indexOf('+');
  const names = plus > 0 ? [wanted, wanted.slice(0, plus)] : [wanted];
  return names.find((name) => Object.hasOwn(aliases, name) || Object.hasOwn(users, name));
}
/** Is this address one of the user's own? */
export const belongsTo = (host: Host, { local, domain }: Mailbox, user: string): boolean =>
  (domain === '' || isOurs(host, domain)) && targetsOf(host, local)?.users.includes(user) === true;

/** Who is on a list; undefined: it is no list. */
export const membersOf = ({ store: { aliases = {} } }: Host, name: string): readonly string[] | undefined =>
  own(aliases, name.toLowerCase());
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
