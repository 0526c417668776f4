// A machine moves, and what it wants is carried out.
import { isLoopback } from '../base/address.ts';
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import { throwOn } from '../base/parts.ts';
import { directoryOf, issueToken } from '../host/directory.ts';
import { hostAt, jobOf, type Host } from '../host/host.ts';
import { plain } from '../net/secure.ts';
import { linkKey, newFlow } from '../net/stream.ts';
import type { Caused, Effect, Env, Happening, Machine, Moved } from '../spec/machine.ts';
import { acceptNext, answererOf, giveUp, hold, listen, nextCaller, queueUp, unlisten } from './listen.ts';
import { announce } from './announce.ts';
import { askDns } from './ask.ts';
import { finish, reset, sendRecord, transmit } from './transport.ts';
import {
  addressOf,
  changeHost,
  consoleAt,
  consoleWith,
  cutOf,
  dueAt,
  endOf,
  findConn,
  findConsole,
  flowFrom,
  hostOf,
  linkOf,
  machineFor,
  notWaking,
  own,
  plan,
  putConn,
  putConsole,
  tell,
  tellConn,
  tellFault,
  withPeerState,
  withTls,
  type Work,
} from './work.ts';
import type { Conn, Console, End, Peer } from './world.ts';

/** Who wants something: one end of a connection, a console at its end of the one it has, or the keeper of a queue. */
interface Actor {
  readonly conn: ConnId;
  readonly end: End;
  /** '' when it is no console. */
  readonly console: ConsoleId;
  /** On which machine. */
  readonly host: HostId;
}

/** Something happens to whoever is at this end. */
export function happen(w: Work, id: ConnId, end: End, happening: Happening, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn) return;
  if (conn[end].machine === 'console') {
    const console = consoleAt(w, conn, end);
    if (console) happenToConsole(w, console, happening, cause);
    else if (end === 'b') called(w, conn, happening, cause);
    return;
  }
  const { state, machine: name, host: at } = conn[end];
  const machine = machineFor(w, name);
  const host = w.hosts[at];
  if (!machine || !host || (happening.type !== 'due' && !machine.listens(state, happening.type))) return;
  const moved = attempt(w, machine, state, happening, envOf(w, id, host, cause));
  if (!moved) {
    reset(w, id, end, w.next - 1);
    return;
  }
  absorb(w, moved, host, cause);
  if (moved.state !== state) putConn(w, withPeerState(findConn(w, id) ?? conn, end, moved.state));
  for (const caused of moved.effects) perform(w, { conn: id, end, console: '', host: at }, caused);
}
export function happenToConsole(w: Work, console: Console, happening: Happening, cause: EventId): void {
  const machine = machineFor(w, 'console');
  const host = w.hosts[console.host];
  if (!machine || !host) return;
  const moved = attempt(w, machine, console.state, happening, envOf(w, console.conn, host, cause));
  if (!moved) return;
  absorb(w, moved, host, cause);
  const over = happening.type === 'refused' || (happening.type === 'closed' && happening.how === 'reset');
  const wait = happening.type === 'due' ? -1 : console.wait;
  putConsole(w, consoleWith(console, moved.state, over ? 0 : console.conn, wait));
  for (const caused of moved.effects) {
    const now = findConsole(w, console.id);
    const end = now ? endOf(w, now) : 'a';
    perform(w, { conn: now?.conn ?? 0, end, console: console.id, host: host.id }, caused);
  }
}
/**
 * Something happens to the keeper of a host's queue, or of its mail client. It is no process of any connection, and what it keeps is
 * its state.
 */
