// How every tool gets to the other side: ports by name, hosts by name or address.
import { canonical, familyOf, type Family } from '../../base/address.ts';
import { absolute, ask, type Status } from '../../base/dns.ts';
import type { Host } from '../../host/host.ts';
import type { Effect, Resolved } from '../../spec/machine.ts';

/** Names of IANA's registry as a machine's services file has them; LMTP has none there, and often port 24 (any private mail system). */
const PORTS: Readonly<Record<string, number>> = {
  telnet: 23,
  lmtp: 24,
  smtp: 25,
  domain: 53,
  http: 80,
  pop3: 110,
  imap2: 143,
  imap: 143,
  https: 443,
  submissions: 465,
  submission: 587,
  imaps: 993,
  pop3s: 995,
};
/** Undefined: no such service. A number may be out of range. */
export const portOf = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : Object.hasOwn(PORTS, text) ? PORTS[text] : undefined;
export const serviceOf = (port: number): string | undefined =>
  Object.keys(PORTS).find((name) => PORTS[name] === port);
export const inRange = (port: number): boolean => port > 0 && port < 65_536;

export const isAddress = (host: string): boolean => canonical(host) !== undefined;
const LOOPBACK = { 4: '127.0.0.1', 6: '::1' } as const;
/** What it stands for without asking anybody: an address, or the name a machine has for itself (RFC 6761 §6.3). */
export const literal = (host: string, family: Family = 4): string | undefined =>
  host.toLowerCase() === 'localhost' ? LOOPBACK[family] : canonical(host);
/** Dial an address at once; a name must be asked for first. */
export function reach(host: string, port: number, family: Family = 4): Effect {
  const to = literal(host, family);
  if (to !== undefined) return { type: 'connect', to, port };
  return { type: 'resolve', question: ask(family === 4 ? 'A' : 'AAAA', host) };
}
/** An address of the family that is not wanted. */
export const isOtherFamily = (host: string, family: Family | undefined): boolean => {
  const address = canonical(host);
  return address !== undefined && family !== undefined && familyOf(address) !== family;
};
/** What a name stood for; or why for nothing, as gai_strerror(3) says it. */
export type Reached =
  | { readonly address: string; readonly why?: undefined }
  | { readonly address?: undefined; readonly why: string };
/** Undefined: the answer is to somebody else's question, asked before. */
export function reached({ question, answer }: Resolved, host: string): Reached | undefined {
  if (question.name !== absolute(host)) return undefined;
  for (const record of answer.records)
    if (record.type === 'A' || record.type === 'AAAA') return { address: record.address };
  return { why: unnamed(answer.status) };
}
const unnamed = (status: Status): string => {
  if (status === 'nxdomain') return 'Name or service not known';
  return status === 'nodata' || status === 'ok'
    ? 'No address associated with hostname'
    : 'Temporary failure in name resolution';
};
/** As strerror(3) says it. */
export const reason = (why: 'refused' | 'unreachable'): string =>
  why === 'refused' ? 'Connection refused' : 'No route to host';
/** How a machine calls an address when it looks it up: itself, or a neighbour of its hosts file; else the address. */
export const nameOf = (host: Host, address: string): string =>
  host.addresses.includes(address)
    ? 'localhost'
    : (host.neighbours.find((n) => n.address === address)?.name ?? address);
/** Whose certificate that address shows: the neighbour who lives there. */
export const peerName = (host: Host, address: string, asked: string): string =>
  host.neighbours.find((n) => n.address === address)?.name ?? asked;
