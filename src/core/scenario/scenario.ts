// How a world begins, written down: plain values only, so that a file, a link or a lesson can hold one.
import type { Account, Settings } from '../base/device.ts';
import type { ConsoleId, HostId } from '../base/ids.ts';
import type { Service } from '../host/host.ts';
import type { MailingList, Robot } from '../host/lists.ts';
import type { Policy } from '../host/policy.ts';
import type { Middlebox } from '../net/middlebox.ts';
import type { Fault } from '../net/dns/service.ts';
import type { Body } from '../store/body.ts';
import type { SpecialUse } from '../store/mailbox.ts';
import type { Naming } from '../store/naming.ts';

export interface Cable {
  /** One way, in milliseconds. */
  readonly latency: number;
  /** Octets a segment carries at most; 0: any number. */
  readonly segment: number;
  /** Every n-th segment is lost once and sent again; 0: none is. */
  readonly loss: number;
}
export interface CableBetween extends Cable {
  readonly between: readonly [HostId, HostId];
}
export interface NamedService extends Service {
  /** As in IANA's list: `pop3s`. */
  readonly name: string;
  readonly port: number;
}
export interface StartLetter {
  readonly body: Body;
  /** Absent: the next one. */
  readonly uid?: number;
  readonly flags?: readonly string[];
  /** Unix seconds; absent: as the letter says, or 0. */
  readonly internalDate?: number;
  /** Minutes east of UTC in which that is shown. */
  readonly zone?: number;
}
export interface StartMailbox {
  /** No two mailboxes of a user have the same. */
  readonly uidValidity: number;
  /** Oldest first. */
  readonly letters: readonly (Body | StartLetter)[];
  /** Absent: after the last letter's. */
  readonly uidNext?: number;
  readonly uses?: readonly SpecialUse[];
  /** Nobody has been told of its letters yet (\Recent). */
  readonly fresh?: boolean;
}
export interface StartStore {
  /** Name → password, as a person writes it; the world keeps its UTF-8 octets. */
  readonly users: Readonly<Record<string, string>>;
  /** Where the users' keys for SCRAM are filed; absent: they have none. */
  readonly keys?: 'scenarios';
  /** By `user/name`, or in a namespace of somebody else's `owner/name`. */
  readonly mailboxes: Readonly<Record<string, StartMailbox>>;
  /** Absent: one namespace, and `/` between levels. */
  readonly naming?: Naming;
  /** By user. */
  readonly subscriptions?: Readonly<Record<string, readonly string[]>>;
  /** Names that stand for others, here or elsewhere. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** By name. */
  readonly lists?: Readonly<Record<string, MailingList>>;
  /** Who answers for whom, by user. */
  readonly robots?: Readonly<Record<string, Robot>>;
  /** Octets of mail, at most, of users who may not have as much as they like. */
  readonly quotas?: Readonly<Record<string, number>>;
}
/** Taken before the world began, and not passed on yet. */
export interface StartJob {
  /** '': nobody. */
  readonly from: string;
  readonly to: readonly string[];
  readonly body: Body;
  /** Seconds until the next try, and why the last one was in vain. */
  readonly next: number;
  readonly reply: string;
  /** How often it was tried, when it was taken, and when it was tried last, in seconds ago; absent: once, and both just now. */
  readonly past?: { readonly tries: number; readonly taken: number; readonly tried: number };
}
/** With these settings, and otherwise the usual ones. Nothing has been fetched yet. */
export interface StartDevice {
  readonly account: Account;
  readonly settings: Partial<Settings>;
}
export interface StartHost {
  readonly id: HostId;
  /** IPv4 and IPv6; each becomes an address record of its name. */
  readonly addresses: readonly string[];
  /** Whose mail it keeps; '' for a machine people sit at. */
  readonly domain: string;
  readonly services: readonly NamedService[];
  /** What is decided otherwise than usual. */
  readonly policy: Partial<Policy>;
  /** The hosts its own hosts file names. */
  readonly reaches: readonly HostId[];
  /** Absent: nothing waits. */
  readonly queue?: readonly StartJob[];
  /** The mail client of whoever sits here; absent: there is none. */
  readonly device?: StartDevice;
  /** Which of the scenario's stores it keeps, perhaps with other hosts; '' for none. */
  readonly store: string;
}
/** What one of the world's name servers knows. */
export interface StartZone {
  /** The name it is about: `example.com`; the root is `.`. */
  readonly origin: string;
  /** Its answers can be verified (DNSSEC). */
  readonly signed: boolean;
  /** As a zone file writes it; without SOA and NS it has the usual ones. */
  readonly text: string;
}
export interface StartNames {
  /** Beyond the hosts' own addresses, which are known by their names, and their names by their addresses. */
  readonly zones: readonly StartZone[];
  /** What goes wrong, by name. */
  readonly faults: Readonly<Record<string, Fault>>;
  /** From a question to its answer, in milliseconds. */
  readonly latency: number;
}
export interface Scenario {
  /** Unix seconds at the world's first moment. */
  readonly epoch: number;
  readonly seed: number;
  /** Between hosts that no entry of `cables` names. */
  readonly cable: Cable;
  readonly cables: readonly CableBetween[];
  /** Who sits on the way to and from a host, by host; absent: nobody anywhere. */
  readonly middleboxes?: Readonly<Record<string, Middlebox>>;
  readonly hosts: readonly StartHost[];
  /** By a name of one's choice. */
  readonly stores: Readonly<Record<string, StartStore>>;
  readonly names: StartNames;
  /** Who sits where already. */
  readonly consoles: readonly { readonly id: ConsoleId; readonly host: HostId }[];
}
