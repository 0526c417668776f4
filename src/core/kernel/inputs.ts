// What may happen to the world from outside. Nothing in an input is trusted: names may be unknown and numbers absurd.
import type { Deed } from '../base/device.ts';
import { isOctets } from '../base/octets.ts';
import type { HostId } from '../base/ids.ts';
import type { Change } from '../host/change.ts';
import { changed } from '../host/changing.ts';
import { jobOf, type Hosts } from '../host/host.ts';
import { plain } from '../net/secure.ts';
import { linkKey, newFlow } from '../net/stream.ts';
import { happenToConsole, happenToKeeper } from './act.ts';
import { announce } from './announce.ts';
import { listenerAt, unlisten } from './listen.ts';
import { finish, reset, transmit } from './transport.ts';
import {
  addressOf,
  cutOf,
  dueAt,
  endOf,
  findConn,
  findConsole,
  hostOf,
  linkOf,
  machineFor,
  own,
  plan,
  putConn,
  tell,
  tellConn,
  tellFault,
  withCut,
  type Work,
} from './work.ts';
import type { Conn, Console, Input, OutsideEvent, Peer } from './world.ts';

export function accept(w: Work, input: Input): void {
  if (input.type === 'type') {
    const console = findConsole(w, input.console);
    if (console) type(w, console, input.octets);
  } else if (input.type === 'open') sitDown(w, input.console, input.host);
  else if (input.type === 'shut') leave(w, input.console);
  else if (input.type === 'device') handle(w, input.host, input.deed);
  else if (input.type === 'turn') turn(w, input.knob);
  else if (input.type === 'cut') cut(w, input.conn, input.after);
  else if (input.type === 'outside') outside(w, input.event);
}
function type(w: Work, console: Console, octets: string): void {
  if (!isOctets(octets)) {
    tellFault(w, console.conn, 0, 'a character above 255 is no octet');
    return;
  }
  const id = w.next;
  tell(w, { type: 'typed', id, at: w.now, cause: 0, conn: console.conn, console: console.id, octets });
  happenToConsole(w, console, { type: 'typed', octets }, id);
}
/** Where no mail client is, nothing happens. */
function handle(w: Work, host: HostId, deed: Deed): void {
  if (!hostOf(w, host)?.device) return;
  const id = tell(w, { type: 'deed', id: w.next, at: w.now, cause: 0, conn: 0, host, deed });
  happenToKeeper(w, host, { type: 'deed', deed }, id);
}
function sitDown(w: Work, id: string, host: HostId): void {
  if (id === '' || !hostOf(w, host) || findConsole(w, id)) return;
  const state = machineFor(w, 'console')?.start(id, w.now);
  w.consoles = w.consoles.concat({ id, host, state, conn: 0, wait: -1, listener: null });
  tell(w, { type: 'seat', id: w.next, at: w.now, cause: 0, conn: 0, phase: 'taken', console: id, host });
}
function leave(w: Work, id: string): void {
  const it = findConsole(w, id);
  if (!it) return;
  const { host, conn } = it;
  const left = w.next;
  tell(w, { type: 'seat', id: left, at: w.now, cause: 0, conn: 0, phase: 'left', console: id, host });
  const end = endOf(w, it);
  unlisten(w, it, left);
  w.consoles = w.consoles.filter((c) => c.id !== id);
  reset(w, conn, end, left);
}

