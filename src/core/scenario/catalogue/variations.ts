// The standard world with one thing otherwise: each is worth an afternoon.
import { changed, type Change } from '../../host/change.ts';
import type { Host } from '../../host/host.ts';
import { PERSONALITIES, type Policy } from '../../host/policy.ts';
import { quotaOf } from '../../host/quota.ts';
import type { World } from '../../kernel/world.ts';
import { exampleCom } from './standard/example-com.ts';
import { standard } from './standard/standard.ts';

const MX1 = 'mx1.example.com';
const MXS = [MX1, 'mx2.example.com'];
const POP = 'pop.example.com';
/** Every machine of the bookshop. */
const SHOP = exampleCom.map(({ id }) => id);
const ZONE = 'example.com.';
type Variation = (world: World) => World;

/** By name. */
export const VARIATIONS = {
  /** Nothing more fits into anybody's mailbox at the bookshop. */
  full,
  /** A stranger is put off for five minutes. */
  greylisting: decided(MXS, { greylist: 300 }),
  /** A server of 1982: HELO, seven bits, no extensions, and it says who lives there. */
  old: decided([MX1], PERSONALITIES.old),
  /** Nobody at the bookshop offers TLS, and everybody takes a password as it comes. */
  'no-tls': (world) => withoutTls(decided(SHOP, { tls: 'off' })(world)),
  /** Whoever runs the café's network reads along, and takes STARTTLS out of what servers offer. */
  'hostile-cafe': turned([
    {
      type: 'middlebox',
      host: 'bob-laptop.example.net',
      set: { log: true, strip: ['STARTTLS', 'STLS'] },
    },
  ]),
} as const satisfies Readonly<Record<string, Variation>>;

export const varied = (variation: Variation): World => variation(standard());

function turned(changes: readonly Change[]): Variation {
  return (world) =>
    changes.reduce<World>((before, change) => {
      const { done, expected } = changed(before, change, before.epoch);
      if (!done) throw new Error(expected);
      return { ...before, ...done };
    }, world);
}
function decided(hosts: readonly string[], set: Partial<Policy>): Variation {
  return turned(hosts.map((host) => ({ type: 'policy', host, set })));
}
/** Whoever has mail has an octet too much of it: the user's own limit holds at every door, whichever host it is of. */
function full(world: World): World {
  const host = world.hosts[POP];
  const names = Object.keys(host?.store.users ?? {});
  return turned(
    names.map((name) => {
      const used = host ? quotaOf(host, name).octets.used : 0;
      // 0 is no limit
      return { type: 'people', host: POP, edit: { kind: 'quota', name, octets: Math.max(1, used - 1) } };
    }),
  )(world);
}
/** No port begins with TLS, and the DNS promises none: neither by SRV (RFC 8314 §5.1) nor, to other servers, by TLSA (RFC 7672). */
function withoutTls(world: World): World {
  const doors = (host: Host): Host['services'] =>
    Object.fromEntries(Object.entries(host.services).filter(([, { tls }]) => tls === 'none'));
  const hosts = Object.entries(world.hosts).map(([id, host]): [string, Host] => [
    id,
    {
      ...host,
      services: SHOP.includes(id) ? doors(host) : host.services,
      neighbours: host.neighbours.map((it) => {
        const open = world.hosts[it.name];
        if (!open || !SHOP.includes(it.name)) return it;
        const kept = doors(open);
        return { ...it, services: it.services.filter(({ port }) => Object.hasOwn(kept, port)) };
      }),
    },
  ]);
  const { zones } = world.names;
  const { [ZONE]: zone } = zones;
  const records = zone?.records.filter(({ type }) => type !== 'TLSA' && type !== 'SRV') ?? [];
  const names = zone ? { ...world.names, zones: { ...zones, [ZONE]: { ...zone, records } } } : world.names;
  return { ...world, hosts: Object.fromEntries(hosts), names };
}
