// What a machine asks the DNS and is told, as datagrams (RFC 1035 §4.2.1).
import type { HostId } from '../../base/ids.ts';
import type { Dns } from '../event.ts';
import { messageOctets } from './dns-message.ts';
import { datagramFrame, unreachableFrame, type Datagram } from './packet.ts';
import type { Packet } from './pcapng.ts';

const PORT = 53;
/** A resolver of one's own is asked where `dig` says that it is; all machines have theirs there. */
const OWN = '127.0.0.1';
/** Ports and numbers are drawn anew for each question (RFC 5452 §9.2). */
const drawn = (id: number): number => (Math.imul(id, 0x9e3779b1) >>> 16) & 0xffff;
const FIRST_PORT = 49_152;

/** None where nothing crosses a wire: what was known already, and a silence; nor between an address of each family. */
export function lookupPackets(event: Dns, where: (host: HostId) => string): readonly Packet[] {
  const { host, server, question, answer, at, id, cause } = event;
  if (answer && (answer.cached || answer.status === 'timeout')) return [];
  const target = server === '' ? OWN : server;
  const source = server === '' ? OWN : where(host);
  if (source === '' || source.includes(':') !== target.includes(':')) return [];
  const asked = answer ? cause : id; // an answer is caused by its question
  const payload = messageOctets(drawn(asked), question, answer?.status === 'unreachable' ? null : answer);
  if (payload === undefined) return [];
  const caller = { address: source, port: FIRST_PORT + (drawn(asked + 1) & 0x3fff) };
  const query: Datagram = {
    from: caller,
    to: { address: target, port: PORT },
    payload,
    id: drawn(asked + 2),
  };
  const comment = server === '' ? `${host} and its own resolver.` : '';
  if (!answer) return [{ at, octets: datagramFrame(query), comment }];
  if (answer.status !== 'unreachable')
    return [{ at, octets: datagramFrame({ ...query, from: query.to, to: caller }), comment }];
  return source.includes(':') ? [] : [{ at, octets: unreachableFrame(query), comment }];
}
