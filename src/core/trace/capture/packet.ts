// One packet as it lies on a cable: Ethernet, IPv4 or IPv6 (RFC 791 §3.1, RFC 8200 §3), and in it a TCP segment (RFC 9293 §3.1), a
// datagram (RFC 768), or word that nobody takes one (RFC 792).
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
const PROTOCOL = { icmp: 1, tcp: 6, udp: 17 } as const;
const WINDOW = 0xffff;
const TTL = 64;
/** RFC 9293 §3.7.1: what an Ethernet frame leaves to TCP over IPv4; a SYN says so. */
export const MOST = 1460;

/** 4 octets, or 16. Of a canonical address. */
export function addressOctets(address: string): Octets {
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

/** What a checksum covers that is not in the packet: who it is from, for whom, what it is, how long (RFC 9293 §3.1, RFC 8200 §8.1). */
type Pseudo = (length: number) => Octets;

function framed(
  { from, to, id }: { readonly from: string; readonly to: string; readonly id: number },
  protocol: number,
  inside: (pseudo: Pseudo) => Octets,
): Octets {
  const [source, target] = [addressOctets(from), addressOctets(to)];
  const six = source.length === 16;
  const kind = String.fromCharCode(0, protocol);
  const body = inside(
    (length) => source + target + (six ? be32(length) + '\0\0' + kind : kind + be16(length)),
  );
  const head = six
    ? ipv6(source, target, body.length, protocol)
    : ipv4(source, target, body.length, protocol, id);
  return hardware(target) + hardware(source) + be16(six ? 0x86dd : 0x0800) + head + body;
}
export const frameOf = (segment: Segment): Octets =>
  framed({ from: segment.from.address, to: segment.to.address, id: segment.id }, PROTOCOL.tcp, (pseudo) =>
    tcpOf(segment, pseudo),
  );

export interface Datagram {
  readonly from: End;
  readonly to: End;
  readonly payload: Octets;
  readonly id: number;
}
export const datagramFrame = ({ from, to, payload, id }: Datagram): Octets =>
  framed({ from: from.address, to: to.address, id }, PROTOCOL.udp, (pseudo) => {
    const length = be16(payload.length + 8);
    const ports = be16(from.port) + be16(to.port);
    // 0 would say that there is none
    const sum = checksum(`${pseudo(payload.length + 8)}${ports}${length}\0\0${payload}`) || 0xffff;
    return ports + length + be16(sum) + payload;
  });
/** Nobody listens at that port; said with the beginning of what came there. Over IPv4 alone. */
export function unreachableFrame(datagram: Datagram): Octets {
  const rest = '\0'.repeat(4) + datagramFrame(datagram).slice(ETHERNET, ETHERNET + 28);
  const { from, to, id } = datagram;
  return framed({ from: to.address, to: from.address, id }, PROTOCOL.icmp, () => {
    return `\x03\x03${be16(checksum(`\x03\x03\0\0${rest}`))}${rest}`;
  });
}
const ETHERNET = 14;

function tcpOf(segment: Segment, pseudo: Pseudo): Octets {
  const { from, to, sequence, acknowledged, flags, payload } = segment;
  const options = (flags & FLAG.syn) === 0 ? '' : `\x02\x04${be16(MOST)}`;
  const head = be16(from.port) + be16(to.port) + be32(sequence) + be32(acknowledged);
  const middle = String.fromCharCode((5 + options.length / 4) << 4, flags) + be16(WINDOW);
  const rest = `\0\0${options}${payload}`;
  const length = head.length + middle.length + 2 + rest.length;
  return head + middle + be16(checksum(`${pseudo(length)}${head}${middle}\0\0${rest}`)) + rest;
}
function ipv4(from: Octets, to: Octets, length: number, protocol: number, id: number): Octets {
  // never in pieces: DF
  const head = `\x45\0${be16(length + 20)}${be16(id)}\x40\0${String.fromCharCode(TTL, protocol)}`;
  return head + be16(checksum(`${head}\0\0${from}${to}`)) + from + to;
}
const ipv6 = (from: Octets, to: Octets, length: number, protocol: number): Octets =>
  `\x60\0\0\0${be16(length)}${String.fromCharCode(protocol, TTL)}${from}${to}`;
