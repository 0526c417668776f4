// TLS on the way: records arrive, a handshake succeeds or fails, plain octets come where none should (net/secure.ts).
import type { ConnId, EventId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import { noise, settled, type RecordName } from '../net/secure.ts';
import type { Insecure, Tls } from '../spec/machine.ts';
import { happen } from './act.ts';
import { finish, sendRecord } from './transport.ts';
import {
  addressOf,
  dirFrom,
  findConn,
  hostOf,
  implicitTls,
  putConn,
  tell,
  tellConn,
  withTls,
  withTlsSide,
  type Work,
} from './work.ts';
import type { Conn, End } from './world.ts';

export function deliverRecord(w: Work, conn: Conn, end: End, name: RecordName, cause: EventId): void {
  const side = conn.tls[end];
  if (side === 'off') happen(w, conn.id, end, { type: 'received', octets: noise[name] }, cause);
  else if (side === 'on' && name === 'NewSessionTicket') happen(w, conn.id, end, { type: 'ticket' }, cause);
  else if (side !== 'hello') return; // a farewell, which FIN says too
  else if (name === 'alert') fail(w, conn.id, end, 'alert', cause);
  else if (name === 'ClientHello') sendRecord(w, conn.id, 'b', 'ServerHello', cause);
  else if (name === 'ServerHello') finishClient(w, conn, cause);
  else if (name === 'Finished') secured(w, conn, agreed(w, conn), cause);
}
function finishClient(w: Work, conn: Conn, cause: EventId): void {
  putConn(w, withTlsSide(conn, 'a', 'on'));
  const finished = sendRecord(w, conn.id, 'a', 'Finished', cause);
  happen(w, conn.id, 'a', { type: 'secured', tls: agreed(w, conn), holder: conn.b.host }, finished);
}
const agreed = (w: Work, { b, tls }: Conn): Tls =>
  settled(tls, hostOf(w, b.host)?.policy.certificate ?? 'good');
/** The server knows that the handshake is done. Where TLS comes first, only now does the connection begin for it. */
export function secured(w: Work, conn: Conn, tls: Tls, cause: EventId): void {
  putConn(w, withTls(conn, { a: 'on', b: 'on', serverName: tls.serverName }));
  const told = tellConn(w, conn, 'secured', cause, { tls });
  sendRecord(w, conn.id, 'b', 'NewSessionTicket', told);
  const peer = addressOf(w, conn.a.host);
  happen(
    w,
    conn.id,
    'b',
    implicitTls(w, conn) ? { type: 'opened', peer, tls } : { type: 'secured', tls },
    told,
  );
}

/** Plain octets where a TLS record should be: they are read by nobody. */
export function misunderstand(w: Work, conn: Conn, end: End, octets: Octets, cause: EventId): void {
  tell(w, { type: 'discarded', id: w.next, at: w.now, cause, conn: conn.id, octets, rfc: '8446#5.1' });
  if (conn.tls[end] !== 'failed') fail(w, conn.id, end, 'wrong version number', cause);
}
/** This end gives up: it says so, and nothing more (RFC 8446 §6.2). */
function fail(w: Work, id: ConnId, end: End, why: Insecure['why'], cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn) return;
  putConn(w, withTlsSide(conn, end, 'failed'));
  const told = tellConn(w, conn, 'insecure', cause, { dir: dirFrom(end) });
  if (why !== 'alert') sendRecord(w, id, end, 'alert', told);
  happen(w, id, end, { type: 'insecure', why }, told);
  if (end === 'b') happen(w, id, end, { type: 'closed', how: 'reset' }, told);
  finish(w, id, end, told);
}
