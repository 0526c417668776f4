// A world being changed: local, mutable, gone when `step` returns. Connections and consoles are written out, not spread: this
// is the path of every keystroke.
import type { ConnId, ConsoleId, EventId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import { linkKey, type Flow, type Link } from '../net/stream.ts';
import type { TlsState } from '../net/secure.ts';
import type { Machine } from '../spec/machine.ts';
import type { ConnEvent, Dir, TraceEvent } from '../trace/event.ts';
import { schedule, type Agenda } from './agenda.ts';
import type { Arrival, Conn, Console, Due, End, Host, World } from './world.ts';

export type Machines = Readonly<Record<string, Machine<unknown, Host>>>;
export interface Work {
  readonly machines: Machines;
  readonly start: World;
  now: Micros;
  seq: number;
  next: EventId;
  hosts: World['hosts'];
  consoles: readonly Console[];
  conns: readonly Conn[];
  lastConn: ConnId;
  links: World['links'];
  agenda: Agenda<Due> | null;
  /** Due now, in order: no need to pass through the heap. */
  readonly soon: Due[];
  soonAt: number;
  readonly trace: TraceEvent[];
}
export const workOn = (machines: Machines, world: World): Work => ({
  machines,
  start: world,
  now: world.now,
  seq: world.seq,
  next: world.next,
  hosts: world.hosts,
  consoles: world.consoles,
  conns: world.conns,
  lastConn: world.lastConn,
  links: world.links,
  agenda: world.agenda,
  soon: [],
  soonAt: 0,
  trace: [],
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
  zones: w.start.zones,
  links: w.links,
  link: w.start.link,
});

export const findConn = (w: Work, id: ConnId): Conn | undefined => w.conns.find((c) => c.id === id);
export const findConsole = (w: Work, id: ConsoleId): Console | undefined => w.consoles.find((c) => c.id === id);
export const putConn = (w: Work, conn: Conn): Conn => {
  w.conns = w.conns.with(
    w.conns.findIndex((c) => c.id === conn.id),
    conn,
  );
  return conn;
};
export const dropConn = (w: Work, id: ConnId): void => {
  w.conns = w.conns.filter((c) => c.id !== id);
};
export const putConsole = (w: Work, it: Console): void => {
  w.consoles = w.consoles.with(
    w.consoles.findIndex((c) => c.id === it.id),
    it,
  );
};
export const machineFor = (w: Work, name: string): Machine<unknown, Host> | undefined => w.machines[name];
export const linkOf = (w: Work, { a, b }: Conn): Link => w.links[linkKey(a.host, b.host)] ?? w.start.link;
export const other = (end: End): End => (end === 'a' ? 'b' : 'a');
export const dirFrom = (end: End): Dir => (end === 'a' ? 'a>b' : 'b>a');
export const flowFrom = (conn: Conn, end: End): Flow => (end === 'a' ? conn.fromA : conn.fromB);

export const withPeerState = (c: Conn, end: End, state: unknown): Conn => ({
  id: c.id,
  a: end === 'a' ? { host: c.a.host, machine: c.a.machine, state } : c.a,
  b: end === 'b' ? { host: c.b.host, machine: c.b.machine, state } : c.b,
  port: c.port,
  phase: c.phase,
  tls: c.tls,
  fromA: c.fromA,
  fromB: c.fromB,
  cut: c.cut,
});
const written = (c: Conn, phase: Conn['phase'], tls: TlsState, fromA: Flow, fromB: Flow, cut: number): Conn => ({
  id: c.id,
  a: c.a,
  b: c.b,
  port: c.port,
  phase,
  tls,
  fromA,
  fromB,
  cut,
});
export const withPhase = (c: Conn, phase: Conn['phase']): Conn => written(c, phase, c.tls, c.fromA, c.fromB, c.cut);
export const withTls = (c: Conn, tls: TlsState): Conn => written(c, c.phase, tls, c.fromA, c.fromB, c.cut);
export const withCut = (c: Conn, cut: number): Conn => written(c, c.phase, c.tls, c.fromA, c.fromB, cut);
export const withFlow = (c: Conn, end: End, flow: Flow): Conn =>
  written(c, c.phase, c.tls, end === 'a' ? flow : c.fromA, end === 'b' ? flow : c.fromB, c.cut);
export const consoleWith = (c: Console, state: unknown, conn: ConnId, wait: Micros): Console => ({
  id: c.id,
  host: c.host,
  state,
  conn,
  wait,
});

/** Ahead of the agenda when it is due now. */
export function plan(w: Work, at: Micros, due: Due): void {
  if (at <= w.now) w.soon.push(due);
  else w.agenda = schedule(w.agenda, at, w.seq++, due);
}
export const dueAt = (conn: ConnId, end: End, cause: EventId, arrival: Arrival): Due => ({
  conn,
  end,
  console: '',
  cause,
  arrival,
});
export const tell = (w: Work, event: TraceEvent): EventId => {
  w.trace.push(event);
  w.next++;
  return event.id;
};
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
