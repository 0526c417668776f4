// A capture file, as Wireshark reads it: pcapng, a block for the file, one for the cable, one for each packet
// (draft-ietf-opsawg-pcapng §4). Little-endian throughout.
import { utf8, type Octets } from '../../base/octets.ts';

export interface Packet {
  /** Microseconds since 1970. */
  readonly at: number;
  /** From its Ethernet header on. */
  readonly octets: Octets;
  /** '': there is nothing to say of it. */
  readonly comment: string;
}
const u16 = (n: number): Octets => String.fromCharCode(n & 255, (n >>> 8) & 255);
export const u32 = (n: number): Octets => u16(n) + u16(n >>> 16);
const padded = (octets: Octets): Octets => octets + '\0'.repeat(-octets.length & 3);

const option = (code: number, value: Octets): Octets => u16(code) + u16(value.length) + padded(value);
const optionsOf = (...all: readonly Octets[]): Octets =>
  all.join('') === '' ? '' : all.join('') + option(0, '');
function block(type: number, body: Octets): Octets {
  const length = u32(body.length + 12);
  return u32(type) + length + body + length;
}
const BLOCK = { file: 0x0a0d0d0a, cable: 1, packet: 6 } as const;
const ORDER = 0x1a2b3c4d;
const UNKNOWN = '\xff'.repeat(8);
const ETHERNET = 1;
const OPTION = { comment: 1, name: 2, application: 4, resolution: 9 } as const;
const MICROSECONDS = '\x06';
const TWO_TO_32 = 4_294_967_296;

export const captureFile = (packets: readonly Packet[]): Octets =>
  block(
    BLOCK.file,
    u32(ORDER) + u16(1) + u16(0) + UNKNOWN + optionsOf(option(OPTION.application, 'Mailwire')),
  ) +
  block(
    BLOCK.cable,
    u16(ETHERNET) +
      u16(0) +
      u32(0) +
      optionsOf(option(OPTION.name, 'simulated'), option(OPTION.resolution, MICROSECONDS)),
  ) +
  packets.map(packetBlock).join('');

function packetBlock({ at, octets, comment }: Packet): Octets {
  const moment = u32(Math.floor(at / TWO_TO_32)) + u32(at % TWO_TO_32);
  const length = u32(octets.length);
  const said = comment === '' ? '' : optionsOf(option(OPTION.comment, utf8(comment)));
  return block(BLOCK.packet, u32(0) + moment + length + length + padded(octets) + said);
}
