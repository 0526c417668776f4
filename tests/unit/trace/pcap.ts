// Reads a capture file, knowing only the standards: pcapng, Ethernet, IPv4, UDP and ICMP, and the DNS.
import { expect } from 'vitest';

/** What is in one frame. */
export interface Frame {
  readonly at: number;
  readonly comment: string;
  readonly from: string;
  readonly to: string;
  /** Of what follows the header of IP. */
  readonly protocol: number;
  readonly body: Buffer;
}
/** Blocks, each with its length before and behind. */
export function framesIn(file: string): readonly Frame[] {
  const bytes = Buffer.from(file, 'latin1');
  const out: Frame[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt32LE(at + 4);
    expect(length % 4).toBe(0);
    expect(bytes.readUInt32LE(at + length - 4)).toBe(length);
    if (bytes.readUInt32LE(at) === 6) out.push(frameIn(bytes.subarray(at, at + length)));
    at += length;
  }
  expect(bytes.toString('latin1', 0, 12)).toBe(`\n\r\r\n${bytes.toString('latin1', 4, 8)}\x4d\x3c\x2b\x1a`);
  return out;
}
function frameIn(block: Buffer): Frame {
  const at = block.readUInt32LE(12) * 2 ** 32 + block.readUInt32LE(16);
  const length = block.readUInt32LE(20);
  const frame = block.subarray(28, 28 + length);
  const option = 28 + length + (-length & 3);
  const said =
    option < block.length - 4 && block.readUInt16LE(option) === 1 ? block.readUInt16LE(option + 2) : 0;
  const comment = block.toString('utf8', option + 4, option + 4 + said);
  expect(frame.readUInt16BE(12)).toBe(0x0800);
  const ip = frame.subarray(14);
  expect(ip.readUInt16BE(2)).toBe(ip.length);
  expect(sumOf(ip.subarray(0, 20)), 'the checksum of IP').toBe(0xffff);
  const [protocol, body] = [ip[9] ?? 0, ip.subarray(20)];
  const head = [0, protocol, body.length >> 8, body.length & 255];
  const covered = protocol === 1 ? [body] : [ip.subarray(12, 20), Buffer.from(head), body];
  expect(sumOf(Buffer.concat(covered)), 'the checksum of what is in it').toBe(0xffff);
  const [from, to] = [ip.subarray(12, 16).join('.'), ip.subarray(16, 20).join('.')];
  return { at, comment, from, to, protocol, body };
}
function sumOf(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum;
}

export interface Message {
  readonly id: number;
  readonly flags: number;
  readonly question: string;
  /** As a zone file writes them, of the answer and of the authority. */
  readonly records: readonly string[];
}
const TYPES: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  33: 'SRV',
  52: 'TLSA',
  255: 'ANY',
};
/** A message of the DNS (RFC 1035 §4.1). */
export function messageIn(bytes: Buffer): Message {
  let at = 12;
  const byte = (): number => bytes.readUInt8(at++);
  const short = (): number => bytes.readUInt16BE((at += 2) - 2);
  const long = (): number => bytes.readUInt32BE((at += 4) - 4);
  const name = (): string => {
    const length = byte();
    if (length === 0) return '';
    if (length >= 0xc0) {
      const target = (length - 0xc0) * 256 + byte();
      expect(target, 'only what stands before can be pointed at').toBeLessThan(at - 2);
      const back = at;
      at = target;
      const pointed = name();
      at = back;
      return pointed;
    }
    const label = bytes.toString('latin1', at, (at += length));
    return `${label}.${name()}`;
  };
  const whole = (): string => name() || '.';
  const data = (type: number, end: number): readonly (string | number)[] => {
    const rest = (): Buffer => bytes.subarray(at, (at = end));
    switch (TYPES[type]) {
      case 'A':
        return [rest().join('.')];
      case 'MX':
        return [short(), whole()];
      case 'SRV':
        return [short(), short(), short(), whole()];
      case 'SOA':
        return [whole(), whole(), long(), long(), long(), long(), long()];
      case 'TLSA':
        return [byte(), byte(), byte(), rest().toString('hex').toUpperCase()];
      case 'TXT': {
        const texts: string[] = [];
        while (at < end) {
          const length = byte();
          texts.push(`"${bytes.toString('latin1', at, (at += length))}"`);
        }
        return texts;
      }
      case 'AAAA':
        return [
          rest()
            .toString('hex')
            .match(/.{4}/g)
            ?.map((group) => Number.parseInt(group, 16).toString(16))
            .join(':') ?? '',
        ];
      default:
        return [whole()];
    }
  };
  const record = (): string => {
    const owner = whole();
    const type = short();
    expect(short(), 'the Internet').toBe(1);
    const ttl = long();
    const end = short() + at;
    const said = data(type, end);
    expect(at, 'the data are as long as they say').toBe(end);
    return [owner, ttl, TYPES[type], ...said].join(' ');
  };
  const [id, flags] = [bytes.readUInt16BE(0), bytes.readUInt16BE(2)];
  expect(bytes.readUInt16BE(4)).toBe(1);
  const question = `${whole()} ${TYPES[short()]} ${short()}`;
  const records = Array.from({ length: bytes.readUInt16BE(6) + bytes.readUInt16BE(8) }, record);
  expect(bytes.readUInt16BE(10)).toBe(1);
  expect(bytes.subarray(at).toString('hex'), 'EDNS').toBe('00002904d0000000000000');
  return { id, flags, question, records };
}
