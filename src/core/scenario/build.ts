// A world from a scenario that has been checked.
import type { HostId } from '../base/ids.ts';
import { utf8 } from '../base/octets.ts';
import { MILLISECOND } from '../base/time.ts';
import { newDevice } from '../host/device/device.ts';
import type { Host, Neighbour, Service, Store, User } from '../host/host.ts';
import { usual } from '../host/policy.ts';
import { noSpool } from '../host/spool.ts';
import { MACHINES } from '../kernel/machines.ts';
import type { Console, World } from '../kernel/world.ts';
import { linkKey, type Link } from '../net/stream.ts';
import { mailboxOf } from './mailbox.ts';
import { namesOf } from './names.ts';
import { withQueue } from './queue.ts';
import type { Cable, Scenario, StartHost, StartStore } from './scenario.ts';
import { userWith } from './user.ts';

export function build(scenario: Scenario): World {
  const { epoch, seed, cable, cables, middleboxes = {}, hosts, stores, names, consoles } = scenario;
  const kept = mapped(stores, storeOf);
  return {
    now: 0,
    epoch,
    seed,
    next: 1,
    seq: 0,
    hosts: Object.fromEntries(
      hosts.map((host) => [host.id, withQueue(hostOf(host, hosts, kept), host.queue ?? [], seed)]),
    ),
    consoles: consoles.map(consoleOf),
    conns: [],
    lastConn: 0,
    agenda: null,
    names: namesOf(names, hosts),
    links: Object.fromEntries(cables.map((it) => [linkKey(...it.between), linkOf(it)])),
    link: linkOf(cable),
    middleboxes,
  };
}

const linkOf = ({ latency, segment, loss }: Cable): Link => ({
  latency: latency * MILLISECOND,
  segment,
  loss,
});

function hostOf(
  { id, addresses, domain, services, policy, store, reaches, device }: StartHost,
  all: readonly StartHost[],
  stores: Readonly<Record<string, Store>>,
): Host {
  return {
    id,
    addresses,
    domain,
    services: Object.fromEntries(
      services.map(({ port, machine, tls, role }): [number, Service] => [
        port,
        role === undefined ? { machine, tls } : { machine, tls, role },
      ]),
    ),
    store: stores[store] ?? NO_STORE,
    policy: { ...usual, ...policy },
    spool: noSpool,
    neighbours: reaches.flatMap((name) => neighbourOf(name, all)),
    dnsCache: {},
    ...(device ? { device: newDevice(device.account, device.settings) } : {}),
  };
}
const NO_STORE: Store = { id: '', users: {}, mailboxes: {}, locks: {}, tokens: {} };
const storeOf = (
  { users, mailboxes, aliases, lists, robots, naming, subscriptions, keys, quotas = {} }: StartStore,
  id: string,
): Store => ({
  id,
  users: Object.fromEntries(
    Object.entries(users).map(([name, password]) => [
      utf8(name),
      userOf(name, password, keys ?? null, quotas[name]),
    ]),
  ),
  mailboxes: Object.fromEntries(
    Object.entries(mailboxes).map(([name, box], i) => [utf8(name), mailboxOf(box, i + 1)]),
  ),
  locks: {},
  tokens: {},
  ...(aliases ? { aliases } : {}),
  ...(lists ? { lists } : {}),
  ...(robots ? { robots } : {}),
  ...(naming ? { naming } : {}),
  ...(subscriptions
    ? { subscriptions: mapped(subscriptions, (names) => names.map((name) => utf8(name))) }
    : {}),
});
function userOf(name: string, password: string, keys: User['keys'], quota: number | undefined): User {
  const user = userWith(name, password, keys);
  return quota === undefined ? user : { ...user, quota };
}
const mapped = <A, B>(
  from: Readonly<Record<string, A>>,
  to: (value: A, key: string) => B,
): Record<string, B> => Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]));

function neighbourOf(name: HostId, all: readonly StartHost[]): readonly Neighbour[] {
  const host = all.find(({ id }) => id === name);
  const address = host?.addresses[0];
  if (!host || address === undefined) return [];
  return [{ name, address, services: host.services.map((it) => ({ name: it.name, port: it.port })) }];
}
const consoleOf = ({ id, host }: Scenario['consoles'][number]): Console => ({
  id,
  host,
  state: MACHINES.get('console')?.start(id, 0),
  conn: 0,
  wait: -1,
  listener: null,
});
