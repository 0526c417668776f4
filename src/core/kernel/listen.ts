// Consoles that answer: who listens at which port, and who waits there to be taken.
import type { ConnId, ConsoleId, EventId, HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Listening, Taken } from '../spec/machine.ts';
import { reset } from './transport.ts';
import { findConsole, hostOf, own, putConsole, tell, withListener, type Work } from './work.ts';
import type { Caller, Conn, Console, Listener } from './world.ts';

export const listenerAt = (w: Work, host: HostId, port: number): Console | undefined =>
  w.consoles.find((c) => c.listener?.port === port && c.host === host);

export function listen(w: Work, it: Console, port: number, cause: EventId): Listening | Taken {
  const inRange = Number.isInteger(port) && port > 0 && port < 65_536;
  const service = own(hostOf(w, it.host)?.services ?? {}, port);
  if (!inRange || it.listener || service || listenerAt(w, it.host, port)) return { type: 'taken' };
  putConsole(w, withListener(it, { port, accepts: false, callers: [] }));
  announce(w, it, 'begun', port, cause);
  return { type: 'listening', port };
}
/** Whoever waits still is turned away. */
export function unlisten(w: Work, it: Console, cause: EventId): void {
  const { listener } = it;
  if (!listener) return;
  putConsole(w, withListener(it, null));
  const ended = announce(w, it, 'ended', listener.port, cause);
  for (const { conn } of listener.callers) reset(w, conn, 'b', ended);
}
const announce = (
  w: Work,
  { id: console, host }: Console,
  phase: 'begun' | 'ended',
  port: number,
  cause: EventId,
): EventId => tell(w, { type: 'listen', id: w.next, at: w.now, cause, conn: 0, phase, console, host, port });

/** The console that answered this connection, if it listens there still. */
export function answererOf(w: Work, { b, port }: Conn): Console | undefined {
  const it = typeof b.state === 'string' ? findConsole(w, b.state) : undefined;
  return b.machine === 'console' && it?.listener?.port === port && it.host === b.host ? it : undefined;
}
/** It has been answered, but not taken yet. */
export const isWaiting = (w: Work, conn: Conn): boolean =>
  answererOf(w, conn)?.listener?.callers.some((it) => it.conn === conn.id) ?? false;

const withCallers = ({ port, accepts }: Listener, callers: readonly Caller[]): Listener => ({
  port,
  accepts,
  callers,
});
function changeCallers(
  w: Work,
  it: Console,
  change: (callers: readonly Caller[]) => readonly Caller[],
): void {
  if (it.listener) putConsole(w, withListener(it, withCallers(it.listener, change(it.listener.callers))));
}
export const queueUp = (w: Work, it: Console, conn: ConnId): void =>
  changeCallers(w, it, (callers) => callers.concat({ conn, said: '' }));
export const hold = (w: Work, it: Console, conn: ConnId, octets: Octets): void =>
  changeCallers(w, it, (callers) =>
    callers.map((c) => (c.conn === conn ? { conn, said: c.said + octets } : c)),
  );
export const giveUp = (w: Work, it: Console, conn: ConnId): void =>
  changeCallers(w, it, (callers) => callers.filter((c) => c.conn !== conn));

export function acceptNext(w: Work, it: Console): void {
  const { listener } = it;
  if (listener)
    putConsole(w, withListener(it, { port: listener.port, accepts: true, callers: listener.callers }));
}
/** The first caller becomes the console's connection, if its program wants one. */
export function nextCaller(w: Work, id: ConsoleId): Caller | undefined {
  const it = findConsole(w, id);
  const listener = it?.listener;
  const first = listener?.callers[0];
  if (!it || !listener?.accepts || !first) return undefined;
  const rest: Listener = { port: listener.port, accepts: false, callers: listener.callers.slice(1) };
  putConsole(w, withListener(it, rest, first.conn));
  return first;
}
