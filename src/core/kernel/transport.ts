// Octets, records and ends of streams on their way between two ends of a connection.
import type { EventId } from '../base/ids.ts';
import { isOctets, type Octets } from '../base/octets.ts';
import { recordSize, sealedSize, type RecordName } from '../net/secure.ts';
import { delayOf, GAP, segmentsOf, type Flow, type Link } from '../net/stream.ts';
import {
  dirFrom,
  dueAt,
  findConn,
  flowFrom,
  linkOf,
  other,
  plan,
  putConn,
  tell,
  tellConn,
  withCut,
  withFlow,
  withPhase,
  type Work,
} from './work.ts';
import type { Conn, End } from './world.ts';

/** A reply is built by joining; one look inside makes it flat, or the trace would keep five times its size in joints. */
const flat = (octets: Octets): Octets => (octets.charCodeAt(octets.length - 1) >= 0 ? octets : '');
const flowOf = (clear: number, segments: number, fin: Flow['fin']): Flow => ({ clear, segments, fin });

export function transmit(w: Work, id: number, from: End, said: Octets, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open' || said === '') return;
  const flow = flowFrom(conn, from);
  if (flow.fin !== 'no') return;
  if (!isOctets(said)) {
    tell(w, { type: 'fault', id: w.next, at: w.now, cause, conn: id, error: 'a character above 255 is no octet' });
    return;
  }
  if (conn.cut >= 0 && said.length >= conn.cut) cutShort(w, conn, from, said, cause);
  else send(w, conn, from, flat(said), cause);
}
function send(w: Work, conn: Conn, from: End, octets: Octets, cause: EventId): void {
  const flow = flowFrom(conn, from);
  const link = linkOf(w, conn);
  const arrives = Math.max(w.now + link.latency, flow.clear);
  const visible = conn.tls[from] !== 'on';
  const id = w.next;
  tell(w, {
    type: 'wire',
    id,
    at: w.now,
    cause,
    conn: conn.id,
    dir: dirFrom(from),
    octets,
    link,
    arrives,
    nth: flow.segments,
    visible,
  });
  if (conn.cut >= 0) putConn(w, withCut(conn, conn.cut - octets.length));
  occupy(w, conn.id, from, link, octets.length);
  if (conn[other(from)].machine === 'outside') return;
  const due = dueAt(conn.id, other(from), id, { type: 'train', octets, link, nth: flow.segments, visible });
  plan(w, arrives + delayOf(link, flow.segments), due);
}
/** In order, always: the next train starts when the last has passed. Nothing to note where everything is at once. */
function occupy(w: Work, id: number, from: End, link: Link, size: number): void {
  if (link.latency === 0 && link.segment === 0 && link.loss === 0) return;
  const conn = findConn(w, id);
  if (!conn) return;
  const flow = flowFrom(conn, from);
  const count = segmentsOf(size, link);
  let clear = Math.max(w.now + link.latency, flow.clear) + (count - 1) * GAP;
  if (link.loss > 0) for (let i = 0; i < count; i++) clear += delayOf(link, flow.segments + i);
  putConn(w, withFlow(conn, from, flowOf(clear, flow.segments + count, flow.fin)));
}
/** The cable breaks within this send: what came before the break still arrives. */
function cutShort(w: Work, conn: Conn, from: End, said: Octets, cause: EventId): void {
  const passed = said.slice(0, conn.cut);
  const open = putConn(w, withCut(conn, -1));
  if (passed !== '') send(w, open, from, flat(passed), cause);
  const after = findConn(w, conn.id) ?? open;
  const at = Math.max(w.now + linkOf(w, after).latency, flowFrom(after, from).clear);
  plan(w, at, dueAt(conn.id, 'a', cause, { type: 'reset' }));
}

export function sendRecord(w: Work, conn: Conn, from: End, name: RecordName, cause: EventId): EventId {
  const flow = flowFrom(conn, from);
  const link = linkOf(w, conn);
  const arrives = Math.max(w.now + link.latency, flow.clear);
  const id = w.next;
  const size = recordSize[name];
  tell(w, { type: 'record', id, at: w.now, cause, conn: conn.id, dir: dirFrom(from), name, size, arrives });
  occupy(w, conn.id, from, link, size);
  plan(w, arrives, dueAt(conn.id, other(from), id, { type: 'record', name }));
  return id;
}
/** This side has nothing more to say; inside TLS it says so there too (RFC 8446 §6.1). */
export function finish(w: Work, id: number, from: End, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open' || flowFrom(conn, from).fin !== 'no') return;
  if (conn.tls[from] === 'on' && conn[other(from)].machine !== 'outside') sendRecord(w, conn, from, 'alert', cause);
  const now = findConn(w, id) ?? conn;
  const flow = flowFrom(now, from);
  const arrives = Math.max(w.now + linkOf(w, now).latency, flow.clear);
  putConn(w, withFlow(now, from, flowOf(arrives, flow.segments, 'sent')));
  const fin = tellConn(w, now, 'fin', cause, { dir: dirFrom(from), arrives });
  plan(w, arrives, dueAt(id, other(from), fin, { type: 'fin' }));
}
/** Gone at once; the other side learns of it one latency later. */
export function reset(w: Work, id: number, from: End, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase === 'dead') return;
  const dead = putConn(w, withPhase(conn, 'dead'));
  const told = tellConn(w, dead, 'reset', cause, { dir: dirFrom(from) });
  plan(w, w.now + linkOf(w, dead).latency, dueAt(id, other(from), told, { type: 'closed', how: 'reset' }));
}
export const wireSize = (octets: Octets, visible: boolean): number =>
  visible ? octets.length : sealedSize(octets.length);
