// Octets between two ends of a connection.
import type { ConnId, EventId } from '../base/ids.ts';
import { labour, pause, stage } from '../base/labour.ts';
import { isOctets, type Octets } from '../base/octets.ts';
import { SECOND, type Micros } from '../base/time.ts';
import { passing } from '../net/middlebox.ts';
import { brokenOff, recordSize, sealedSize, type RecordName } from '../net/secure.ts';
import { delayOf, GAP, segmentsOf, type Link } from '../net/stream.ts';
import {
  dirFrom,
  dropConn,
  dueAt,
  findConn,
  flowFrom,
  flowWith,
  linkOf,
  other,
  own,
  plan,
  putConn,
  tell,
  tellConn,
  tellFault,
  withCut,
  withFlow,
  withPhase,
  type Work,
} from './work.ts';
import type { TlsRecord } from '../trace/event.ts';
import type { Conn, End } from './world.ts';

/** A reply is built by joining; one look inside makes it flat, or the trace would keep five times its size in joints. */
const flat = (octets: Octets): Octets => (octets.charCodeAt(octets.length - 1) >= 0 ? octets : '');
/** How long a server that is slow to answer takes over whatever it says. A person who answers takes as long as he likes. */
function hesitation(w: Work, { b }: Conn, from: End): Micros {
  const host = from === 'b' && b.machine !== 'console' ? w.hosts[b.host] : undefined;
  return host ? host.policy.replyDelay * SECOND : 0;
}
/** When something sent now begins to arrive, were nothing lost: never before what was sent earlier has passed. */
const arrival = (w: Work, conn: Conn, from: End): Micros =>
  Math.max(w.now + linkOf(w, conn).latency + hesitation(w, conn, from), flowFrom(conn, from).clear);

/** So many are looked through at once. */
const STRIDE = 2_000_000;
/** Undefined: they are none. What is long is made flat once, and looked through in turns. */
function octetsOf(said: Octets): Octets | undefined {
  if (said.length <= STRIDE) return isOctets(said) ? flat(said) : undefined;
  const all = stage(() => flat(said));
  const work = labour(() => undefined);
  for (let at = work.at; at < all.length; at += STRIDE) {
    if (!isOctets(all.slice(at, at + STRIDE))) return undefined;
    pause(work, at + STRIDE);
  }
  pause(work, Infinity);
  return all;
}

export function transmit(w: Work, id: ConnId, from: End, said: Octets, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open' || said === '' || flowFrom(conn, from).fin !== 'no') return;
  if (conn.cut === 0) return;
  const octets = octetsOf(said);
  if (octets === undefined) tellFault(w, id, cause, 'a character above 255 is no octet');
  else if (conn.cut > 0 && weight(conn, from, octets) >= conn.cut) cutShort(w, conn, from, octets, cause);
  else send(w, conn, from, octets, cause);
}
const isVisible = (conn: Conn, from: End): boolean => conn.tls[from] !== 'on';
/** Octets on the wire. */
const weight = (conn: Conn, from: End, { length }: Octets): number =>
  isVisible(conn, from) ? length : sealedSize(length);
function send(w: Work, conn: Conn, from: End, said: Octets, cause: EventId): void {
  const link = linkOf(w, conn);
  const arrives = arrival(w, conn, from);
  const nth = flowFrom(conn, from).segments;
  const visible = isVisible(conn, from);
  const octets = visible ? pastMiddleboxes(w, conn, from, said, cause) : said;
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
    nth,
    visible,
  });
  occupy(w, lessLeft(w, conn, weight(conn, from, octets)), from, link, octets.length);
  if (conn[other(from)].machine === 'outside') return;
  const due = dueAt(conn.id, other(from), id, { type: 'train', octets, link, nth, visible });
  plan(w, arrives + delayOf(link, nth), due);
}
/** So many octets cross a cable that may be about to break. */
const lessLeft = (w: Work, conn: Conn, crossing: number): Conn =>
  conn.cut > 0 ? putConn(w, withCut(conn, conn.cut - crossing)) : conn;
