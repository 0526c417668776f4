import { canonical } from '../base/address.ts';
import type { ConnId, HostId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import type { Cache } from '../net/dns/cache.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { withBox, type MailTree } from '../store/tree.ts';
import type { Device } from './device/device.ts';
import type { Answered, MailingList, Robot } from './lists.ts';
import { isSetting, type Policy } from './policy.ts';
import type { Spool } from './spool.ts';

/** What one hash makes of a salted password, in base64 (RFC 5802 §3). */
interface HashKeys {
  /** To know a proof by. */
  readonly stored: string;
  /** To prove oneself with. */
  readonly server: string;
}
export interface ScramKeys {
  /** In base64. */
  readonly salt: string;
  readonly iterations: number;
  readonly sha1: HashKeys;
  readonly sha256: HashKeys;
}
export interface User {
  readonly name: string;
  readonly password: string;
  /** Null: none were made, and nobody logs in as this user with SCRAM. Else they, or the directory in which they are filed. */
  readonly keys: ScramKeys | 'scenarios' | null;
  /** Octets of mail in all mailboxes, at most; absent: as the host's policy says; 0: any number. */
  readonly quota?: number;
  /** Messages in all mailboxes, at most; absent or 0: any number. */
  readonly messageQuota?: number;
}
/** Whoever shows it is taken for this user (RFC 6750), for a while. */
export interface Token {
  readonly user: string;
  readonly expires: Micros;
}
/** Users and their mail. Hosts that name the same one share it: what one of them changes, all of them have. */
export interface Store extends MailTree {
  /** '': this host's own, shared with nobody. */
  readonly id: string;
  /** Nobody's name has a `/` in it. */
  readonly users: Readonly<Record<string, User>>;
  /** Maildrops held by a POP3 session (RFC 1939 §4), by mailbox. */
  readonly locks: Readonly<Record<string, ConnId>>;
  /** Issued, by their own text. */
  readonly tokens: Readonly<Record<string, Token>>;
  /** Names that stand for others, here (`bob`) or elsewhere (`frank@alumni.example.net`); absent: none. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** By name; absent: none. */
  readonly lists?: Readonly<Record<string, MailingList>>;
  /** By user; absent: none. */
  readonly robots?: Readonly<Record<string, Robot>>;
  readonly answered?: Answered;
  /** By a letter's Message-ID, the first of its conversation, as clients have been told (RFC 8474 §5.2); absent: none has. */
  readonly threads?: Readonly<Record<string, string>>;
}
export interface Service {
  /** The machine that answers (kernel/machines.ts). */
  readonly machine: string;
  /** `implicit`: TLS from the first octet (RFC 8314 §3). */
  readonly tls: 'none' | 'implicit';
  /** What the machine is told of its job: `mx`, `submission`. Absent: there is but one. */
  readonly role?: string;
}
/** What its machine is started with: a part of its session. */
export const jobOf = ({ role }: Service): { readonly role: string } | undefined =>
  role === undefined ? undefined : { role };
/** A machine this one may talk to, as its hosts file and its service list name it. */
export interface Neighbour {
  readonly name: string;
  readonly address: string;
  readonly services: readonly { readonly name: string; readonly port: number }[];
}
export interface Host {
  /** Its full name: `pop.example.com`. */
  readonly id: HostId;
  readonly addresses: readonly string[];
  /** Whose mail it keeps; '' for a machine people sit at. */
  readonly domain: string;
  /** By port. */
  readonly services: Readonly<Record<number, Service>>;
  readonly store: Store;
  readonly policy: Policy;
  readonly spool: Spool;
  readonly neighbours: readonly Neighbour[];
  /** What its resolver remembers. */
  readonly dnsCache: Cache;
  /** The mail client of whoever sits here; absent: there is none. */
  readonly device?: Device;
}
export type Hosts = Readonly<Record<HostId, Host>>;

/** The hosts with this one as it is now; those that share its store see the change. */
export function withHost(hosts: Hosts, host: Host): Hosts {
  const next = { ...hosts };
  putHost(next, host);
  return next;
}
/** The same, in a record that is nobody else's yet. */
export function putHost(hosts: Record<HostId, Host>, host: Host): void {
  const { id, store } = host;
  const old = hosts[id]?.store;
  hosts[id] = host;
  if (store.id === '' || store === old) return;
  for (const other of Object.keys(hosts)) {
    const it = hosts[other];
    if (it && other !== id && it.store.id === store.id) hosts[other] = withStore(it, store);
  }
}
// Written out: these are made for every letter, and for every host that shares the mail.
export const withStore = (it: Host, store: Store): Host => written(it, store, it.spool);
export const withSpool = (it: Host, spool: Spool): Host => written(it, it.store, spool);
const written = (it: Host, store: Store, spool: Spool): Host =>
  it.device
    ? { ...it, store, spool }
    : {
        id: it.id,
        addresses: it.addresses,
        domain: it.domain,
        services: it.services,
        store,
        policy: it.policy,
        spool,
        neighbours: it.neighbours,
        dnsCache: it.dnsCache,
      };
/** Do they keep the same mail? */
export const shareStore = (a: Host, b: Host): boolean =>
  a.id === b.id || (a.store.id !== '' && a.store.id === b.store.id);
/** With these decisions; what is no knob or no value of it changes nothing. */
export const withPolicy = (host: Host, set: Partial<Policy>): Host => ({
  ...host,
  policy: {
    ...host.policy,
    ...Object.fromEntries(Object.entries(set).filter(([name, value]) => isSetting(name, value))),
  },
});
export const withDnsCache = (host: Host, dnsCache: Cache): Host => ({ ...host, dnsCache });
export const withMailbox = (host: Host, name: string, box: Mailbox): Host =>
  withStore(host, withBox(host.store, name, box));
/** In whatever spelling the address is written, here or there. */
export function hostAt(hosts: Hosts, address: string): Host | undefined {
  // most addresses are written as their host writes them, and to compare spellings takes longer than all the rest
  for (const id in hosts) if (hosts[id]?.addresses.includes(address)) return hosts[id];
  const wanted = canonical(address) ?? address;
  return Object.values(hosts).find((host) => host.addresses.some((it) => (canonical(it) ?? it) === wanted));
}
