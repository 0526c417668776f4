// The only thing that changes a world: take the next arrival, find its machine, let it move, carry out what it wants; repeat
// until the input is satisfied.
import type { Micros } from '../base/time.ts';
import { withHost, withPolicy, type Service } from '../host/host.ts';
import { plain } from '../net/secure.ts';
import { linkKey, newFlow } from '../net/stream.ts';
import { deliver, deliverToConsole } from './deliver.ts';
import { MACHINES } from './machines.ts';
import { later } from './agenda.ts';
import type { Conn, Console, Due, End, Input, Knob, OutsideEvent, Step, World } from './world.ts';
import {
  dueAt,
  findConn,
  findConsole,
  linkOf,
  machineFor,
  plan,
  putConn,
  tell,
  tellConn,
  withCut,
  worldOf,
  workOn,
  type Machines,
  type Work,
} from './work.ts';
import { finish, reset, transmit } from './transport.ts';

/** A kernel for these machines. */
export const stepper =
  (machines: Machines): ((world: World, input: Input) => Step) =>
  (world, input) => {
    const w = workOn(machines, world);
    accept(w, input);
    drain(w, input.type === 'pass' ? input.until : w.now);
    return { world: worldOf(w), trace: w.trace };
  };
/** The world after an input, and what happened. Total: no input throws. */
export const step: (world: World, input: Input) => Step = stepper(MACHINES);

interface Patience {
  readonly at: Micros;
  readonly due: Due;
}
const earliest = (a: Micros | undefined, b: Micros | undefined): Micros | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);
const ENDS = ['a', 'b'] as const;
/** State timeouts are derived from the sessions, not armed: nothing to cancel, nothing to forget. */
function patience(machines: Machines, conns: readonly Conn[]): Patience | undefined {
  let first: { readonly at: Micros; readonly conn: Conn; readonly end: End } | undefined;
  for (const conn of conns) {
    if (conn.phase !== 'open') continue;
    for (const end of ENDS) {
      const at = machines[conn[end].machine]?.deadline(conn[end].state);
      if (at !== undefined && (!first || at < first.at)) first = { at, conn, end };
    }
  }
  return first && { at: first.at, due: dueAt(first.conn.id, first.end, 0, { type: 'due' }) };
}
/** When something will happen by itself, at the latest known: the bridge sleeps until then. */
export const nextDue = (world: World, machines: Machines = MACHINES): Micros | undefined =>
  earliest(world.agenda?.at, patience(machines, world.conns)?.at);

/** 'quiet' waits for what is under way, and for nobody's patience; but time passed is passed for everybody. */
function drain(w: Work, until: Micros | 'quiet'): void {
  for (;;) {
    for (let due = w.soon[w.soonAt++]; due; due = w.soon[w.soonAt++]) arrive(w, due);
    w.soon.length = w.soonAt = 0;
    const limit = until === 'quiet' ? w.agenda?.at : until;
    if (limit === undefined || (limit <= w.now && (w.agenda?.at ?? Infinity) > w.now)) break;
    const patient = patience(w.machines, w.conns);
    const at = earliest(w.agenda?.at, patient?.at);
    if (at === undefined || at > limit) break;
    w.now = Math.max(w.now, at);
    if (w.agenda && w.agenda.at === at) {
      const { due } = w.agenda;
      w.agenda = later(w.agenda);
      arrive(w, due);
    } else if (patient) expire(w, patient.due);
  }
  if (until !== 'quiet' && until > w.now) w.now = until;
}
function arrive(w: Work, due: Due): void {
  if (due.console === '') {
    deliver(w, due);
    return;
  }
  const console = findConsole(w, due.console);
  if (console && console.wait === w.now) deliverToConsole(w, console, { type: 'due' }, due.cause);
}
function expire(w: Work, due: Due): void {
  const conn = findConn(w, due.conn);
  if (!conn) return;
  const host = conn[due.end].host;
  const cause = tell(w, { type: 'timer', id: w.next, at: w.now, cause: 0, conn: conn.id, host });
  deliver(w, dueAt(due.conn, due.end, cause, due.arrival));
}

