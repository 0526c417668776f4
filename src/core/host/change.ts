// What may be changed about a world from outside it: cables, decisions of its administrators, people, names.
import { absolute, misnamed, type DomainName } from '../base/dns.ts';
import type { HostId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import { FAULTS, withFault, withLatency, type Fault, type NameService } from '../net/dns/service.ts';
import { edited, type Edit } from '../net/dns/zones.ts';
import { noMiddlebox, withSetting, type Middlebox } from '../net/middlebox.ts';
import { linkKey, type Link } from '../net/stream.ts';
import type { StoreFact } from '../store/mailbox.ts';
import { isChange } from './change-shape.ts';
import { withHost, withPolicy, type Host, type Hosts } from './host.ts';
import { withPeople, type Edited, type PeopleEdit } from './people.ts';
import { misset, type Policy } from './policy.ts';

export type Change =
  | { readonly type: 'link'; readonly between: readonly [HostId, HostId]; readonly set: Partial<Link> }
  | { readonly type: 'policy'; readonly host: HostId; readonly set: Partial<Policy> }
  /** Who sits on the cable this machine hangs on; with `to`: on the one between the two. */
  | {
      readonly type: 'middlebox';
      readonly host: HostId;
      readonly to?: HostId;
      readonly set: Partial<Middlebox>;
    }
  /** An account or an alias. Hosts that share a store share the people. */
  | { readonly type: 'people'; readonly host: HostId; readonly edit: PeopleEdit }
  /** A record more or less in the DNS. */
  | { readonly type: 'record'; readonly edit: Edit }
  /** What goes wrong with a name. */
  | { readonly type: 'fault'; readonly name: DomainName; readonly fault: Fault | 'none' }
  /** How long the DNS takes to answer what nobody has asked before. */
  | { readonly type: 'resolver'; readonly latency: Micros };

/** The parts of a world that somebody may change. */
export interface Settings {
  readonly hosts: Hosts;
  readonly names: NameService;
  /** By `linkKey`. */
  readonly links: Readonly<Record<string, Link>>;
  /** Between hosts that no entry of `links` names. */
  readonly link: Link;
  /** Who sits on a cable: by `linkKey`, or by the machine that hangs on it. */
  readonly middleboxes: Readonly<Record<string, Middlebox>>;
}
export interface Changed extends Partial<Settings> {
  /** What has become of the mailboxes of the host that was named. */
  readonly facts?: readonly StoreFact[];
}
/** Those that are different afterwards; or what would have been right. Total: nothing in a change is trusted. */
export const changed = (s: Settings, change: Change, born: number): Edited<Changed> =>
  isChange(change) ? done(s, change, born) : { expected: 'a change that a world knows' };

function done(s: Settings, change: Change, born: number): Edited<Changed> {
  switch (change.type) {
    case 'link':
      return relinked(s, change);
    case 'policy':
      return decided(s, change);
    case 'middlebox':
      return watched(s, change);
    case 'people': {
      const host = hostIn(s, change.host);
      if (!host) return NO_HOST;
      const { done, expected } = withPeople(host, change.edit, born);
      return done ? { done: { hosts: withHost(s.hosts, done.host), facts: done.facts } } : { expected };
    }
    case 'record': {
      const { zones, problems } = edited(s.names.zones, change.edit);
      return zones ? { done: { names: { ...s.names, zones } } } : { expected: problems[0]?.expected ?? '' };
    }
    case 'fault':
      if (misnamed(absolute(change.name)) !== undefined) return { expected: 'the name of a domain' };
      if (change.fault !== 'none' && !FAULTS.includes(change.fault)) return { expected: FAULTS.join(' or ') };
      return { done: { names: withFault(s.names, change.name, change.fault) } };
    case 'resolver':
      return {
        done: { names: withLatency(s.names, within(change.latency, LONGEST, s.names.latency)) },
      };
  }
}
const NO_HOST = { expected: 'a machine of this world' } as const;
const hostIn = ({ hosts }: Settings, id: HostId): Host | undefined =>
  Object.hasOwn(hosts, id) ? hosts[id] : undefined;

function decided(s: Settings, { host: id, set }: Change & { type: 'policy' }): Edited<Changed> {
  const host = hostIn(s, id);
  if (!host) return NO_HOST;
  const expected = misset(set);
  return expected === undefined
    ? { done: { hosts: withHost(s.hosts, withPolicy(host, set)) } }
    : { expected };
}

function watched(s: Settings, { host, to, set }: Change & { type: 'middlebox' }): Edited<Changed> {
  if (!hostIn(s, host) || (to !== undefined && !hostIn(s, to))) return NO_HOST;
  const cable = to === undefined ? host : linkKey(host, to);
  const old = Object.hasOwn(s.middleboxes, cable) ? s.middleboxes[cable] : undefined;
  return { done: { middleboxes: { ...s.middleboxes, [cable]: withSetting(old ?? noMiddlebox, set) } } };
}

const LONGEST = 3_600_000_000; // an hour: nobody waits longer for a segment
const within = (n: number | undefined, most: number, otherwise: number): number =>
  n === undefined || !Number.isFinite(n) ? otherwise : Math.min(most, Math.max(0, Math.round(n)));
const linkWith = (old: Link, set: Partial<Link>): Link => ({
  latency: within(set.latency, LONGEST, old.latency),
  segment: within(set.segment, 1_000_000, old.segment),
  loss: within(set.loss, 1_000_000, old.loss),
});
function relinked(s: Settings, { between, set }: Change & { type: 'link' }): Edited<Changed> {
  const [a, b] = between;
  if (!hostIn(s, a) || !hostIn(s, b)) return NO_HOST;
  const key = linkKey(a, b);
  const old = Object.hasOwn(s.links, key) ? s.links[key] : undefined;
  return { done: { links: { ...s.links, [key]: linkWith(old ?? s.link, set) } } };
}
