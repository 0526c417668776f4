// Something reaches one end of a connection, or a console: its machine moves, and what it wants is carried out.
import type { ConnId, EventId } from '../base/ids.ts';
import { hostAt, withHost } from '../host/host.ts';
import { noise, plain, settled, type RecordName } from '../net/secure.ts';
import { delayOf, GAP, newFlow } from '../net/stream.ts';
import type { Caused, Effect, Env, Happening, Moved } from '../spec/machine.ts';
import { finish, reset, sendRecord, transmit } from './transport.ts';
import type { Arrival, Conn, Console, Due, End, Host } from './world.ts';
import {
  consoleWith,
  dropConn,
  dueAt,
  findConn,
  findConsole,
  flowFrom,
  linkOf,
  machineFor,
  other,
  plan,
  putConn,
  putConsole,
  tell,
  tellConn,
  withFlow,
  withPeerState,
  withPhase,
  withTls,
  type Work,
} from './work.ts';

export function deliver(w: Work, { conn: id, end, cause, arrival }: Due): void {
  const conn = findConn(w, id);
  if (!conn) return;
  if (arrival.type === 'reset') breakDown(w, conn, cause);
  else if (conn.phase === 'dead') learn(w, conn, end, arrival, cause);
  else if (arrival.type === 'train') deliverTrain(w, conn, end, arrival, cause);
  else if (arrival.type === 'record') deliverRecord(w, conn, arrival.name, cause);
  else if (arrival.type === 'fin') deliverFin(w, conn, end, cause);
  else if (arrival.type === 'accept') acceptConn(w, conn, cause);
  else if (arrival.type === 'opened' && end === 'a') answered(w, conn, arrival, cause);
  else if (arrival.type === 'refused') refused(w, conn, arrival, cause);
  else if (arrival.type === 'secured' && end === 'b') securedOutside(w, conn, arrival, cause);
  else happen(w, conn, end, arrival, cause);
}

function deliverTrain(w: Work, conn: Conn, end: End, train: Arrival & { type: 'train' }, cause: EventId): void {
  const { octets, link, nth, visible } = train;
  const size = link.segment || octets.length;
  const first = size < octets.length ? octets.slice(0, size) : octets;
  if (first !== octets) {
    const rest: Arrival = { type: 'train', octets: octets.slice(size), link, nth: nth + 1, visible };
    plan(w, w.now + GAP + delayOf(link, nth + 1), dueAt(conn.id, end, cause, rest));
  }
  if (flowFrom(conn, end).fin !== 'no' && conn[end].machine !== 'console') rejectLate(w, conn, end, cause);
  else if (visible && conn.tls[end] === 'hello') misunderstood(w, conn, end, first, cause);
  else happen(w, conn, end, { type: 'received', octets: first }, cause);
}
/** The process that answered is gone: TCP says so (RFC 9293 §3.10.7.1). */
const rejectLate = (w: Work, conn: Conn, end: End, cause: EventId): void => reset(w, conn.id, end, cause);

