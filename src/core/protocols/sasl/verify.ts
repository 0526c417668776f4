// Who is meant and whether it is they, for every protocol and mechanism: names and passwords are prepared before they are compared.
import type { Octets } from '../../base/octets.ts';
import type { Host, User } from '../../host/host.ts';
import { mailboxOf, sameDomain } from '../../mail/mailbox.ts';
import { prepare } from './saslprep.ts';

/**
 * Whom this name means here; undefined: nobody. What a name looks like is the server's to say (RFC 4616 §2): `bob`, and his
 * address in full, since many clients know nothing else to send.
 */
export function userNamed(host: Host, name: Octets): User | undefined {
  const prepared = prepare(name);
  if (prepared === undefined) return undefined;
  const user = called(host, prepared);
  if (user || !prepared.includes('@')) return user;
  const { local, domain } = mailboxOf(prepared);
  return domain !== '' && sameDomain(domain, host.domain) ? called(host, local) : undefined;
}
const called = ({ store: { users } }: Host, name: Octets): User | undefined =>
  Object.hasOwn(users, name) ? users[name] : undefined;
/** The password a digest is made with; undefined: nobody has that name here, or nobody could type it. */
export function secretOf(host: Host, name: Octets): Octets | undefined {
  const user = userNamed(host, name);
  return user && prepare(user.password);
}
/** The user whom this name and this password prove. */
export function verify(host: Host, name: Octets, password: Octets): User | undefined {
  const secret = secretOf(host, name);
  return secret !== undefined && secret === prepare(password) ? userNamed(host, name) : undefined;
}
