// One real client: the octets it sends are inputs, the events of its connection are octets it gets.
import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import type { ConnId } from '../core/base/ids.ts';
import type { OutsideEvent } from '../core/kernel/world.ts';
import type { Tls } from '../core/spec/machine.ts';
import type { TraceEvent } from '../core/trace/event.ts';

/** What a client needs of the world it knocks at. */
export interface House {
  readonly implicit: boolean;
  readonly context: SecureContext;
  /** Opens the connection; what happens to it is heard from then on. */
  readonly enter: (tls: Tls | null, hear: (event: TraceEvent) => void) => ConnId;
  readonly tell: (event: OutsideEvent) => void;
  readonly leave: (conn: ConnId) => void;
}
const HANDSHAKE = 30_000;
/** How long a client may take to hang up after the server has. */
const LINGER = 5000;

interface Client {
  readonly house: House;
  /** The plain one, then the one inside TLS. */
  socket: Socket;
  conn: ConnId;
  unread: string;
  /** The client has said all it will, and the world does not know yet. */
  ended: boolean;
  /** The server has: what still comes is for nobody. */
  deaf: boolean;
}

export function welcome(raw: Socket, house: House): void {
  const it: Client = { house, socket: raw, conn: 0, unread: '', ended: false, deaf: false };
  const enter = (tls: Tls | null): void => {
    it.conn = house.enter(tls, (event) => hear(it, event));
  };
  raw.on('error', () => raw.destroy());
  raw.on('close', () => {
    house.tell({ type: 'closed', conn: it.conn, how: 'reset' });
    house.leave(it.conn);
  });
  if (house.implicit) secure(it, enter);
  else {
    listen(it);
    enter(null);
  }
}
function listen(it: Client): void {
  const { socket } = it;
  socket.setEncoding('latin1');
  socket.on('data', (octets: string) => {
    it.unread += octets;
    read(it);
  });
  socket.on('drain', () => read(it));
  socket.on('end', () => {
    it.ended = true;
    read(it);
  });
  socket.on('error', () => socket.destroy());
  socket.on('timeout', () => socket.destroy());
}
/**
 * A line at a time, and none while the client does not read: a thousand pipelined requests must not become a thousand replies
 * in memory. Where the octets are divided changes nothing for the server.
 */
function read(it: Client): void {
  while (it.unread !== '' && !it.deaf && !it.socket.writableNeedDrain) {
    const end = it.unread.indexOf('\n') + 1 || it.unread.length;
    const octets = it.unread.slice(0, end);
    it.unread = it.unread.slice(end);
    it.house.tell({ type: 'data', conn: it.conn, octets });
  }
  if (it.deaf) it.unread = '';
  if (it.unread !== '') it.socket.pause();
  else if (it.ended) {
    it.ended = false; // told once
    it.house.tell({ type: 'closed', conn: it.conn, how: 'close' });
  } else it.socket.resume();
}
/** What came in before TLS is not obeyed after it (RFC 2595 §4). */
function secure(it: Client, done: (tls: Tls) => void): void {
  for (const event of ['data', 'drain', 'end']) it.socket.removeAllListeners(event);
  it.unread = '';
  const sealed = new TLSSocket(it.socket, { isServer: true, secureContext: it.house.context });
  it.socket = sealed;
  sealed.setTimeout(HANDSHAKE);
  sealed.once('secure', () => {
    sealed.setTimeout(0);
    done(settled(sealed));
  });
  listen(it);
}
function hear(it: Client, event: TraceEvent): void {
  if (event.type === 'wire' && event.dir === 'b>a') it.socket.write(event.octets, 'latin1');
  if (event.type !== 'conn') return;
  if (event.phase === 'securing') secure(it, (tls) => it.house.tell({ type: 'secured', conn: it.conn, tls }));
  else if (event.phase === 'fin' && event.dir === 'b>a') hangUp(it);
  else if (event.phase === 'reset') it.socket.destroy();
}
function hangUp(it: Client): void {
  it.deaf = true;
  it.socket.end();
  it.socket.setTimeout(LINGER);
  read(it);
}
const settled = (socket: TLSSocket): Tls => ({
  version: socket.getProtocol() ?? '',
  cipher: socket.getCipher().name,
  serverName: typeof socket.servername === 'string' ? socket.servername : '',
});
