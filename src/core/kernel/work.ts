// A world being changed: local, mutable, gone when `step` returns. Connections and consoles are written out, not spread: this
// is the path of every keystroke.
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import { putHost, type Host } from '../host/host.ts';
import type { Flow, Link } from '../net/stream.ts';
import type { TlsState } from '../net/secure.ts';
import type { Machine } from '../spec/machine.ts';
import type { ConnEvent, Dir, TraceEvent } from '../trace/event.ts';
import { schedule, type Agenda } from './agenda.ts';
import type { Arrival, Conn, Console, Due, End, Listener, Peer, World } from './world.ts';

export interface Machines {
  readonly get: (name: string) => Machine<unknown, Host> | undefined;
}
export interface Work {
  readonly machines: Machines;
  readonly start: World;
  now: Micros;
  seq: number;
  next: EventId;
  hosts: World['hosts'];
  /** The same, once it is a record of our own. */
  ownHosts: Record<HostId, Host> | undefined;
  consoles: readonly Console[];
  conns: readonly Conn[];
  lastConn: ConnId;
  links: World['links'];
  middleboxes: World['middleboxes'];
  names: World['names'];
  agenda: Agenda<Due> | null;
  /** Due now, in order: no need to pass through the heap. */
  readonly soon: Due[];
  soonAt: number;
  /** Hosts whose queue is looked at before time goes on. */
  readonly waking: HostId[];
  readonly trace: TraceEvent[];
}
export const workOn = (machines: Machines, world: World): Work => ({
  machines,
  start: world,
  now: world.now,
  seq: world.seq,
  next: world.next,
  hosts: world.hosts,
  ownHosts: undefined,
  consoles: world.consoles,
  conns: world.conns,
  lastConn: world.lastConn,
  links: world.links,
  middleboxes: world.middleboxes,
  names: world.names,
  agenda: world.agenda,
  soon: [],
  soonAt: 0,
  waking: [],
  trace: [],
});
/** Another that goes on from here: what becomes of the one changes nothing in the other, as long as one of them is left alone. */
export const copyOf = (w: Work): Work => ({
  machines: w.machines,
  start: w.start,
  now: w.now,
  seq: w.seq,
  next: w.next,
  hosts: w.hosts,
  ownHosts: undefined,
  consoles: w.consoles,
  conns: w.conns,
  lastConn: w.lastConn,
  links: w.links,
  middleboxes: w.middleboxes,
  names: w.names,
  agenda: w.agenda,
  soon: w.soon.slice(w.soonAt),
  soonAt: 0,
  waking: w.waking.slice(),
  trace: w.trace.slice(),
});
export const worldOf = (w: Work): World => ({
  now: w.now,
  epoch: w.start.epoch,
  seed: w.start.seed,
  next: w.next,
  seq: w.seq,
  hosts: w.hosts,
  consoles: w.consoles,
  conns: w.conns,
  lastConn: w.lastConn,
  agenda: w.agenda,
  names: w.names,
  links: w.links,
  link: w.start.link,
  middleboxes: w.middleboxes,
});

/** Names come from outside, and `constructor` is nobody's name here. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string | number): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export function findConn({ conns }: Work, id: ConnId): Conn | undefined {
  for (const c of conns) if (c.id === id) return c;
  return undefined;
}
export function findConsole({ consoles }: Work, id: ConsoleId): Console | undefined {
  for (const c of consoles) if (c.id === id) return c;
  return undefined;
}
/** The console whose program has this end of the connection; undefined: none has, or not any more. */
export function consoleAt({ consoles }: Work, conn: Conn, end: End): Console | undefined {
  if (conn[end].machine !== 'console') return undefined;
  for (const c of consoles) if (c.conn === conn.id && c.id === conn[end].state) return c;
  return undefined;
}
const isSeatOf = (conn: Conn, end: End, { id }: Console): boolean =>
  conn[end].machine === 'console' && conn[end].state === id;
/** At which end of its connection a console is. */
export const endOf = (w: Work, it: Console): End => {
  const conn = findConn(w, it.conn);
  return conn && isSeatOf(conn, 'b', it) ? 'b' : 'a';
};
/** In the place of the one of the same id, where there is one. */
function withOne<T extends { readonly id: unknown }>(all: readonly T[], it: T): readonly T[] {
  for (let i = 0; i < all.length; i++)
    if (all[i]?.id === it.id) return all.length === 1 ? [it] : all.with(i, it);
  return all;
}
/** A connection that is gone stays gone. */
export const putConn = (w: Work, conn: Conn): Conn => {
  w.conns = withOne(w.conns, conn);
  return conn;
};
export const dropConn = (w: Work, id: ConnId): void => {
  w.conns = w.conns.filter((c) => c.id !== id);
};
export const putConsole = (w: Work, it: Console): void => {
  w.consoles = withOne(w.consoles, it);
};
/** Copied at the first change in a step, and never again: a letter on its way changes its hosts many times. */
export function changeHost(w: Work, host: Host): void {
  if (!w.ownHosts) {
    w.ownHosts = Object.assign({}, w.hosts);
    w.hosts = w.ownHosts;
  }
  putHost(w.ownHosts, host);
}
/** Named by ourselves or by a scenario that has been checked, as the hosts of a connection are. */
export const machineFor = (w: Work, name: string): Machine<unknown, Host> | undefined => w.machines.get(name);
export const hostOf = (w: Work, id: HostId): Host | undefined => own(w.hosts, id);
/** Octets until the cable to it breaks, of a connection that begins now; -1: it holds. */
export const cutOf = (host: Host | undefined): number => host?.policy.cutAfter || -1;
export const addressOf = (w: Work, id: HostId): string => hostOf(w, id)?.addresses[0] ?? '';
export const linkOf = (w: Work, conn: Conn): Link => w.links[conn.link] ?? w.start.link;
export const implicitTls = (w: Work, { b, port }: Conn): boolean => {
  const host = hostOf(w, b.host);
  return host !== undefined && own(host.services, port)?.tls === 'implicit';
};
export const other = (end: End): End => (end === 'a' ? 'b' : 'a');
export const dirFrom = (end: End): Dir => (end === 'a' ? 'a>b' : 'b>a');
export const flowFrom = (conn: Conn, end: End): Flow => (end === 'a' ? conn.fromA : conn.fromB);
/** This end has reset the connection: whatever still arrives there finds nobody. */
export const isGone = (conn: Conn, end: End): boolean => conn.phase === (end === 'a' ? 'aGone' : 'bGone');

