import { canonical } from '../base/address.ts';
import type { ConnId, HostId } from '../base/ids.ts';
import type { Mailbox } from '../store/mailbox.ts';

export interface User {
  readonly name: string;
  readonly password: string;
}
/** Users and their mail. Hosts of one domain may share one. */
export interface Store {
  readonly users: Readonly<Record<string, User>>;
  /** By `user/name`: `bob/INBOX`. */
  readonly mailboxes: Readonly<Record<string, Mailbox>>;
  /** Maildrops held by a POP3 session (RFC 1939 §4), by mailbox. */
  readonly locks: Readonly<Record<string, ConnId>>;
}
export interface Service {
  /** The machine that answers (kernel/machines.ts). */
  readonly machine: string;
  /** `implicit`: TLS from the first octet (RFC 8314 §3). */
  readonly tls: 'none' | 'implicit';
}
/** What the host's administrator has decided. Each is a knob a scene or a learner may turn. */
export interface Policy {
  /** `required`: no password crosses a connection without TLS (RFC 8314 §4.1). */
  readonly tls: 'required' | 'optional';
  /** A bare LF at the end of a command: no line end at all, or good enough. */
  readonly commandLf: 'reject' | 'accept';
}
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
  readonly neighbours: readonly Neighbour[];
}
export type Hosts = Readonly<Record<HostId, Host>>;

export const withHost = (hosts: Hosts, host: Host): Hosts => ({ ...hosts, [host.id]: host });
export const withPolicy = (host: Host, set: Partial<Policy>): Host => ({
  ...host,
  policy: { ...host.policy, ...set },
});
export const withMailbox = (host: Host, name: string, box: Mailbox): Host => ({
  ...host,
  store: { ...host.store, mailboxes: { ...host.store.mailboxes, [name]: box } },
});
/** In whatever spelling the address is written, here or there. */
export function hostAt(hosts: Hosts, address: string): Host | undefined {
  const wanted = canonical(address) ?? address;
  return Object.values(hosts).find((host) => host.addresses.some((it) => (canonical(it) ?? it) === wanted));
}
