// People who are named on the command line get their SCRAM keys here, before the world begins: to make them is slow.
import { randomBytes } from 'node:crypto';
import { fromBytes } from '../core/base/octets.ts';
import { withHost, type Host, type User } from '../core/host/host.ts';
import type { World } from '../core/kernel/world.ts';
import { scramKeys } from '../core/protocols/sasl/scram-keys.ts';

const keyed = (user: User): User =>
  user.keys ? user : { ...user, keys: scramKeys(user.password, fromBytes(randomBytes(16))) };
function hostWithKeys(host: Host): Host {
  const users = Object.entries(host.store.users);
  if (users.every(([, { keys }]) => keys !== null)) return host;
  const made = Object.fromEntries(users.map(([name, user]) => [name, keyed(user)]));
  return { ...host, store: { ...host.store, users: made } };
}
/** Hosts that share a store share the keys. */
export const withKeys = (world: World): World => ({
  ...world,
  hosts: Object.keys(world.hosts).reduce((hosts, id) => {
    const host = hosts[id];
    return host ? withHost(hosts, hostWithKeys(host)) : hosts;
  }, world.hosts),
});
