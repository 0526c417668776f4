// The only thing that changes a world: take the next arrival, find its machine, let it move, carry out what it wants; repeat
// until the input is satisfied.
import { begunOr, rest } from '../base/labour.ts';
import type { Micros } from '../base/time.ts';
import type { Host, Hosts } from '../host/host.ts';
import { withWake } from '../host/spool.ts';
import { happen, happenToConsole, happenToKeeper } from './act.ts';
import { later } from './agenda.ts';
import { deliver } from './deliver.ts';
import { accept } from './inputs.ts';
import { MACHINES } from './machines.ts';
import { reset } from './transport.ts';
import {
  changeHost,
  copyOf,
  findConn,
  tell,
  tellFault,
  worldOf,
  workOn,
  type Machines,
  type Work,
} from './work.ts';
import type { Conn, Console, End, Input, Step, World } from './world.ts';

/** A kernel for these machines. */
export const stepper =
  (machines: Machines): ((world: World, input: Input) => Step) =>
  (world, input) => {
    const w = begunOr<Work>(
      (kept) => (kept.start === world ? copyOf(kept) : undefined),
      () => obeyed(machines, world, input),
    );
    settle(w);
    if (input.type === 'pass') pass(w, input.until);
    return { world: worldOf(w), trace: w.trace };
  };
/** The world after an input, and what happened. Total: no input throws, unless a part it needs is `NotHere`. */
export const step: (world: World, input: Input) => Step = stepper(MACHINES);

function obeyed(machines: Machines, world: World, input: Input): Work {
  const w = workOn(machines, world);
  accept(w, input);
  return w;
}
/** Everything that is due by now. */
function settle(w: Work): void {
  for (;;) {
    for (let due = w.soon[w.soonAt++]; due; due = w.soon[w.soonAt++]) {
      deliver(w, due);
      rest(w);
    }
    if (w.soon.length > 0) w.soon.length = 0;
    w.soonAt = 0;
    if (w.agenda && w.agenda.at <= w.now) {
      const { due } = w.agenda;
      w.agenda = later(w.agenda);
      deliver(w, due);
      rest(w);
    } else {
      const console = sleeper(w.consoles);
      if (!console || console.wait > w.now) return;
      happenToConsole(w, console, { type: 'due' }, 0);
    }
  }
}
/** Time goes on; 'quiet' waits for what is under way, and for nobody's patience, but time passed is passed for everybody. */
function pass(w: Work, until: Micros | 'quiet'): void {
  if (until !== 'quiet' && !Number.isSafeInteger(until)) return;
  for (;;) {
    const coming = underWay(w.agenda, w.consoles);
    const limit = until === 'quiet' ? coming : until;
    const patient = patience(w.machines, w.conns);
    const queued = keeper(w.hosts);
    const at = earliest(earliest(coming, patient?.at), queued?.spool.wake);
    if (limit === undefined || at === undefined || at > limit) break;
    w.now = Math.max(w.now, at);
    if (coming === undefined || at < coming) rouse(w, at, patient, queued);
    settle(w);
  }
  if (until !== 'quiet' && until > w.now) w.now = until;
}

/** What is under way came first; then whoever has lost patience, then the queues. */
function rouse(w: Work, at: Micros, patient: Patience | undefined, queued: Host | undefined): void {
  if (patient?.at === at) expire(w, patient);
  else if (queued) wake(w, queued);
}
/** The console that wants to be woken first. */
function sleeper(consoles: readonly Console[]): Console | undefined {
  let first: Console | undefined;
  for (const c of consoles) if (c.wait >= 0 && (!first || c.wait < first.wait)) first = c;
  return first;
}
const earliest = (a: Micros | undefined, b: Micros | undefined): Micros | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);
const underWay = (agenda: World['agenda'], consoles: World['consoles']): Micros | undefined =>
  earliest(agenda?.at, sleeper(consoles)?.wait);

interface Patience {
  readonly at: Micros;
  readonly conn: Conn;
  readonly end: End;
}
const ENDS = ['a', 'b'] as const;
const deadlineOf = (machines: Machines, { machine, state }: Conn['a']): Micros | undefined =>
  machine === 'console' ? undefined : machines.get(machine)?.deadline(state);
/** State timeouts are derived from the sessions, not armed: nothing to cancel, nothing to forget. */
function patience(machines: Machines, conns: readonly Conn[]): Patience | undefined {
  let first: Patience | undefined;
  for (const conn of conns) {
    if (conn.phase !== 'open') continue;
    for (const end of ENDS) {
      const at = deadlineOf(machines, conn[end]);
      if (at !== undefined && (!first || at < first.at)) first = { at, conn, end };
    }
  }
  return first;
}
function expire(w: Work, { conn, end }: Patience): void {
  const { host } = conn[end];
  const cause = tell(w, { type: 'timer', id: w.next, at: w.now, cause: 0, conn: conn.id, host });
  happen(w, conn.id, end, { type: 'due' }, cause);
  const now = findConn(w, conn.id);
  const again = now && deadlineOf(w.machines, now[end]);
  if (again === undefined || again > w.now) return;
  // It would be asked again and again, and time would never go on.
  reset(w, conn.id, end, tellFault(w, conn.id, cause, 'a state lost patience and did nothing'));
}
/** The host whose queue is to be looked at first. */
function keeper(hosts: Hosts): Host | undefined {
  let first: Host | undefined;
  for (const host of Object.values(hosts)) {
    const { wake: at } = host.spool;
    if (at >= 0 && (!first || at < first.spool.wake)) first = host;
  }
  return first;
}
/** A letter is due in this host's queue. */
function wake(w: Work, { id }: Host): void {
  const cause = tell(w, { type: 'timer', id: w.next, at: w.now, cause: 0, conn: 0, host: id });
  happenToKeeper(w, id, { type: 'due' }, cause);
  const host = w.hosts[id];
  if (!host || host.spool.wake < 0 || host.spool.wake > w.now) return;
  // It would be woken again and again, and time would never go on.
  tellFault(w, 0, cause, 'a queue was woken and did nothing');
  changeHost(w, withWake(host, -1));
}
/** When something will happen by itself, at the latest known: the bridge sleeps until then. */
export const nextDue = (world: World, machines: Machines = MACHINES): Micros | undefined =>
  earliest(
    earliest(underWay(world.agenda, world.consoles), patience(machines, world.conns)?.at),
    keeper(world.hosts)?.spool.wake,
  );