/** What is left of it when it has passed whoever sits between. */
function pastMiddleboxes(w: Work, conn: Conn, from: End, said: Octets, cause: EventId): Octets {
  let octets = said;
  const [near, far] = [conn[from].host, conn[other(from)].host];
  for (const cable of [near, conn.link, far]) {
    const box = own(w.middleboxes, cable);
    const passed = box && passing(box, from, octets);
    if (!passed || passed.how === '') continue;
    const [dir, id] = [dirFrom(from), w.next];
    tell(w, { type: 'meddled', id, at: w.now, cause, conn: conn.id, dir, cable, how: passed.how, octets });
    octets = passed.octets;
  }
  return octets;
}
/** Books the way for so many octets; when the last of them arrives. */
function occupy(w: Work, conn: Conn, from: End, link: Link, size: number): Micros {
  const { segments, fin } = flowFrom(conn, from);
  let last = arrival(w, conn, from);
  if (last === w.now && link.segment === 0 && link.loss === 0) return last;
  const count = segmentsOf(size, link);
  last += (count - 1) * GAP;
  if (link.loss > 0) for (let i = 0; i < count; i++) last += delayOf(link, segments + i);
  // Segments are planned one after the other, so the next train has to come a moment after the last one, or it would overtake it.
  const free = count > 1 ? last + GAP : last;
  putConn(w, withFlow(conn, from, flowWith(free, segments + count, fin)));
  return last;
}
/** The cable breaks within this send: what came before the break still arrives, but of TLS only whole records are of use (RFC 8446 §5.2). */
function cutShort(w: Work, conn: Conn, from: End, said: Octets, cause: EventId): void {
  if (isVisible(conn, from)) send(w, conn, from, flat(said.slice(0, conn.cut)), cause);
  else {
    const { octets, size, lost } = brokenOff(said, conn.cut);
    if (octets !== '') send(w, conn, from, flat(octets), cause);
    const now = findConn(w, conn.id);
    if (now && size > 0) cross(w, now, from, { name: 'ApplicationData', size, lost }, cause);
  }
  breakAfter(w, conn, from, cause);
}
/** Once what was sent before is there. */
function breakAfter(w: Work, conn: Conn, from: End, cause: EventId): void {
  const at = arrival(w, findConn(w, conn.id) ?? conn, from);
  plan(w, at, dueAt(conn.id, 'a', cause, { type: 'cut' }));
}

export function sendRecord(w: Work, id: ConnId, from: End, name: RecordName, cause: EventId): EventId {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open' || flowFrom(conn, from).fin !== 'no' || conn.cut === 0) return cause;
  const whole = recordSize[name];
  const size = conn.cut > 0 ? Math.min(whole, conn.cut) : whole;
  const { id: event, arrives } = cross(w, conn, from, { name, size, lost: whole - size }, cause);
  if (size === whole && conn[other(from)].machine !== 'outside')
    plan(w, arrives, dueAt(id, other(from), event, { type: 'record', name }));
  if (size === conn.cut) breakAfter(w, conn, from, event);
  return event;
}
function cross(
  w: Work,
  conn: Conn,
  from: End,
  { name, size, lost }: Required<Pick<TlsRecord, 'name' | 'size' | 'lost'>>,
  cause: EventId,
): Pick<TlsRecord, 'id' | 'arrives'> {
  const [id, dir] = [w.next, dirFrom(from)];
  const arrives = occupy(w, lessLeft(w, conn, size), from, linkOf(w, conn), size);
  const record = { type: 'record', id, at: w.now, cause, conn: conn.id, dir, name, size, arrives } as const;
  tell(w, lost > 0 ? Object.assign(record, { lost }) : record);
  return record;
}
/** This side has nothing more to say; inside TLS it says so there too (RFC 8446 §6.1). */
export function finish(w: Work, id: ConnId, from: End, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open' || flowFrom(conn, from).fin !== 'no') return;
  if (conn.tls[from] === 'on' && conn[other(from)].machine !== 'outside')
    sendRecord(w, id, from, 'alert', cause);
  const now = findConn(w, id) ?? conn;
  const arrives = arrival(w, now, from);
  putConn(w, withFlow(now, from, flowWith(arrives, flowFrom(now, from).segments, 'sent')));
  const fin = tellConn(w, now, 'fin', cause, { dir: dirFrom(from), arrives });
  plan(w, arrives, dueAt(id, other(from), fin, { type: 'fin' }));
}
/** Gone at once, and deaf; the other side learns of it after what was sent before. */
export function reset(w: Work, id: ConnId, from: End, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase === (from === 'a' ? 'aGone' : 'bGone')) return;
  if (conn.phase === 'aGone' || conn.phase === 'bGone') {
    dropConn(w, id); // nobody is left
    return;
  }
  const arrives = conn.phase === 'open' ? arrival(w, conn, from) : w.now;
  const told = tellConn(w, conn, 'reset', cause, { dir: dirFrom(from), arrives });
  if (conn.phase === 'dialling') {
    dropConn(w, id);
    return;
  }
  putConn(w, withPhase(conn, from === 'a' ? 'aGone' : 'bGone'));
  plan(w, arrives, dueAt(id, other(from), told, { type: 'closed', how: 'reset' }));
}
