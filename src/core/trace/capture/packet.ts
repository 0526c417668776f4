// One TCP segment as it lies on a cable: Ethernet, IPv4 or IPv6, TCP (RFC 791 §3.1, RFC 8200 §3, RFC 9293 §3.1).
import type { Octets } from '../../base/octets.ts';

export const be16 = (n: number): Octets => String.fromCharCode((n >>> 8) & 255, n & 255);
export const be32 = (n: number): Octets => be16(n >>> 16) + be16(n);

export interface Segment {
  readonly from: End;
  readonly to: End;
  readonly sequence: number;
  readonly acknowledged: number;
  readonly flags: number;
  readonly payload: Octets;
  /** The number of the datagram. */
  readonly id: number;
}
export interface End {
  /** Canonical. */
  readonly address: string;
  readonly port: number;
}
export const FLAG = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16 } as const;
const TCP = 6;
const WINDOW = 0xffff;
const TTL = 64;
/** RFC 9293 §3.7.1: what an Ethernet frame leaves to TCP over IPv4; a SYN says so. */
export const MOST = 1460;

/** 4 octets, or 16. */
function addressOctets(address: string): Octets {
  if (!address.includes(':')) return String.fromCharCode(...address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::').map(groups);
  return head + '\0'.repeat(16 - head.length - tail.length) + tail;
}
const groups = (text: string): Octets =>
  text === ''
    ? ''
    : text
        .split(':')
        .map((group) => be16(Number.parseInt(group, 16)))
        .join('');

/** RFC 1071. */
function checksum(octets: Octets): number {
  let sum = 0;
  for (let i = 0; i < octets.length; i += 2)
    sum += octets.charCodeAt(i) * 256 + (octets.charCodeAt(i + 1) || 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 65_536);
  return ~sum & 0xffff;
}
/** A locally administered one, from the address, so that a machine has the same in every packet. */
const hardware = (address: Octets): Octets => `\x02\0${address.slice(-4)}`;

export function frameOf(segment: Segment): Octets {
  const from = addressOctets(segment.from.address);
  const to = addressOctets(segment.to.address);
  const six = from.length === 16;
  const tcp = tcpOf(
    segment,
    (length) => from + to + (six ? be32(length) + '\0\0\0\x06' : `\0\x06${be16(length)}`),
  );
  const ip = six ? ipv6(from, to, tcp.length) : ipv4(from, to, tcp.length, segment.id);
  return hardware(to) + hardware(from) + be16(six ? 0x86dd : 0x0800) + ip + tcp;
}
function tcpOf(segment: Segment, pseudo: (length: number) => Octets): Octets {
  const { from, to, sequence, acknowledged, flags, payload } = segment;
  const options = (flags & FLAG.syn) === 0 ? '' : `\x02\x04${be16(MOST)}`;
  const head = be16(from.port) + be16(to.port) + be32(sequence) + be32(acknowledged);
  const middle = String.fromCharCode((5 + options.length / 4) << 4, flags) + be16(WINDOW);
  const rest = `\0\0${options}${payload}`;
  const length = head.length + middle.length + 2 + rest.length;
  return head + middle + be16(checksum(`${pseudo(length)}${head}${middle}\0\0${rest}`)) + rest;
}
function ipv4(from: Octets, to: Octets, length: number, id: number): Octets {
  // never in pieces: DF
  const head = `\x45\0${be16(length + 20)}${be16(id)}\x40\0${String.fromCharCode(TTL, TCP)}`;
  return head + be16(checksum(`${head}\0\0${from}${to}`)) + from + to;
}
const ipv6 = (from: Octets, to: Octets, length: number): Octets =>
  `\x60\0\0\0${be16(length)}${String.fromCharCode(TCP, TTL)}${from}${to}`;
