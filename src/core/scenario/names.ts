// What the DNS knows when a world begins.
import { absolute, isOfType, reverseName, type ResourceRecord } from '../base/dns.ts';
import { canonical, familyOf } from '../base/address.ts';
import { MILLISECOND } from '../base/time.ts';
import type { NameService } from '../net/dns/service.ts';
import { readZone, USUAL_TTL } from '../net/dns/zone-text.ts';
import { complete, withRecord, zoneOf, type Zone, type Zones } from '../net/dns/zones.ts';
import type { StartHost, StartNames, StartZone } from './scenario.ts';

export const namesOf = (
  { zones, faults, latency }: StartNames,
  hosts: readonly StartHost[],
): NameService => ({
  zones: withHosts(written(zones), hosts),
  faults: Object.fromEntries(Object.entries(faults).map(([name, fault]) => [absolute(name), fault])),
  latency: latency * MILLISECOND,
});
const root: Zone = complete({ origin: '.', signed: false, records: [] });
const written = (zones: readonly StartZone[]): Zones => ({
  [root.origin]: root,
  ...Object.fromEntries(
    zones.map(({ origin, signed, text }): [string, Zone] => {
      const name = absolute(origin);
      return [name, complete({ origin: name, signed, records: readZone(text, name).records })];
    }),
  ),
});
const withHosts = (zones: Zones, hosts: readonly StartHost[]): Zones =>
  hosts.reduce<Zones>(
    (all, { id, addresses }) =>
      addresses.reduce<Zones>((sofar, address) => known(named(sofar, id, address), id, address), all),
    zones,
  );
/** A (RFC 1035 §3.4.1) or AAAA (RFC 3596 §2.1). */
function named(zones: Zones, id: string, text: string): Zones {
  const address = canonical(text) ?? text;
  const name = absolute(id);
  const type = familyOf(address) === 4 ? 'A' : 'AAAA';
  const there = zoneOf(zones, name)?.records.some(
    (it) => it.name === name && it.type === type && it.address === address,
  );
  return there === true ? zones : withRecord(zones, { name, ttl: USUAL_TTL, type, address });
}
/** The way back, unless a zone has written another one. */
function known(zones: Zones, id: string, address: string): Zones {
  const name = reverseName(address);
  if (name === undefined) return zones;
  const there = zoneOf(zones, name)?.records.filter(isOfType('PTR')) ?? [];
  const record: ResourceRecord = { name, ttl: USUAL_TTL, type: 'PTR', target: absolute(id) };
  return there.some((it) => it.name === name) ? zones : withRecord(zones, record);
}