/** Plain octets where a TLS record should be: the handshake fails, and with it the connection. */
function misunderstood(w: Work, conn: Conn, end: End, octets: string, cause: EventId): void {
  tell(w, { type: 'discarded', id: w.next, at: w.now, cause, conn: conn.id, octets, rfc: '8446#5.1' });
  const failed = tellConn(w, conn, 'insecure', cause, { dir: end === 'a' ? 'b>a' : 'a>b' });
  happen(w, conn, end, { type: 'insecure', why: 'wrong version number' }, failed);
  if (end === 'b') happen(w, conn, end, { type: 'closed', how: 'reset' }, failed);
  finish(w, conn.id, end, failed);
}
function deliverRecord(w: Work, conn: Conn, name: RecordName, cause: EventId): void {
  if (name === 'ClientHello' && conn.tls.b === 'off') {
    happen(w, conn, 'b', { type: 'received', octets: noise }, cause);
  } else if (name === 'ClientHello') sendRecord(w, conn, 'b', 'ServerHello', cause);
  else if (name === 'ServerHello') {
    const ready = putConn(w, withTls(conn, { a: 'on', b: conn.tls.b, serverName: conn.tls.serverName }));
    const finished = sendRecord(w, ready, 'a', 'Finished', cause);
    happen(w, findConn(w, conn.id) ?? ready, 'a', { type: 'secured', tls: settled(conn.tls) }, finished);
  } else if (name === 'Finished') securedServer(w, conn, cause);
}
function securedServer(w: Work, conn: Conn, cause: EventId): void {
  const tls = settled(conn.tls);
  const ready = putConn(w, withTls(conn, { a: 'on', b: 'on', serverName: conn.tls.serverName }));
  const told = tellConn(w, ready, 'secured', cause, { tls });
  sendRecord(w, ready, 'b', 'NewSessionTicket', told);
  const now = findConn(w, conn.id) ?? ready;
  const implicit = w.hosts[conn.b.host]?.services[conn.port]?.tls === 'implicit';
  const peer = w.hosts[conn.a.host]?.addresses[0] ?? '';
  happen(w, now, 'b', implicit ? { type: 'opened', peer, tls } : { type: 'secured', tls }, told);
}
/** The bridge's real handshake is done. */
function securedOutside(w: Work, conn: Conn, secured: Happening & { type: 'secured' }, cause: EventId): void {
  const { tls } = secured;
  const ready = putConn(w, withTls(conn, { a: 'on', b: 'on', serverName: tls.serverName }));
  happen(w, ready, 'b', secured, tellConn(w, ready, 'secured', cause, { tls }));
}

/** The caller's SYN has arrived: somebody listens here, or nobody does. */
function acceptConn(w: Work, conn: Conn, cause: EventId): void {
  const service = w.hosts[conn.b.host]?.services[conn.port];
  const latency = linkOf(w, conn).latency;
  if (!service) {
    plan(w, w.now + latency, dueAt(conn.id, 'a', cause, { type: 'refused', why: 'refused' }));
    return;
  }
  const peer = w.hosts[conn.b.host]?.addresses[0] ?? '';
  plan(w, w.now + latency, dueAt(conn.id, 'a', cause, { type: 'opened', peer, tls: null }));
}
/** SYN-ACK: the caller may speak; its ACK tells the other side so, one latency later. */
function answered(w: Work, conn: Conn, opened: Happening & { type: 'opened' }, cause: EventId): void {
  const implicit = w.hosts[conn.b.host]?.services[conn.port]?.tls === 'implicit';
  const open = putConn(
    w,
    withTls(withPhase(conn, 'open'), implicit ? { a: 'off', b: 'hello', serverName: '' } : plain),
  );
  const told = tellConn(w, open, 'open', cause);
  const peer = w.hosts[conn.a.host]?.addresses[0] ?? '';
  if (!implicit)
    plan(w, w.now + linkOf(w, open).latency, dueAt(conn.id, 'b', told, { type: 'opened', peer, tls: null }));
  happen(w, open, 'a', opened, told);
}
function refused(w: Work, conn: Conn, happening: Happening & { type: 'refused' }, cause: EventId): void {
  const told = tellConn(w, conn, 'refused', cause);
  happen(w, conn, 'a', happening, told);
  dropConn(w, conn.id);
}