function accept(w: Work, input: Input): void {
  if (input.type === 'type') {
    const console = findConsole(w, input.console);
    if (console) typed(w, console, input.octets);
  } else if (input.type === 'open') sitDown(w, input.console, input.host);
  else if (input.type === 'shut') leave(w, input.console);
  else if (input.type === 'turn') turn(w, input.knob);
  else if (input.type === 'cut') cut(w, input.conn, input.after);
  else if (input.type === 'outside') outside(w, input.event);
}
function typed(w: Work, console: Console, octets: string): void {
  const id = w.next;
  tell(w, { type: 'typed', id, at: w.now, cause: 0, conn: console.conn, console: console.id, octets });
  deliverToConsole(w, console, { type: 'typed', octets }, id);
}
function sitDown(w: Work, id: string, host: string): void {
  if (!w.hosts[host] || findConsole(w, id)) return;
  const state = machineFor(w, 'console')?.start(id, w.now);
  w.consoles = w.consoles.concat({ id, host, state, conn: 0, wait: -1 });
  tell(w, { type: 'seat', id: w.next, at: w.now, cause: 0, conn: 0, phase: 'taken', console: id, host });
}
function leave(w: Work, id: string): void {
  const console = findConsole(w, id);
  if (!console) return;
  const { host } = console;
  const left = tell(w, {
    type: 'seat',
    id: w.next,
    at: w.now,
    cause: 0,
    conn: 0,
    phase: 'left',
    console: id,
    host,
  });
  if (console.conn !== 0) reset(w, console.conn, 'a', left);
  w.consoles = w.consoles.filter((c) => c.id !== id);
}
const NO_LINK = { latency: 0, segment: 0, loss: 0 };
function turn(w: Work, knob: Knob): void {
  const what = JSON.stringify(knob);
  tell(w, { type: 'turned', id: w.next, at: w.now, cause: 0, conn: 0, what });
  if (knob.type === 'policy') {
    const host = w.hosts[knob.host];
    if (host) w.hosts = withHost(w.hosts, withPolicy(host, knob.set));
    return;
  }
  const key = linkKey(...knob.between);
  const old = w.links[key] ?? w.start.link;
  w.links = Object.assign({}, w.links, { [key]: Object.assign({}, NO_LINK, old, knob.set) });
}
function cut(w: Work, id: number, after: number): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase === 'dead') return;
  if (after > 0) putConn(w, withCut(conn, after));
  else plan(w, w.now, dueAt(id, 'a', 0, { type: 'reset' }));
}
function outside(w: Work, event: OutsideEvent): void {
  if (event.type === 'open') {
    knock(w, event);
    return;
  }
  if (event.type === 'shutdown') {
    shutDown(w, event.host);
    return;
  }
  const conn = findConn(w, event.conn);
  if (!conn || conn.a.machine !== 'outside') return;
  if (event.type === 'data') transmit(w, conn.id, 'a', event.octets, 0);
  else if (event.type === 'secured')
    plan(w, w.now, dueAt(conn.id, 'b', 0, { type: 'secured', tls: event.tls }));
  else if (event.how === 'close') finish(w, conn.id, 'a', 0);
  else reset(w, conn.id, 'a', 0);
}
function shutDown(w: Work, host: string): void {
  for (const conn of w.conns)
    if (conn.phase === 'open' && conn.b.host === host)
      plan(w, w.now, dueAt(conn.id, 'b', 0, { type: 'shutdown' }));
}
/** A real socket has been accepted: the connection stands already, with TLS where the service wants it. */
function knock(w: Work, { from, to, port, tls }: OutsideEvent & { type: 'open' }): void {
  const service: Service | undefined = w.hosts[to]?.services[port];
  const machine = service && machineFor(w, service.machine);
  if (!service || !machine || !w.hosts[from]) return;
  const id = ++w.lastConn;
  const conn: Conn = {
    id,
    a: { host: from, machine: 'outside', state: null },
    b: { host: to, machine: service.machine, state: machine.start(undefined, w.now) },
    port,
    phase: 'open',
    tls: tls ? { a: 'on', b: 'on', serverName: tls.serverName } : plain,
    fromA: newFlow,
    fromB: newFlow,
    cut: -1,
  };
  w.conns = w.conns.concat(conn);
  const opened = tellConn(w, conn, 'open', 0);
  const cause = tls ? tellConn(w, conn, 'secured', opened, { tls }) : opened;
  plan(
    w,
    w.now + linkOf(w, conn).latency,
    dueAt(id, 'b', cause, { type: 'opened', peer: hostAddress(w, from), tls }),
  );
}
const hostAddress = (w: Work, host: string): string => w.hosts[host]?.addresses[0] ?? '';
