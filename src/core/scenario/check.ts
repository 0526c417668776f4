// What a scenario must be, part by part, and how its parts must fit together.
import { ACCESS, KEEPS, type Account, type Settings } from '../base/device.ts';
import { isOctets } from '../base/octets.ts';
import type { Knob } from '../host/knobs.ts';
import { KNOBS, type Policy } from '../host/policy.ts';
import { MACHINES } from '../kernel/machines.ts';
import type { Middlebox } from '../net/middlebox.ts';
import { FAULTS } from '../net/dns/service.ts';
import { linkKey } from '../net/stream.ts';
import { readZone } from '../net/dns/zone-text.ts';
import { body, fitsStore, once, store } from './check-store.ts';
import { absolute, misnamed } from '../base/dns.ts';
import {
  flag,
  list,
  maybe,
  object,
  oneOf,
  orNull,
  pair,
  record,
  text,
  whole,
  type Guard,
  type Problem,
} from './guard.ts';
import type {
  Cable,
  CableBetween,
  NamedService,
  Scenario,
  StartDevice,
  StartHost,
  StartJob,
  StartNames,
  StartZone,
} from './scenario.ts';

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const isName = (name: string): boolean => name.split('.').every((label) => LABEL.test(label));
const isAddress = (it: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(it) || /^[0-9a-f:]*::?[0-9a-f:]*$/.test(it);

const hostName = text("a host's full name in lower case", isName);
const cable = { latency: whole(0, 60_000), segment: whole(0, 65_495), loss: whole(0, 1_000_000) };
const knobs = new Map<string, Knob<unknown>>(Object.entries(KNOBS));
const policy: Guard<Partial<Policy>> = (value, path, problems): value is Partial<Policy> =>
  record((_it): _it is unknown => true)(value, path, problems) &&
  Object.entries(value)
    .map(([name, it]) => decided(name, it, `${path}.${name}`, problems))
    .every(Boolean);
function decided(name: string, value: unknown, path: string, problems: Problem[]): boolean {
  const knob = knobs.get(name);
  if (knob?.fits(value) === true) return true;
  problems.push({ path, expected: knob?.expected ?? 'nothing: there is no such knob' });
  return false;
}
const octets = text('octets, and at least one', (it) => it !== '' && isOctets(it));
const host = object<StartHost>({
  id: hostName,
  addresses: list(text('an IPv4 or IPv6 address', isAddress)),
  domain: text("a domain, or ''", (it) => it === '' || isName(it)),
  services: list(
    object<NamedService>({
      name: text('the name of a service', (it) => LABEL.test(it)),
      port: whole(1, 65_535),
      machine: text(`one of ${servers().join(', ')}`, (it) => servers().includes(it)),
      tls: oneOf('none', 'implicit'),
      role: maybe(oneOf('mx', 'submission', 'lmtp')),
    }),
  ),
  policy,
  queue: maybe(
    list(
      object<StartJob>({
        from: text("an address, or ''"),
        to: list(text('an address', (it) => it.includes('@'))),
        body,
        next: whole(1, 2 ** 31),
        reply: text('why it was not delivered'),
        past: maybe(
          object<NonNullable<StartJob['past']>>({
            tries: whole(1, 1000),
            taken: whole(0, 2 ** 31),
            tried: whole(0, 2 ** 31),
          }),
        ),
      }),
    ),
  ),
  reaches: list(hostName),
  device: maybe(
    object<StartDevice>({
      account: object<Account>({
        address: octets,
        user: octets,
        password: octets,
        pop3: hostName,
        imap: hostName,
        submission: hostName,
      }),
      settings: object<Partial<Settings>>({
        access: maybe(oneOf(...ACCESS)),
        keep: maybe(oneOf(...KEEPS)),
        days: maybe(whole(1, 3650)),
        secure: maybe(flag),
        upgrade: maybe(flag),
        watch: maybe(flag),
        copy: maybe(flag),
        online: maybe(flag),
      }),
    }),
  ),
  store: text("the name of a store, or ''"),
});
const zone: Guard<StartZone> = (value, path, problems): value is StartZone => {
  const ofZone = object<StartZone>({
    origin: text('the name of a zone', (it) => misnamed(it) === undefined && it === it.toLowerCase()),
    signed: flag,
    text: text('the text of a zone'),
  });
  if (!ofZone(value, path, problems)) return false;
  const wrong = readZone(value.text, absolute(value.origin)).problems;
  for (const { line, column, expected } of wrong)
    problems.push({ path: `${path}.text, line ${line}, column ${column}`, expected });
  return wrong.length === 0;
};
const names = object<StartNames>({
  zones: list(zone),
  faults: record(oneOf(...FAULTS)),
  latency: whole(0, 60_000),
});
const scenario = object<Scenario>({
  epoch: whole(0, 2 ** 40),
  seed: whole(0, 2 ** 32 - 1),
  cable: object<Cable>(cable),
  cables: list(object<CableBetween>({ ...cable, between: pair(hostName) })),
  middleboxes: maybe(
    record(
      object<Middlebox>({
        log: flag,
        strip: list(text('the name of an extension', (it) => /^[!-~]{1,64}$/.test(it))),
        inject: orNull(object({ after: text('the beginning of a line'), octets: text('octets', isOctets) })),
      }),
    ),
  ),
  hosts: list(host),
  stores: record(store),
  names,
  consoles: list(object({ id: text('a name', (it) => it !== ''), host: hostName })),
});

export const check: Guard<Scenario> = (value, path, problems): value is Scenario =>
  scenario(value, path, problems) && fits(value, problems);

function servers(): readonly string[] {
  const others = ['console', 'queue', 'device'];
  return MACHINES.names.filter((name) => !others.includes(name) && !name.endsWith('-client'));
}
/** Whoever is named is there, and nobody is there twice. */
function fits({ hosts, stores, cables, middleboxes = {}, consoles }: Scenario, problems: Problem[]): boolean {
  const before = problems.length;
  const ids = hosts.map(({ id }) => id);
  const known = (id: string, path: string) => {
    if (!ids.includes(id)) problems.push({ path, expected: `a host of this scenario, not ${id}` });
  };
  once(ids, (i) => `hosts[${i}].id`, problems);
  once(
    hosts.flatMap(({ addresses }) => addresses),
    () => 'hosts',
    problems,
  );
  for (const [i, { between }] of cables.entries())
    for (const [j, id] of between.entries()) known(id, `cables[${i}].between[${j}]`);
  for (const cable of Object.keys(middleboxes)) {
    const [a = '', b] = cable.split('|');
    known(a, `middleboxes.${cable}`);
    if (b !== undefined && cable !== linkKey(a, b))
      problems.push({ path: `middleboxes.${cable}`, expected: `${linkKey(a, b)}: two hosts in their order` });
    if (b !== undefined) known(b, `middleboxes.${cable}`);
  }
  for (const [i, host] of hosts.entries()) {
    fitsHost(host, `hosts[${i}]`, known, problems);
    if (host.store !== '' && !Object.hasOwn(stores, host.store))
      problems.push({ path: `hosts[${i}].store`, expected: `a store of this scenario, not ${host.store}` });
  }
  for (const [id, store] of Object.entries(stores)) fitsStore(store, `stores.${id}`, problems);
  once(
    consoles.map(({ id }) => id),
    (i) => `consoles[${i}].id`,
    problems,
  );
  for (const [i, { host }] of consoles.entries()) known(host, `consoles[${i}].host`);
  return problems.length === before;
}
function fitsHost(
  { services, reaches }: StartHost,
  path: string,
  known: (id: string, path: string) => void,
  problems: Problem[],
): void {
  once(
    services.map(({ port }) => port),
    (i) => `${path}.services[${i}].port`,
    problems,
  );
  for (const [i, id] of reaches.entries()) known(id, `${path}.reaches[${i}]`);
}