function deliverFin(w: Work, conn: Conn, end: End, cause: EventId): void {
  const from = other(end);
  const flow = flowFrom(conn, from);
  const heard = putConn(w, withFlow(conn, from, { clear: flow.clear, segments: flow.segments, fin: 'arrived' }));
  const listens = conn[end].machine === 'console' || listening(w, heard, end, 'closed');
  if (listens) happen(w, heard, end, { type: 'closed', how: 'close' }, cause);
  const now = findConn(w, conn.id);
  if (!now) return;
  if (flowFrom(now, end).fin === 'arrived') bury(w, now, cause);
  else if (conn[end].machine !== 'console' && conn[end].machine !== 'outside') finish(w, conn.id, end, cause);
}
/** Both sides have finished. */
function bury(w: Work, conn: Conn, cause: EventId): void {
  tellConn(w, conn, 'closed', cause);
  dropConn(w, conn.id);
}
/** The cable is cut: both ends lose the connection at this instant. */
function breakDown(w: Work, conn: Conn, cause: EventId): void {
  const dead = putConn(w, withPhase(conn, 'dead'));
  const told = tellConn(w, dead, 'reset', cause);
  happen(w, dead, 'a', { type: 'closed', how: 'reset' }, told);
  happen(w, findConn(w, conn.id) ?? dead, 'b', { type: 'closed', how: 'reset' }, told);
  dropConn(w, conn.id);
}
/** After a reset nothing arrives any more but the news of it. */
function learn(w: Work, conn: Conn, end: End, arrival: Arrival, cause: EventId): void {
  if (arrival.type !== 'closed') return;
  happen(w, conn, end, arrival, cause);
  if (conn[other(end)].machine !== 'console') happen(w, conn, other(end), arrival, cause);
  dropConn(w, conn.id);
}

const listening = (w: Work, conn: Conn, end: End, type: Happening['type']): boolean =>
  machineFor(w, conn[end].machine)?.listens(conn[end].state, type) ?? false;

function happen(w: Work, conn: Conn, end: End, happening: Happening, cause: EventId): void {
  const peer = conn[end];
  if (peer.machine === 'console') {
    const console = w.consoles.find((c) => c.conn === conn.id);
    if (console) deliverToConsole(w, console, happening, cause);
    return;
  }
  const machine = machineFor(w, peer.machine);
  if (!machine || (happening.type !== 'due' && !machine.listens(peer.state, happening.type))) return;
  const host = w.hosts[peer.host];
  if (!host) return;
  const moved = machine.on(peer.state, happening, envOf(w, conn.id, host, cause));
  absorb(w, moved, host, cause);
  if (moved.state !== peer.state) putConn(w, withPeerState(findConn(w, conn.id) ?? conn, end, moved.state));
  for (const caused of moved.effects) perform(w, conn.id, end, '', caused);
}
const envOf = (w: Work, conn: ConnId, host: Host, cause: EventId): Env<Host> => ({
  conn,
  host,
  now: w.now,
  epoch: w.start.epoch,
  seed: w.start.seed,
  cause,
  next: w.next,
});
function absorb(w: Work, moved: Moved<unknown, Host>, host: Host, cause: EventId): void {
  for (const event of moved.told) w.trace.push(event);
  w.next += moved.told.length;
  if (moved.host === host) return;
  w.hosts = withHost(w.hosts, moved.host);
  if (moved.host.store.mailboxes !== host.store.mailboxes) spread(w, host.id, moved.told.at(-1)?.id ?? cause);
}
/** Everybody on this host who listens is told that a mailbox changed. */
function spread(w: Work, host: string, cause: EventId): void {
  for (const conn of w.conns)
    if (conn.b.host === host && listening(w, conn, 'b', 'changed'))
      w.soon.push(dueAt(conn.id, 'b', cause, { type: 'changed' }));
}

export function deliverToConsole(w: Work, console: Console, happening: Happening, cause: EventId): void {
  const machine = machineFor(w, 'console');
  const host = w.hosts[console.host];
  if (!machine || !host) return;
  const moved = machine.on(console.state, happening, envOf(w, console.conn, host, cause));
  absorb(w, moved, host, cause);
  const wait = happening.type === 'due' ? -1 : console.wait;
  const gone = happening.type === 'refused' || (happening.type === 'closed' && happening.how === 'reset');
  putConsole(w, consoleWith(console, moved.state, gone ? 0 : console.conn, wait));
  for (const caused of moved.effects) perform(w, findConsole(w, console.id)?.conn ?? 0, 'a', console.id, caused);
}

