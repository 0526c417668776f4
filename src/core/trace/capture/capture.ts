// A session as packets: whatever crossed a cable between two machines, and what they asked the DNS, each packet stamped as it leaves.
// Sequence numbers and acknowledgements are worked out from it, as two real machines would have.
import type { ConnId, HostId } from '../../base/ids.ts';
import type { Octets } from '../../base/octets.ts';
import type { Micros } from '../../base/time.ts';
import { flights } from '../../net/stream.ts';
import type { ConnEvent, Dir, TraceEvent, Wire } from '../event.ts';
import { lookupPackets } from './lookups.ts';
import { opened } from './opened.ts';
import { FLAG, frameOf, MOST, type End } from './packet.ts';
import { captureFile, type Packet } from './pcapng.ts';
import { recordOctets, sealedOctets } from './tls.ts';

/** Of several the one that every other machine can reach; '': there is none. */
export const addressOf = (addresses: readonly string[]): string =>
  addresses.find((it) => !it.includes(':')) ?? addresses[0] ?? '';

/** One segment, before its numbers are known. */
interface Sent {
  readonly dir: Dir;
  readonly at: Micros;
  readonly arrives: Micros;
  readonly flags: number;
  readonly payload: Octets;
  readonly comment: string;
  /** Sent before, and lost: it has the numbers of this one. */
  readonly again: Sent | undefined;
}
/** What one looks at: the cable itself, or the words that went through it. */
export type Look = 'cable' | 'opened';
const OPENED = 'This went through TLS: on the cable nobody could read it.';
const MADE_UP = 'Simulated TLS: the size is true, the contents are made up.';
const LOST = 'This copy was lost on the way.';
const other = (dir: Dir): Dir => (dir === 'a>b' ? 'b>a' : 'a>b');

/**
 * `where`: the address of a machine; '' where it has none. `epoch`: Unix seconds when the world began. `look`: what was on the cable, or
 * the same as if TLS were open.
 */
export function captured(
  trace: readonly TraceEvent[],
  where: (host: HostId) => string,
  epoch: number,
  look: Look = 'cable',
): Octets {
  const all = new Map<ConnId, TraceEvent[]>();
  for (const event of trace) {
    if (event.type !== 'wire' && event.type !== 'record' && event.type !== 'conn') continue;
    const events = all.get(event.conn) ?? [];
    if (events.push(event) === 1) all.set(event.conn, events);
  }
  const packets = [
    ...trace.flatMap((event) => (event.type === 'dns' ? lookupPackets(event, where) : [])),
    ...[...all.values()].flatMap((events) => connection(events, where, look)),
  ];
  const begun = epoch * 1_000_000;
  return captureFile(packets.toSorted((a, b) => a.at - b.at).map((it) => ({ ...it, at: begun + it.at })));
}
/** Ports that callers are given (RFC 6335 §6). */
const FIRST_PORT = 49_152;
const PORTS = 16_384;

function connection(
  events: readonly TraceEvent[],
  where: (host: HostId) => string,
  look: Look,
): readonly Packet[] {
  const dial = events.find((it): it is ConnEvent => it.type === 'conn');
  if (!dial) return [];
  const a = where(dial.from);
  const b = where(dial.to) || dial.to;
  // between one address of each family nothing travels
  if (a === '' || a.includes(':') !== b.includes(':')) return [];
  const name =
    events.find((it): it is ConnEvent => it.type === 'conn' && it.tls !== null)?.tls?.serverName ?? '';
  const stretches = look === 'opened' ? opened(events, dial) : [{ events, port: dial.port }];
  return stretches.flatMap((stretch, i) => {
    const sent = stretch.events.flatMap((event) => sendsOf(event, dial, name, look));
    const port = FIRST_PORT + ((dial.conn + (i * PORTS) / 2) % PORTS);
    const ends = { 'a>b': { address: a, port }, 'b>a': { address: b, port: stretch.port } };
    return numbered(acknowledged(sent), ends, dial.conn);
  });
}

const segment = (of: Pick<Sent, 'dir' | 'at' | 'arrives' | 'flags'>, payload = '', comment = ''): Sent => ({
  ...of,
  payload,
  comment,
  again: undefined,
});
function sendsOf(event: TraceEvent, dial: ConnEvent, name: string, look: Look): readonly Sent[] {
  if (event.type === 'wire') return saidIn(event, look);
  if (event.type === 'record') {
    const { dir, at, arrives, size, lost = 0 } = event;
    const octets = recordOctets(event.name, size + lost, name).slice(0, size);
    return piecesOf(octets).map((piece) => segment({ dir, at, arrives, flags: DATA }, piece, MADE_UP));
  }
  return event.type === 'conn' ? lifeOf(event, dial) : [];
}
const DATA = FLAG.psh | FLAG.ack;
const piecesOf = (octets: Octets): readonly Octets[] =>
  Array.from({ length: Math.ceil(octets.length / MOST) }, (_, i) => octets.slice(i * MOST, (i + 1) * MOST));