const MILLION = 1_000_000;
/** What cannot be done changes nothing, and is told with what would have been right. */
function turn(w: Work, change: Change): void {
  const { hosts, names, links, middleboxes, start } = w;
  // a mailbox made now is younger than any made before (RFC 9051 §2.3.1.1)
  const born = start.epoch + Math.floor(w.now / MILLION);
  const { done, expected = '' } = changed(
    { hosts, names, links, link: start.link, middleboxes },
    change,
    born,
  );
  const turned = tell(w, { type: 'turned', id: w.next, at: w.now, cause: 0, conn: 0, change, expected });
  if (done?.hosts && done.hosts !== hosts) {
    w.hosts = done.hosts;
    w.ownHosts = undefined;
    if (change.type === 'people') tellSettled(w, change.host, hosts, done.facts ?? [], turned);
  }
  w.names = done?.names ?? names;
  w.links = done?.links ?? links;
  w.middleboxes = done?.middleboxes ?? middleboxes;
}
/** What has become of mailboxes; whoever has such a one open hears of it. */
function tellSettled(
  w: Work,
  host: HostId,
  before: Hosts,
  facts: readonly { readonly type: string }[],
  cause: number,
): void {
  const [now, was] = [hostOf(w, host), before[host]];
  if (!now || !was) return;
  for (const fact of facts) tell(w, { type: 'fact', id: w.next, at: w.now, cause, conn: 0, host, fact });
  announce(w, now, was, cause);
}
function cut(w: Work, id: number, after: number): void {
  const conn = findConn(w, id);
  if (!conn) return;
  if (Number.isSafeInteger(after) && after > 0) putConn(w, withCut(conn, after));
  else plan(w, w.now, dueAt(id, 'a', 0, { type: 'cut' }));
}

function outside(w: Work, event: OutsideEvent): void {
  if (event.type === 'open') knock(w, event);
  else if (event.type === 'shutdown') shutDown(w, event.host);
  else {
    const conn = findConn(w, event.conn);
    if (conn?.a.machine === 'outside') fromOutside(w, conn, event);
  }
}
function fromOutside(w: Work, conn: Conn, event: Exclude<OutsideEvent, { type: 'open' | 'shutdown' }>): void {
  if (event.type === 'data') transmit(w, conn.id, 'a', event.octets, 0);
  else if (event.type === 'secured') {
    if (conn.tls.b === 'hello') plan(w, w.now, dueAt(conn.id, 'b', 0, { type: 'secured', tls: event.tls }));
  } else if (event.how === 'close') finish(w, conn.id, 'a', 0);
  else reset(w, conn.id, 'a', 0);
}
function shutDown(w: Work, host: HostId): void {
  for (const conn of w.conns)
    if (conn.phase === 'open' && conn.b.host === host)
      plan(w, w.now, dueAt(conn.id, 'b', 0, { type: 'shutdown' }));
}
function answering(w: Work, host: HostId, port: number): Peer | undefined {
  const service = own(hostOf(w, host)?.services ?? {}, port);
  const machine = service && machineFor(w, service.machine);
  if (service && machine)
    return { host, machine: service.machine, state: machine.start(jobOf(service), w.now) };
  const listener = service ? undefined : listenerAt(w, host, port);
  return listener && { host, machine: 'console', state: listener.id };
}
/** A real socket has been accepted: the connection stands already. Where TLS comes first, it may have shaken hands too. */
function knock(w: Work, { from, to, port, tls }: OutsideEvent & { type: 'open' }): void {
  const service = own(hostOf(w, to)?.services ?? {}, port);
  const b = answering(w, to, port);
  if (!b || !hostOf(w, from)) return;
  const id = ++w.lastConn;
  const waits = service?.tls === 'implicit' && !tls;
  const conn: Conn = {
    id,
    a: { host: from, machine: 'outside', state: null },
    b,
    port,
    link: linkKey(from, to),
    phase: 'open',
    tls: tls
      ? { a: 'on', b: 'on', serverName: tls.serverName }
      : { a: plain.a, b: waits ? 'hello' : plain.b, serverName: '' },
    fromA: newFlow,
    fromB: newFlow,
    cut: cutOf(hostOf(w, to)),
  };
  w.conns = w.conns.concat(conn);
  const opened = tellConn(w, conn, 'open', 0);
  const cause = tls ? tellConn(w, conn, 'secured', opened, { tls }) : opened;
  const peer = addressOf(w, from);
  if (!waits) plan(w, w.now + linkOf(w, conn).latency, dueAt(id, 'b', cause, { type: 'opened', peer, tls }));
}