function perform(w: Work, id: ConnId, end: End, console: string, { effect, cause }: Caused): void {
  if (effect.type === 'send') transmit(w, id, end, effect.octets, cause);
  else if (effect.type === 'close') hangUp(w, id, end, console, effect.how, cause);
  else if (effect.type === 'secure') secure(w, id, end, effect.serverName ?? '', cause);
  else if (effect.type === 'resolve') resolve(w, id, end, console, effect.question, cause);
  else if (effect.type === 'connect') connect(w, id, end, console, effect, cause);
  else wait(w, console, effect.until, cause);
}
function wait(w: Work, console: string, until: number, cause: EventId): void {
  const it = findConsole(w, console);
  if (!it) return;
  putConsole(w, consoleWith(it, it.state, it.conn, until));
  plan(w, until, { conn: 0, end: 'a', console, cause, arrival: { type: 'due' } });
}
type Goodbye = (Effect & { type: 'close' })['how'];
export function hangUp(w: Work, id: ConnId, end: End, console: string, how: Goodbye, cause: EventId): void {
  if (how === 'reset') reset(w, id, end, cause);
  else finish(w, id, end, cause);
  if (how === 'half') return;
  const it = findConsole(w, console);
  if (it) putConsole(w, consoleWith(it, it.state, 0, it.wait));
  const conn = findConn(w, id);
  if (conn?.phase === 'dialling') dropConn(w, id);
}
function secure(w: Work, id: ConnId, end: End, serverName: string, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open') return;
  const asked = { a: conn.tls.a, b: conn.tls.b, serverName: end === 'a' ? serverName : conn.tls.serverName };
  const ready = putConn(w, withTls(conn, { a: asked.a, b: asked.b, serverName: asked.serverName, [end]: 'hello' }));
  if (end === 'b') tellConn(w, ready, 'securing', cause);
  else sendRecord(w, ready, 'a', 'ClientHello', cause);
}
function resolve(w: Work, id: ConnId, end: End, console: string, question: string, cause: EventId): void {
  const answer = w.start.zones[question];
  const told = tell(w, { type: 'dns', id: w.next, at: w.now, cause, conn: id, question, answer });
  const arrival: Arrival = { type: 'resolved', question, answer };
  const it = findConsole(w, console);
  if (it) deliverToConsole(w, it, arrival, told);
  else plan(w, w.now, dueAt(id, end, told, arrival));
}
function connect(
  w: Work,
  by: ConnId,
  end: End,
  console: string,
  { to, port, run }: Effect & { type: 'connect' },
  cause: EventId,
): void {
  const from = findConsole(w, console)?.host ?? findConn(w, by)?.[end].host;
  const host = hostAt(w.hosts, to);
  const machine = run && machineFor(w, run.machine);
  if (from === undefined) return;
  const id = ++w.lastConn;
  const conn: Conn = {
    id,
    a: { host: from, machine: run?.machine ?? 'console', state: machine ? machine.start(run.given, w.now) : console },
    b: answering(w, host, port, to),
    port,
    phase: 'dialling',
    tls: plain,
    fromA: newFlow,
    fromB: newFlow,
    cut: -1,
  };
  w.conns = w.conns.concat(conn);
  const it = findConsole(w, console);
  if (it) putConsole(w, consoleWith(it, it.state, id, it.wait));
  const dialled = tellConn(w, conn, 'dial', cause);
  if (host) plan(w, w.now + linkOf(w, conn).latency, dueAt(id, 'b', dialled, { type: 'accept' }));
  else plan(w, w.now, dueAt(id, 'a', dialled, { type: 'refused', why: 'unreachable' }));
}
function answering(w: Work, host: Host | undefined, port: number, address: string): Conn['b'] {
  const machine = host?.services[port]?.machine ?? '';
  return { host: host?.id ?? address, machine, state: machineFor(w, machine)?.start(undefined, w.now) ?? null };
}