export function happenToKeeper(w: Work, at: HostId, happening: Happening, cause: EventId): void {
  notWaking(w, at);
  const host = w.hosts[at];
  const machine = machineFor(w, host?.device ? 'device' : 'queue');
  const moved = machine && host && attempt(w, machine, null, happening, envOf(w, 0, host, cause));
  if (!host || !moved) return;
  absorb(w, moved, host, cause);
  notWaking(w, at); // it has seen what it did itself
  for (const caused of moved.effects) perform(w, { conn: 0, end: 'a', console: '', host: at }, caused);
}
/** From a caller whom no program has taken yet. */
function called(w: Work, conn: Conn, happening: Happening, cause: EventId): void {
  const it = answererOf(w, conn);
  if (happening.type === 'opened') {
    if (!it) reset(w, conn.id, 'b', cause);
    else {
      queueUp(w, it, conn.id);
      take(w, it.id, cause);
    }
  } else if (it && happening.type === 'received') hold(w, it, conn.id, happening.octets);
  else if (it && happening.type === 'closed' && happening.how === 'reset') giveUp(w, it, conn.id);
}
/** The program has its caller, and hears what it said while it waited. */
function take(w: Work, console: ConsoleId, cause: EventId): void {
  const caller = nextCaller(w, console);
  const conn = caller && findConn(w, caller.conn);
  if (!conn) return;
  const peer = addressOf(w, conn.a.host);
  happen(w, conn.id, 'b', { type: 'opened', peer, tls: null }, cause);
  if (caller.said !== '') happen(w, conn.id, 'b', { type: 'received', octets: caller.said }, cause);
  if (flowFrom(conn, 'a').fin === 'arrived') happen(w, conn.id, 'b', { type: 'closed', how: 'close' }, cause);
}
/** Undefined: the machine threw, which only a bug makes it do; `fault` is then the latest event. */
function attempt(
  w: Work,
  machine: Machine<unknown, Host>,
  state: unknown,
  happening: Happening,
  env: Env<Host>,
): Moved<unknown, Host> | undefined {
  try {
    return machine.on(state, happening, env);
  } catch (error) {
    throwOn(error);
    tellFault(w, env.conn, env.cause, String(error));
    return undefined;
  }
}
const envOf = (w: Work, conn: ConnId, host: Host, cause: EventId): Env<Host> => ({
  conn,
  host,
  place: host.id,
  now: w.now,
  epoch: w.start.epoch + host.policy.clockSkew,
  seed: w.start.seed,
  cause,
  next: w.next,
});
function absorb(w: Work, moved: Moved<unknown, Host>, host: Host, cause: EventId): void {
  for (const event of moved.told) w.trace.push(event);
  w.next += moved.told.length;
  if (moved.host === host) return;
  changeHost(w, moved.host);
  announce(w, moved.host, host, moved.told.at(-1)?.id ?? cause);
}
function perform(w: Work, actor: Actor, { effect, cause }: Caused): void {
  const { conn, end } = actor;
  if (effect.type === 'send') transmit(w, conn, end, effect.octets, cause);
  else if (effect.type === 'close') hangUp(w, actor, effect.how, cause);
  else if (effect.type === 'secure') secure(w, conn, end, effect.serverName ?? '', cause);
  else if (effect.type === 'resolve') resolve(w, actor, effect, cause);
  else if (effect.type === 'issue') issue(w, actor.console, effect.user, cause);
  else if (effect.type === 'connect') connect(w, actor, effect, cause);
  else if (effect.type === 'wait') wait(w, actor.console, effect.until);
  else answerCalls(w, actor.console, effect, cause);
}
function answerCalls(
  w: Work,
  console: ConsoleId,
  effect: Effect & { type: 'listen' | 'accept' | 'unlisten' },
  cause: EventId,
): void {
  const it = findConsole(w, console);
  if (!it) return;
  if (effect.type === 'listen') {
    const answer = listen(w, it, effect.port, cause);
    happenToConsole(w, findConsole(w, console) ?? it, answer, cause);
  } else if (effect.type === 'unlisten') unlisten(w, it, cause);
  else {
    acceptNext(w, it);
    take(w, console, cause);
  }
}
function wait(w: Work, console: ConsoleId, until: number): void {
  const it = findConsole(w, console);
  if (it) putConsole(w, consoleWith(it, it.state, it.conn, Number.isSafeInteger(until) ? until : -1));
}
function hangUp(
  w: Work,
  { conn: id, end, console }: Actor,
  how: 'close' | 'half' | 'reset',
  cause: EventId,
): void {
  if (how === 'reset' || findConn(w, id)?.phase === 'dialling') reset(w, id, end, cause);
  else finish(w, id, end, cause);
  const it = how === 'half' ? undefined : findConsole(w, console);
  if (it) putConsole(w, consoleWith(it, it.state, 0, it.wait));
}
function secure(w: Work, id: ConnId, end: End, serverName: string, cause: EventId): void {
  const conn = findConn(w, id);
  if (!conn || conn.phase !== 'open') return;
  const { a, b } = conn.tls;
  if (conn.tls[end] !== 'off') {
    plan(w, w.now, dueAt(id, end, cause, { type: 'insecure', why: 'alert' })); // TLS inside TLS: nobody does that
  } else if (end === 'b') {
    tellConn(w, conn, 'securing', cause, { dir: 'b>a' });
    putConn(w, withTls(conn, { a, b: 'hello', serverName: conn.tls.serverName }));
  } else {
    putConn(w, withTls(conn, { a: 'hello', b, serverName }));
    sendRecord(w, id, 'a', 'ClientHello', cause);
  }
}
function resolve(w: Work, actor: Actor, effect: Effect & { type: 'resolve' }, cause: EventId): void {
  askDns(w, actor.host, actor, effect, cause);
}
function issue(w: Work, console: ConsoleId, user: string, cause: EventId): void {
  const it = findConsole(w, console);
  if (!it) return;
  const directory = directoryOf(w.hosts, it.host, user);
  if (!directory) {
    happenToConsole(w, it, { type: 'issued', token: undefined, expires: 0 }, cause);
    return;
  }
  const { host, text, token } = issueToken(directory, user, w.now, w.start.seed);
  changeHost(w, host);
  const fact = { type: 'token', user: token.user, expires: token.expires };
  const told = tell(w, { type: 'fact', id: w.next, at: w.now, cause, conn: 0, host: host.id, fact });
  happenToConsole(w, it, { type: 'issued', token: text, expires: token.expires }, told);
}
type Dialling = Effect & { type: 'connect' };
function connect(w: Work, actor: Actor, { to, port, run }: Dialling, cause: EventId): void {
  const from = actor.host;
  if (actor.console !== '' && actor.conn !== 0) hangUp(w, actor, 'close', cause); // one connection at a time
  const host = isLoopback(to) ? hostOf(w, from) : hostAt(w.hosts, to);
  const id = ++w.lastConn;
  const conn: Conn = {
    id,
    a: calling(w, from, actor.console, run),
    b: answering(w, host, port, to),
    port,
    link: linkKey(from, host?.id ?? to),
    phase: 'dialling',
    tls: plain,
    fromA: newFlow,
    fromB: newFlow,
    cut: cutOf(host),
  };
  w.conns = w.conns.concat(conn);
  const it = run ? undefined : findConsole(w, actor.console);
  if (it) putConsole(w, consoleWith(it, it.state, id, it.wait));
  const dialled = tellConn(w, conn, 'dial', cause);
  if (host) plan(w, w.now + linkOf(w, conn).latency, dueAt(id, 'b', dialled, { type: 'accept' }));
  else plan(w, w.now, dueAt(id, 'a', dialled, { type: 'refused', why: 'unreachable' }));
}
function calling(w: Work, host: HostId, console: ConsoleId, run: Dialling['run']): Peer {
  if (!run) return { host, machine: 'console', state: console };
  return { host, machine: run.machine, state: machineFor(w, run.machine)?.start(run.given, w.now) ?? null };
}
function answering(w: Work, host: Host | undefined, port: number, address: string): Peer {
  if (!host) return { host: address, machine: '', state: null };
  const service = own(host.services, port);
  const state = service && machineFor(w, service.machine)?.start(jobOf(service), w.now);
  return { host: host.id, machine: service?.machine ?? '', state: state ?? null };
}