function saidIn(wire: Wire, look: Look): readonly Sent[] {
  if (wire.visible) return train(wire, wire.octets, '');
  if (look === 'opened') return train(wire, wire.octets, OPENED);
  return train(wire, sealedOctets(wire.octets.length), MADE_UP);
}
function train({ dir, at, arrives, link, nth }: Wire, octets: Octets, comment: string): readonly Sent[] {
  return flights({ at, size: octets.length, link, arrives, nth }).flatMap((flight) =>
    piecesOf(octets.slice(flight.from, flight.to)).flatMap((piece) => {
      const there = { dir, flags: DATA, arrives: flight.arrivesAt };
      if (!flight.again) return [segment({ ...there, at: flight.sentAt }, piece, comment)];
      const lost = segment({ ...there, at: flight.sentAt, arrives: Infinity }, piece, LOST);
      return [
        lost,
        { ...segment({ ...there, at: flight.arrivesAt - link.latency }, piece, comment), again: lost },
      ];
    }),
  );
}
/** How a connection begins and ends (RFC 9293 §3.5, §3.6). */
function lifeOf({ phase, at, arrives, dir, to }: ConnEvent, dial: ConnEvent): readonly Sent[] {
  const half = dial.at + (at - dial.at) / 2;
  const back = { dir: 'b>a', at: half, arrives: at } as const;
  switch (phase) {
    case 'dial':
      return [segment({ dir: 'a>b', at, arrives: Infinity, flags: FLAG.syn })];
    case 'open':
      return [
        segment({ ...back, flags: FLAG.syn | FLAG.ack }),
        segment({ dir: 'a>b', at, arrives: at, flags: FLAG.ack }),
      ];
    case 'refused':
      // where nobody is, nobody answers
      return at > dial.at && to === dial.to ? [segment({ ...back, flags: FLAG.rst | FLAG.ack })] : [];
    case 'fin':
      return [segment({ dir, at, arrives, flags: FLAG.fin | FLAG.ack })];
    case 'reset':
      return [segment({ dir, at, arrives, flags: FLAG.rst | FLAG.ack })];
    default:
      return [];
  }
}
const weight = ({ payload, flags }: Sent): number =>
  payload.length + ((flags & (FLAG.syn | FLAG.fin)) === 0 ? 0 : 1);

/** Whoever hears something says so at once, unless it has something else to say then. */
function acknowledged(sends: readonly Sent[]): readonly Sent[] {
  const speaks = new Set(sends.map(({ dir, at }) => `${dir}${at}`));
  const acks = sends.flatMap((it) => {
    const dir = other(it.dir);
    const heard = Number.isFinite(it.arrives) && weight(it) > 0 && (it.flags & FLAG.syn) === 0;
    const silent = heard && !speaks.has(`${dir}${it.arrives}`);
    if (silent) speaks.add(`${dir}${it.arrives}`);
    return silent ? [segment({ dir, at: it.arrives, arrives: it.arrives, flags: FLAG.ack })] : [];
  });
  return [...sends, ...acks].toSorted((x, y) => x.at - y.at);
}
/** Where each direction begins to count. */
const START = { 'a>b': 1_000_000, 'b>a': 2_000_000 } as const;

function numbered(sent: readonly Sent[], ends: Readonly<Record<Dir, End>>, conn: ConnId): readonly Packet[] {
  const next: Record<Dir, number> = { ...START };
  const sequences = new Map<Sent, number>();
  const heard = { 'a>b': hearing(sent, 'b>a'), 'b>a': hearing(sent, 'a>b') };
  return sent.map((it, i): Packet => {
    const { dir, at, flags, payload, again, comment } = it;
    const sequence = (again && sequences.get(again)) ?? next[dir];
    sequences.set(it, sequence);
    if (!again) next[dir] += weight(it);
    const known = heard[dir](at);
    const octets = frameOf({
      from: ends[dir],
      to: ends[other(dir)],
      sequence: START[dir] + conn * 977 + (sequence - START[dir]),
      acknowledged: (flags & FLAG.ack) === 0 ? 0 : START[other(dir)] + conn * 977 + known,
      flags,
      payload,
      id: (conn * 4096 + i) & 0xffff,
    });
    return { at, octets, comment };
  });
}
/** How much of what goes this way has arrived by then; asked in the order of time. */
function hearing(sent: readonly Sent[], dir: Dir): (at: Micros) => number {
  // a SYN is heard by whoever answers it
  const coming = sent
    .filter((it) => it.dir === dir && (Number.isFinite(it.arrives) || (it.flags & FLAG.syn) !== 0))
    .map((it) => ({ at: Number.isFinite(it.arrives) ? it.arrives : it.at, size: weight(it) }))
    .toSorted((x, y) => x.at - y.at);
  let [i, sum] = [0, 0];
  return (at) => {
    for (let it = coming[i]; it && it.at <= at; it = coming[++i]) sum += it.size;
    return sum;
  };
}
