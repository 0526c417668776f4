// How every tool gets to the other side: ports by name, hosts by name or address.
import type { Host } from '../../host/host.ts';
import type { Effect, Resolved } from '../../spec/machine.ts';

/** Names of IANA's registry as a machine's services file has them. */
const PORTS: Readonly<Record<string, number>> = {
  telnet: 23,
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

export const isAddress = (host: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || host.includes(':');
/** Dial an address at once; a name must be asked for first. */
export const reach = (host: string, port: number): Effect =>
  isAddress(host)
    ? { type: 'connect', to: host, port }
    : { type: 'resolve', question: `A ${host.toLowerCase().replace(/\.$/, '')}` };
/** Dial what the name stood for; undefined: there is no such name. */
export const reached = ({ answer }: Resolved, port: number): Effect | undefined =>
  answer === undefined ? undefined : { type: 'connect', to: answer, port };
/** As strerror(3) says it. */
export const reason = (why: 'refused' | 'unreachable'): string =>
  why === 'refused' ? 'Connection refused' : 'No route to host';
/** Whose certificate that address shows: the neighbour who lives there. */
export const peerName = (host: Host, address: string, asked: string): string =>
  host.neighbours.find((n) => n.address === address)?.name ?? asked;
