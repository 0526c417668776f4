// The zones of a world, and how they are changed.
import {
  isOfType,
  isWithin,
  labelsOf,
  parentOf,
  type DomainName,
  type RecordOf,
  type ResourceRecord,
} from '../../base/dns.ts';
import { isSameRecord } from './text.ts';
import { isBeside, readZone, USUAL_TTL, type ZoneProblem } from './zone-text.ts';

/** What one name server knows of a name and everything below it (RFC 1034 §4.2). */
export interface Zone {
  readonly origin: DomainName;
  /** Its answers can be verified (RFC 4033); the signatures themselves are not simulated. */
  readonly signed: boolean;
  readonly records: readonly ResourceRecord[];
}
/** By origin. */
export type Zones = Readonly<Record<DomainName, Zone>>;
/** The zone a name lies in: the nearest one above it; undefined: there is none. */
export function zoneOf(zones: Zones, name: DomainName): Zone | undefined {
  for (let at = name; ; at = parentOf(at)) {
    if (Object.hasOwn(zones, at)) return zones[at];
    if (at === '.') return undefined;
  }
}
export const soaOf = ({ records }: Zone): RecordOf<'SOA'> | undefined => records.find(isOfType('SOA'));

/** A zone always says where it begins and who answers for it (RFC 1034 §4.2.1); unsaid, it is the usual. */
export function complete(zone: Zone): Zone {
  const { origin, records } = zone;
  const primary = origin === '.' ? 'ns1.' : `ns1.${origin}`;
  const soa: ResourceRecord = {
    name: origin,
    ttl: USUAL_TTL,
    type: 'SOA',
    primary: records.filter(isOfType('NS')).find(({ name }) => name === origin)?.target ?? primary,
    responsible: origin === '.' ? 'hostmaster.' : `hostmaster.${origin}`,
    serial: 1,
    refresh: 3600,
    retry: 900,
    expire: 604_800,
    minimum: USUAL_TTL,
  };
  const ns: ResourceRecord = { name: origin, ttl: USUAL_TTL, type: 'NS', target: primary };
  const named = records.some(({ name, type }) => type === 'NS' && name === origin);
  const all = named ? records : [ns, ...records];
  return { ...zone, records: soaOf(zone) ? all : [soa, ...all] };
}
/** A name of its own in the world: two labels, or what a reverse zone of a network has. */
const originFor = (name: DomainName): DomainName => {
  const labels = labelsOf(name);
  const kept = name.endsWith('.in-addr.arpa.') ? 5 : name.endsWith('.ip6.arpa.') ? 14 : 2;
  return labels.length === 0 ? '.' : `${labels.slice(-kept).join('.')}.`;
};
/** With this record in its zone; where there is none but the root's, in one of its own. */
export function withRecord(zones: Zones, record: ResourceRecord): Zones {
  const nearest = zoneOf(zones, record.name);
  const origin = originFor(record.name);
  const zone =
    nearest && (nearest.origin !== '.' || origin === '.')
      ? nearest
      : complete({ origin, signed: false, records: [] });
  const single = record.type === 'CNAME' || record.type === 'SOA';
  const records = zone.records.filter(
    (it) => !isSameRecord(it, record) && !(single && it.name === record.name && it.type === record.type),
  );
  return { ...zones, [zone.origin]: { ...zone, records: [...records, record] } };
}
function withoutRecord(zones: Zones, record: ResourceRecord): Zones {
  const zone = zoneOf(zones, record.name);
  if (!zone) return zones;
  const records = zone.records.filter((it) => !isSameRecord(it, record));
  return { ...zones, [zone.origin]: { ...zone, records } };
}
/** Secondaries fetch a zone only when its serial has grown (RFC 1034 §4.3.5). */
function published(zones: Zones, name: DomainName): Zones {
  const zone = zoneOf(zones, name);
  if (!zone) return zones;
  const records = zone.records.map((it) =>
    it.type === 'SOA' ? { ...it, serial: (it.serial + 1) % 2 ** 32 } : it,
  );
  return { ...zones, [zone.origin]: { ...zone, records } };
}

export interface Edit {
  readonly phase: 'add' | 'remove';
  /** As a zone file writes it; names are absolute, with or without their last dot. */
  readonly line: string;
  /** Of `add`: a record that goes at the same time. */
  readonly instead?: string;
}
export type Edited =
  | { readonly zones: Zones; readonly problems?: undefined }
  | { readonly zones?: undefined; readonly problems: readonly ZoneProblem[] };
/** One record more, or less, or another; or why not. */
export function edited(zones: Zones, edit: Edit): Edited {
  if (edit.instead === undefined) return single(zones, edit);
  const without = single(zones, { phase: 'remove', line: edit.instead });
  return without.zones ? single(without.zones, { phase: 'add', line: edit.line }) : without;
}
function single(zones: Zones, { phase, line }: Edit): Edited {
  const { records, problems } = readZone(line);
  const [record] = records;
  const refused = (expected: string): Edited => ({ problems: [{ line: 1, column: 1, expected }] });
  if (problems.length > 0) return { problems };
  if (!record || records.length > 1) return refused('one record');
  const there = zoneOf(zones, record.name)?.records ?? [];
  const known = there.find((it) => isSameRecord(it, record));
  if (phase === 'remove') {
    if (!known) return refused('a record that is there');
    if (known.type === 'SOA') return refused('a record other than the SOA, without which there is no zone');
    return { zones: published(withoutRecord(zones, record), record.name) };
  }
  const beside = there.find((it) => isBeside(it, record) && it.type !== record.type);
  if (beside) return refused(`nothing beside the CNAME of ${record.name}`);
  if (record.type === 'SOA' && zoneOf(zones, record.name)?.origin !== record.name)
    return refused('the name of a zone, for an SOA');
  return { zones: published(withRecord(zones, record), record.name) };
}
/** Every name that is of use to people, in the order of the zones, without its last dot. */
export const namesIn = (zones: Zones): readonly string[] => [
  ...new Set(
    Object.values(zones)
      .filter(({ origin }) => origin !== '.' && !origin.endsWith('.arpa.'))
      .flatMap(({ records }) => records.map(({ name }) => name.replace(/^\*\.|\.$/g, ''))),
  ),
];
/** The zones whose name servers live at this address. */
export function servedAt(zones: Zones, address: string): Zones {
  const all = Object.values(zones);
  const there = new Set(
    all.flatMap(({ records }) =>
      records.flatMap((it) =>
        (it.type === 'A' || it.type === 'AAAA') && it.address === address ? [it.name] : [],
      ),
    ),
  );
  const served = all.filter(({ origin, records }) =>
    records.some((it) => it.type === 'NS' && it.name === origin && there.has(it.target)),
  );
  return Object.fromEntries(served.map((zone) => [zone.origin, zone]));
}
/** Is anything at or below this name? */
export const exists = (zones: Zones, name: DomainName): boolean =>
  Object.values(zones).some(
    ({ origin, records }) => isWithin(origin, name) || records.some((it) => isWithin(it.name, name)),
  );