const written = (c: Conn, a: Peer, b: Peer, phase: Conn['phase'], tls: TlsState): Conn => ({
  id: c.id,
  a,
  b,
  port: c.port,
  link: c.link,
  phase,
  tls,
  fromA: c.fromA,
  fromB: c.fromB,
  cut: c.cut,
});
const peerWith = (p: Peer, state: unknown): Peer => ({ host: p.host, machine: p.machine, state });
export const withPeerState = (c: Conn, end: End, state: unknown): Conn =>
  end === 'a'
    ? written(c, peerWith(c.a, state), c.b, c.phase, c.tls)
    : written(c, c.a, peerWith(c.b, state), c.phase, c.tls);
/** Somebody at a keyboard answers. */
export const answeredBy = (c: Conn, console: ConsoleId): Conn =>
  written(c, c.a, { host: c.b.host, machine: 'console', state: console }, c.phase, c.tls);
export const withPhase = (c: Conn, phase: Conn['phase']): Conn => written(c, c.a, c.b, phase, c.tls);
export const withTls = (c: Conn, tls: TlsState): Conn => written(c, c.a, c.b, c.phase, tls);
export const withTlsSide = (c: Conn, end: End, side: TlsState['a']): Conn =>
  withTls(c, {
    a: end === 'a' ? side : c.tls.a,
    b: end === 'b' ? side : c.tls.b,
    serverName: c.tls.serverName,
  });
const travelled = (c: Conn, fromA: Flow, fromB: Flow, cut: number): Conn => ({
  id: c.id,
  a: c.a,
  b: c.b,
  port: c.port,
  link: c.link,
  phase: c.phase,
  tls: c.tls,
  fromA,
  fromB,
  cut,
});
export const withCut = (c: Conn, cut: number): Conn => travelled(c, c.fromA, c.fromB, cut);
export const withFlow = (c: Conn, end: End, flow: Flow): Conn =>
  travelled(c, end === 'a' ? flow : c.fromA, end === 'b' ? flow : c.fromB, c.cut);
export const flowWith = (clear: Micros, segments: number, fin: Flow['fin']): Flow => ({
  clear,
  segments,
  fin,
});
/** Its keeper has seen what there is to see. */
export function notWaking({ waking }: Work, host: HostId): void {
  const at = waking.indexOf(host);
  if (at >= 0) waking.splice(at, 1);
}
export const consoleWith = (c: Console, state: unknown, conn: ConnId, wait: Micros): Console => ({
  id: c.id,
  host: c.host,
  state,
  conn,
  wait,
  listener: c.listener,
});
export const withListener = (c: Console, listener: Listener | null, conn: ConnId = c.conn): Console => ({
  id: c.id,
  host: c.host,
  state: c.state,
  conn,
  wait: c.wait,
  listener,
});

/** Ahead of the agenda when it is due now. */
export function plan(w: Work, at: Micros, due: Due): void {
  if (at <= w.now) w.soon.push(due);
  else w.agenda = schedule(w.agenda, at, w.seq++, due);
}
export const dueAt = (conn: ConnId, end: End, cause: EventId, arrival: Arrival): Due => ({
  conn,
  end,
  cause,
  arrival,
});
export const tell = (w: Work, event: TraceEvent): EventId => {
  w.trace.push(event);
  w.next++;
  return event.id;
};
/** A bug in us. */
export const tellFault = (w: Work, conn: ConnId, cause: EventId, error: string): EventId =>
  tell(w, { type: 'fault', id: w.next, at: w.now, cause, conn, error });
export const tellConn = (
  w: Work,
  conn: Conn,
  phase: ConnEvent['phase'],
  cause: EventId,
  { dir = 'a>b', arrives = w.now, tls = null }: Partial<Pick<ConnEvent, 'dir' | 'arrives' | 'tls'>> = {},
): EventId =>
  tell(w, {
    type: 'conn',
    id: w.next,
    at: w.now,
    cause,
    conn: conn.id,
    phase,
    from: conn.a.host,
    to: conn.b.host,
    port: conn.port,
    dir,
    arrives,
    tls,
  });
