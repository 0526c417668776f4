// Something reaches one end of a connection.
import type { EventId } from '../base/ids.ts';
import { delayOf, GAP } from '../net/stream.ts';
import type { Opened, Refused } from '../spec/machine.ts';
import { happen, happenToKeeper } from './act.ts';
import { isWaiting, listenerAt } from './listen.ts';
import { deliverDns } from './names.ts';
import { deliverRecord, misunderstand, secured } from './handshake.ts';
import { finish, reset } from './transport.ts';
import {
  addressOf,
  answeredBy,
  consoleAt,
  dropConn,
  dueAt,
  findConn,
  flowFrom,
  flowWith,
  hostOf,
  implicitTls,
  isGone,
  linkOf,
  machineFor,
  other,
  own,
  plan,
  putConn,
  tellConn,
  withFlow,
  withPhase,
  withTlsSide,
  type Work,
} from './work.ts';
import type { Arrival, Conn, Due, End } from './world.ts';

export function deliver(w: Work, { conn: id, end, cause, arrival }: Due): void {
  if (arrival.type === 'dns') deliverDns(w, { conn: id, end }, arrival, cause);
  else if (arrival.type === 'wake') {
    // it may have been looked at in the meantime
    if (w.waking.includes(arrival.host)) happenToKeeper(w, arrival.host, { type: 'due' }, cause);
  } else {
    const conn = findConn(w, id);
    if (conn) reach(w, conn, end, arrival, cause);
  }
}
function reach(
  w: Work,
  conn: Conn,
  end: End,
  arrival: Exclude<Arrival, { readonly type: 'dns' | 'wake' }>,
  cause: EventId,
): void {
  if (arrival.type === 'cut') breakDown(w, conn, cause);
  else if (isGone(conn, end)) return;
  else if (arrival.type === 'train') deliverTrain(w, conn, end, arrival, cause);
  else if (arrival.type === 'record') deliverRecord(w, conn, end, arrival.name, cause);
  else if (arrival.type === 'fin') deliverFin(w, conn, end, cause);
  else if (arrival.type === 'accept') accept(w, conn, cause);
  else if (arrival.type === 'opened' && end === 'a') answered(w, conn, arrival, cause);
  else if (arrival.type === 'refused') refused(w, conn, arrival, cause);
  else if (arrival.type === 'closed') learn(w, conn, end, cause);
  else if (arrival.type === 'secured' && end === 'b') secured(w, conn, arrival.tls, cause);
  else happen(w, conn.id, end, arrival, cause);
}

/** The first segment is here; the next is on its heels. */
function deliverTrain(
  w: Work,
  conn: Conn,
  end: End,
  { octets, link, nth, visible }: Arrival & { type: 'train' },
  cause: EventId,
): void {
  const size = link.segment > 0 ? link.segment : octets.length;
  const first = size < octets.length ? octets.slice(0, size) : octets;
  if (first !== octets) {
    const rest = { type: 'train', octets: octets.slice(size), link, nth: nth + 1, visible } as const;
    plan(w, w.now + GAP + delayOf(link, nth + 1), dueAt(conn.id, end, cause, rest));
  }
  // The process that was here is gone: TCP says so (RFC 9293 §3.10.7.1).
  if (!attended(w, conn, end)) reset(w, conn.id, end, cause);
  else if (visible && conn.tls[end] !== 'off') misunderstand(w, conn, end, first, cause);
  else happen(w, conn.id, end, { type: 'received', octets: first }, cause);
}
/** Is there still somebody to read? A console that has let go of its connection is not; one that only stopped talking is. */
const attended = (w: Work, conn: Conn, end: End): boolean =>
  conn[end].machine === 'console'
    ? consoleAt(w, conn, end) !== undefined || (end === 'b' && isWaiting(w, conn))
    : flowFrom(conn, end).fin === 'no';

/** The caller's SYN: somebody listens here, or nobody does. */
function accept(w: Work, conn: Conn, cause: EventId): void {
  const { latency } = linkOf(w, conn);
  const service = own(hostOf(w, conn.b.host)?.services ?? {}, conn.port);
  const listener = service ? undefined : listenerAt(w, conn.b.host, conn.port);
  if (listener) putConn(w, answeredBy(conn, listener.id));
  const listens = listener ?? (service && machineFor(w, service.machine));
  const peer = addressOf(w, conn.b.host);
  const answer: Arrival = listens ? { type: 'opened', peer, tls: null } : { type: 'refused', why: 'refused' };
  plan(w, w.now + latency, dueAt(conn.id, 'a', cause, answer));
}
/** SYN-ACK: the caller may speak; its ACK tells the other side so, ahead of anything it says. */
function answered(w: Work, conn: Conn, opened: Opened, cause: EventId): void {
  const implicit = implicitTls(w, conn);
  const known = w.now + linkOf(w, conn).latency;
  const open = withFlow(withPhase(conn, 'open'), 'a', flowWith(known, 0, 'no'));
  putConn(w, implicit ? withTlsSide(open, 'b', 'hello') : open);
  const told = tellConn(w, open, 'open', cause);
  const peer = addressOf(w, conn.a.host);
  if (!implicit) plan(w, known, dueAt(conn.id, 'b', told, { type: 'opened', peer, tls: null }));
  happen(w, conn.id, 'a', opened, told);
}
function refused(w: Work, conn: Conn, happening: Refused, cause: EventId): void {
  putConn(w, withPhase(conn, 'aGone')); // there is nothing to hang up
  happen(w, conn.id, 'a', happening, tellConn(w, conn, 'refused', cause));
  dropConn(w, conn.id);
}

/** The other side will send nothing more. Every process of ours then finishes too, unless it is a person, or a real socket. */
function deliverFin(w: Work, conn: Conn, end: End, cause: EventId): void {
  const from = other(end);
  const { clear, segments } = flowFrom(conn, from);
  putConn(w, withFlow(conn, from, flowWith(clear, segments, 'arrived')));
  happen(w, conn.id, end, { type: 'closed', how: 'close' }, cause);
  const now = findConn(w, conn.id);
  if (!now) return;
  if (flowFrom(now, end).fin === 'arrived') {
    tellConn(w, now, 'closed', cause);
    dropConn(w, now.id);
  } else if (now[end].machine !== 'outside' && !(now[end].machine === 'console' && attended(w, now, end)))
    finish(w, now.id, end, cause);
}
/** The cable is cut: both ends lose the connection at this instant. */
function breakDown(w: Work, conn: Conn, cause: EventId): void {
  if (conn.phase === 'dialling') {
    refused(w, conn, { type: 'refused', why: 'unreachable' }, cause);
    return;
  }
  const told = tellConn(w, conn, 'reset', cause);
  const lost = { type: 'closed', how: 'reset' } as const;
  const [forA, forB] = [!isGone(conn, 'a'), !isGone(conn, 'b')];
  putConn(w, withPhase(conn, 'aGone')); // nobody's last words leave any more
  if (forA) happen(w, conn.id, 'a', lost, told);
  if (forB) happen(w, conn.id, 'b', lost, told);
  dropConn(w, conn.id);
}
/** The other end is gone. */
function learn(w: Work, conn: Conn, end: End, cause: EventId): void {
  happen(w, conn.id, end, { type: 'closed', how: 'reset' }, cause);
  dropConn(w, conn.id);
}
