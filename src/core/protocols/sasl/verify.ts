// Who is meant and whether it is they, for every protocol and mechanism: names and passwords are prepared before they are compared.
import type { Octets } from '../../base/octets.ts';
import type { Host, User } from '../../host/host.ts';
import { prepare } from './saslprep.ts';

/** Whom this name means here; undefined: nobody. */
export function userNamed({ store }: Host, name: Octets): User | undefined {
  const prepared = prepare(name);
  return prepared !== undefined && Object.hasOwn(store.users, prepared) ? store.users[prepared] : undefined;
}
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
