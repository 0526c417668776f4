import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';

/** What this user's password is; undefined: nobody has that name here. */
export const secretOf = (host: Host, name: string): Octets | undefined =>
  Object.hasOwn(host.store.users, name) ? host.store.users[name]?.password : undefined;

/** Does this password belong to this user here? */
export const verify = (host: Host, name: string, password: Octets): boolean =>
  secretOf(host, name) === password;
