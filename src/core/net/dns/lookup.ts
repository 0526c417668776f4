// What a question comes to (RFC 1034 §4.3.2, §5.3.3).
import {
  isOfType,
  parentOf,
  without,
  type Answer,
  type DomainName,
  type Question,
  type RecordOf,
  type ResourceRecord,
} from '../../base/dns.ts';
import type { Fault, NameService } from './service.ts';
import { exists, servedAt, soaOf, zoneOf, type Zone, type Zones } from './zones.ts';

/** More aliases than this in a row lead nowhere. */
const LONGEST_CHAIN = 11;

/** `at`: what the name has; undefined: there is no such name. */
function recordsAt(zones: Zones, zone: Zone, name: DomainName): readonly ResourceRecord[] | undefined {
  const at = zone.records.filter((it) => it.name === name);
  if (at.length > 0) return at;
  if (exists(zones, name)) return [];
  // The wildcard of the nearest name that exists, if it has one, stands for it (RFC 4592 §3.3.1).
  let encloser = parentOf(name);
  while (encloser !== '.' && !exists(zones, encloser)) encloser = parentOf(encloser);
  const wild = encloser === '.' ? '*.' : `*.${encloser}`;
  const sources = zone.records.filter((it) => it.name === wild);
  return sources.length > 0 ? sources.map((it) => ({ ...it, name })) : undefined;
}
/** The SOA that says how long nothing is nothing (RFC 2308 §3). */
function denial(zone: Zone): readonly ResourceRecord[] {
  const soa = soaOf(zone);
  return soa ? [{ ...soa, ttl: Math.min(soa.ttl, soa.minimum) }] : [];
}

interface Way {
  readonly names: NameService;
  /** Where to look: all zones, or those of one server. */
  readonly zones: Zones;
  readonly question: Question;
  readonly aa: boolean;
}
/** Another name to ask for; or how it ended. */
type Next = { readonly alias: RecordOf<'CNAME'> } | Pick<Answer, 'status' | 'records' | 'authority'>;
const ended = (
  status: Answer['status'],
  records: Answer['records'] = [],
  authority: Answer['records'] = [],
) => ({
  status,
  records,
  authority,
});
function look({ names, zones, question, aa }: Way, name: DomainName, fault: Fault | undefined): Next {
  const zone = zoneOf(zones, name);
  // A server does not know what lies in the zones of others: of an alias it says no more than the alias.
  if (!zone) return ended(aa ? 'ok' : 'nxdomain');
  const at = fault === undefined ? recordsAt(names.zones, zone, name) : fault === 'nodata' ? [] : undefined;
  if (!at) return ended('nxdomain', [], denial(zone));
  const wanted = at.filter(({ type }) => type === question.type || question.type === 'ANY');
  if (wanted.length > 0) return ended('ok', wanted);
  const alias = at.find(isOfType('CNAME'));
  return alias ? { alias } : ended('nodata', [], denial(zone));
}
function follow(way: Way): Answer {
  const { names, zones, question, aa } = way;
  if (aa && !zoneOf(zones, question.name)) return without('refused');
  const chain: ResourceRecord[] = [];
  let ad = !aa;
  let { name } = question;
  while (chain.length <= LONGEST_CHAIN) {
    const fault = Object.hasOwn(names.faults, name) ? names.faults[name] : undefined;
    if (fault === 'servfail' || fault === 'timeout') return without(fault);
    ad &&= zoneOf(zones, name)?.signed === true;
    const next = look(way, name, fault);
    if (!('alias' in next))
      return {
        status: next.status,
        records: [...chain, ...next.records],
        authority: next.authority,
        cached: false,
        ad,
        aa,
      };
    if (chain.some((it) => it.name === name)) break; // they lead around in a circle
    chain.push(next.alias);
    name = next.alias.target;
  }
  return without('servfail');
}
/** What a resolver finds out that nobody told before. */
export const lookUp = (names: NameService, question: Question): Answer =>
  follow({ names, zones: names.zones, question, aa: false });
/** What the name server at this address says of itself; undefined: there is none. */
export function lookUpAt(names: NameService, address: string, question: Question): Answer | undefined {
  const zones = servedAt(names.zones, address);
  return Object.keys(zones).length > 0 ? follow({ names, zones, question, aa: true }) : undefined;
}
