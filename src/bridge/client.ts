// One real client: the octets it sends are inputs, the events of its connection are octets it gets.
import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import type { ConnId } from '../core/base/ids.ts';
import type { Micros } from '../core/base/time.ts';
import type { Policy } from '../core/host/policy.ts';
import type { OutsideEvent } from '../core/kernel/world.ts';
import type { Tls } from '../core/spec/machine.ts';
import type { TraceEvent } from '../core/trace/event.ts';

export interface Identity {
  readonly context: SecureContext;
  readonly certificate: Policy['certificate'];
}
/** What a client needs of the world it knocks at. */
export interface House {
  readonly implicit: boolean;
  /** What it shows to who asks for TLS now, and whether that is any good: its administrator may change it at any time. */
  readonly identity: () => Identity;
  /** Opens the connection; what happens to it is heard from then on. */
  readonly enter: (tls: Tls | null, hear: (event: TraceEvent) => void) => ConnId;
  readonly tell: (event: OutsideEvent) => void;
  /** What telling it would lead to now. Nothing happens yet. */
  readonly foresee: (event: OutsideEvent) => readonly TraceEvent[];
  /** Does this when the world's time has come so far. */
  readonly wait: (until: Micros, deed: () => void) => void;
  readonly leave: (conn: ConnId) => void;
}
const HANDSHAKE = 30_000;
/** How long a client may take to hang up after the server has. */
const LINGER = 5000;

/** How every TLS record of a handshake begins (RFC 8446 §5.1). */
const RECORD = '\x16\x03';

interface Client {
  readonly house: House;
  readonly raw: Socket;
  /** The plain one, then the one inside TLS. */
  socket: Socket;
  conn: ConnId;
  unread: string;
  /** The client has said all it will, and the world does not know yet. */
  ended: boolean;
  /** The server has: what still comes is for nobody. */
  deaf: boolean;
  /** TLS has been agreed upon: what still comes is for the handshake. */
  securing: boolean;
  /** What has happened and has not arrived here yet: a server may be slow to answer. */
  readonly held: TraceEvent[];
}
/** So much may be under way to a client before nothing more is read of it. */
const MANY = 64;

export function welcome(raw: Socket, house: House): void {
  const it: Client = {
    house,
    raw,
    socket: raw,
    conn: 0,
    unread: '',
    ended: false,
    deaf: false,
    securing: false,
    held: [],
  };
  const enter = (tls: Tls | null): void => {
    it.conn = house.enter(tls, (event) => hear(it, event));
  };
  raw.on('error', () => raw.destroy());
  raw.on('close', () => {
    it.held.length = 0;
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
  socket.on('data', (octets: Buffer) => {
    if (it.deaf) {
      it.raw.resetAndDestroy(); // the process that was here is gone: TCP says so (RFC 9293 §3.10.7.1)
      return;
    }
    it.unread += octets.toString('latin1');
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
  while (it.unread !== '' && isHeard(it)) {
    const octets = it.unread.slice(0, portion(it));
    it.unread = it.unread.slice(octets.length);
    it.house.tell({ type: 'data', conn: it.conn, octets });
  }
  if (it.unread !== '') it.socket.pause();
  else if (it.ended) {
    it.ended = false; // told once
    it.house.tell({ type: 'closed', conn: it.conn, how: 'close' });
  } else if (!it.deaf) it.socket.resume();
}
const isHeard = ({ deaf, securing, socket, held }: Client): boolean =>
  !deaf && !securing && !socket.writableNeedDrain && held.length < MANY;
/** One line. What came with the wish for TLS is the server's to discard, so it goes along; TLS records are not. */
function portion({ house, conn, socket, raw, unread }: Client): number {
  const line = unread.indexOf('\n') + 1 || unread.length;
  if (line === unread.length || socket !== raw || unread.startsWith(RECORD, line)) return line;
  const events = house.foresee({ type: 'data', conn, octets: unread.slice(0, line) });
  if (!events.some((event) => event.type === 'conn' && event.phase === 'securing')) return line;
  const record = unread.indexOf(RECORD, line);
  return record < 0 ? unread.length : record;
}
/** What came in before TLS is not obeyed after it (RFC 2595 §4); a client in a hurry may have begun its handshake, though. */
function secure(it: Client, done: (tls: Tls) => void): void {
  for (const event of ['data', 'drain', 'end']) it.socket.removeAllListeners(event);
  it.socket.pause(); // while it flows, what is put back goes to nobody
  if (it.unread !== '') it.socket.unshift(Buffer.from(it.unread, 'latin1'));
  it.unread = '';
  it.securing = false;
  const { context, certificate } = it.house.identity();
  const sealed = new TLSSocket(it.socket, { isServer: true, secureContext: context });
  it.socket = sealed;
  sealed.setTimeout(HANDSHAKE);
  sealed.once('secure', () => {
    sealed.setTimeout(0);
    done(settled(sealed, certificate));
  });
  listen(it);
}
/** In order, and nothing before it arrives. */
function hear(it: Client, event: TraceEvent): void {
  if (event.type === 'conn' && event.phase === 'securing') it.securing = true;
  const at = arrivalOf(event);
  if (it.held.length === 0 && at <= event.at) {
    obey(it, event);
    return;
  }
  it.held.push(event);
  if (it.held.length === 1) it.house.wait(at, () => release(it, at));
}
const arrivalOf = (event: TraceEvent): Micros =>
  event.type === 'wire' || event.type === 'conn' ? event.arrives : event.at;
function release(it: Client, now: Micros): void {
  for (let next = it.held[0]; next && arrivalOf(next) <= now; next = it.held[0]) {
    it.held.shift();
    obey(it, next);
  }
  const [next] = it.held;
  if (next) it.house.wait(arrivalOf(next), () => release(it, arrivalOf(next)));
  read(it);
}
function obey(it: Client, event: TraceEvent): void {
  if (event.type === 'wire' && event.dir === 'b>a') it.socket.write(event.octets, 'latin1');
  if (event.type !== 'conn') return;
  if (event.phase === 'securing') secure(it, (tls) => it.house.tell({ type: 'secured', conn: it.conn, tls }));
  else if (event.phase === 'fin' && event.dir === 'b>a') hangUp(it);
  else if (event.phase === 'reset') it.socket.destroy();
}
/** Until the last word is out nothing more is read: who only writes would else be held for ever. */
function hangUp(it: Client): void {
  it.deaf = true;
  it.unread = '';
  it.socket.setTimeout(LINGER);
  it.socket.pause();
  it.socket.end(() => it.socket.resume());
}
const settled = (socket: TLSSocket, certificate: Policy['certificate']): Tls => ({
  version: socket.getProtocol() ?? '',
  cipher: socket.getCipher().name,
  serverName: typeof socket.servername === 'string' ? socket.servername : '',
  ...(certificate === 'good' ? {} : { flaw: certificate }),
});
