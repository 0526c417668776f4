// A world on the bench: real sockets are played by the test, everything else by the kernel.
import type { Octets } from '../../src/core/base/octets.ts';
import type { Policy } from '../../src/core/host/policy.ts';
import type { Input, World } from '../../src/core/kernel/world.ts';
import { step } from '../../src/core/kernel/step.ts';
import { FAULTS } from '../../src/core/net/dns/service.ts';
import type { Tls } from '../../src/core/spec/machine.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';
import { CLIENT, POP } from '../world.ts';

/** Changed in place: one per conversation. */
export interface Lab {
  world: World;
  readonly trace: TraceEvent[];
  /** Is told of every step. */
  readonly watch?: Watch | undefined;
}
export type Watch = (before: World, after: World, trace: readonly TraceEvent[], from: number) => void;
export const labOf = (world: World, watch?: Watch): Lab => ({ world, trace: [], watch });
const TLS: Tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: POP };

function give(lab: Lab, input: Input): void {
  const before = lab.world;
  const { world, trace } = step(before, input);
  const from = lab.trace.length;
  lab.world = world;
  lab.trace.push(...trace);
  lab.watch?.(before, world, lab.trace, from);
}
/** Until nothing is under way, or for so many microseconds. */
export const pass = (lab: Lab, micros?: number): void =>
  give(lab, { type: 'pass', until: micros === undefined ? 'quiet' : lab.world.now + micros });

/** The id of the connection. Where TLS comes first, hands have been shaken already. */
export function open(lab: Lab, port: number): number {
  const tls = lab.world.hosts[POP]?.services[port]?.tls === 'implicit' ? TLS : null;
  give(lab, { type: 'outside', event: { type: 'open', from: CLIENT, to: POP, port, tls } });
  pass(lab);
  return lab.world.lastConn;
}
export function send(lab: Lab, conn: number, octets: Octets): void {
  give(lab, { type: 'outside', event: { type: 'data', conn, octets } });
  pass(lab);
}
export function secured(lab: Lab, conn: number): void {
  give(lab, { type: 'outside', event: { type: 'secured', conn, tls: TLS } });
  pass(lab);
}
export function hangUp(lab: Lab, conn: number, how: 'close' | 'reset'): void {
  give(lab, { type: 'outside', event: { type: 'closed', conn, how } });
  pass(lab);
}
export function shutDown(lab: Lab): void {
  give(lab, { type: 'outside', event: { type: 'shutdown', host: POP } });
  pass(lab);
}
export function turn(lab: Lab, set: Partial<Policy>, host = POP): void {
  give(lab, { type: 'turn', knob: { type: 'policy', host, set } });
}
/** `none`: all is well with this name again. */
export function spoil(lab: Lab, name: string, fault: string): void {
  const known = FAULTS.find((it) => it === fault) ?? 'none';
  give(lab, { type: 'turn', knob: { type: 'fault', name, fault: known } });
}
/** What the server has said on a connection, from an event on. */
export const heard = (lab: Lab, conn: number, from = 0): Octets =>
  lab.trace
    .slice(from)
    .map((e) => (e.type === 'wire' && e.conn === conn && e.dir === 'b>a' ? e.octets : ''))
    .join('');
/** What it says to this. */
export function ask(lab: Lab, conn: number, octets: Octets): Octets {
  const from = lab.trace.length;
  send(lab, conn, octets);
  return heard(lab, conn, from);
}
/** The server has said that it will say nothing more. */
export const ended = (lab: Lab, conn: number): boolean =>
  lab.trace.some(
    (e) =>
      e.type === 'conn' &&
      e.conn === conn &&
      ((e.phase === 'fin' && e.dir === 'b>a') || e.phase === 'closed' || e.phase === 'reset'),
  );
/** The state of the session behind a connection; '' when there is none. */
export function stateOf(lab: Lab, conn: number): string {
  const state: unknown = lab.world.conns.find((c) => c.id === conn)?.b.state;
  if (typeof state !== 'object' || state === null || !('at' in state)) return '';
  const { at } = state;
  return typeof at === 'object' && at !== null && 'name' in at ? String(at.name) : '';
}
export const faults = (lab: Lab): readonly string[] =>
  lab.trace.flatMap((e) => (e.type === 'fault' ? [e.error] : []));
