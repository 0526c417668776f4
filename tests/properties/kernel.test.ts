import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { pop3 } from '../../src/core/protocols/pop3/protocol.ts';
import { smtp } from '../../src/core/protocols/smtp/protocol.ts';
import { isWaiting } from '../../src/core/kernel/listen.ts';
import { consoleAt, workOn } from '../../src/core/kernel/work.ts';
import { MACHINES } from '../../src/core/kernel/machines.ts';
import type { Conn, Input, Step, World } from '../../src/core/kernel/world.ts';
import { testWorld } from '../world.ts';
import { consoles, journal, lead, verbs, type Move } from './journals.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = 600;
const LENGTH = 200;

/** Somebody will still do something with it: a console, a real socket that has not said goodbye, octets under way. */
const held = (world: World, conn: Conn): boolean => {
  const w = workOn(MACHINES, world);
  if (consoleAt(w, conn, 'b') || isWaiting(w, conn)) return true;
  return conn.a.machine === 'outside'
    ? conn.fromA.fin === 'no' && conn.phase === 'open'
    : consoleAt(w, conn, 'a') !== undefined;
};
const locks = (world: World): readonly number[] =>
  Object.values(world.hosts).flatMap((host) => Object.values(host.store.locks));

interface Seen {
  inputs: number;
  readonly states: Set<string>;
  readonly commands: Set<string>;
  readonly events: Set<string>;
}
/** What has become of those who called a console. */
const callers = ({ consoles, conns }: World): readonly string[] =>
  consoles.flatMap(({ id, conn, listener }) => [
    ...(conns.some((it) => it.id === conn && it.b.state === id) ? ['answered'] : []),
    ...(listener && listener.callers.length > 0 ? ['waiting'] : []),
  ]);
function watch(start: World, seen: Seen): (done: Step, input: Input) => void {
  let { next, now } = start;
  return ({ world, trace }, input) => {
    seen.inputs++;
    for (const event of trace) {
      if (event.id !== next || event.cause >= event.id || event.at < now)
        throw new Error(`out of order: ${JSON.stringify(event)} after ${JSON.stringify(input)}`);
      if (event.type === 'fault') throw new Error(`fault: ${event.error} after ${JSON.stringify(input)}`);
      seen.events.add(event.type === 'conn' ? event.phase : event.type);
      if (event.type === 'command') seen.commands.add(`${event.protocol} ${event.state} ${event.verb}`);
      if (event.type === 'outcome') seen.states.add(`${event.protocol} ${event.from}`);
      next++;
      now = event.at;
    }
    for (const what of callers(world)) seen.events.add(what);
    if (world.next !== next) throw new Error('an event was lost');
    checkHolds(world, input);
  };
}
/** No lock without its session; in the quiet, no connection that nobody holds. */
function checkHolds(world: World, input: Input): void {
  for (const holder of locks(world))
    if (!world.conns.some((conn) => conn.id === holder)) throw new Error(`lock of ${holder} left behind`);
  if (input.type === 'pass' && input.until === 'quiet')
    for (const conn of world.conns)
      if (!held(world, conn)) throw new Error(`leaked: ${JSON.stringify(conn)}`);
}
/** Everybody goes home. */
const home = (world: World): readonly Move[] => [
  ...world.conns.map((conn): Move => ({
    type: 'outside',
    event: { type: 'closed', conn: conn.id, how: 'close' },
  })),
  ...consoles.map((console): Move => ({ type: 'shut', console })),
  { type: 'pass', until: 'quiet' },
];

const AFTER_DOT = ['answer', 'answer', 'silence', 'scan'] as const;

/** Everything a trace can tell but a fault, and callers of a console. */
const events =
  'command discarded dns fact listen outcome printed record seat timer turned typed wire ' +
  'dial open refused securing secured insecure fin closed reset ' +
  'answered waiting';
it(`survives ${RUNS * LENGTH} random inputs: no fault, no leak, no lock left behind, every event in order`, () => {
  const seen: Seen = { inputs: 0, states: new Set(), commands: new Set(), events: new Set() };
  fc.assert(
    fc.property(journal(LENGTH), fc.nat({ max: 3 }), (moves, kind) => {
      const link = { latency: kind * 15_000, segment: kind === 2 ? 7 : 0, loss: (kind % 3) * 2 };
      const policy = { afterDot: AFTER_DOT[kind] ?? 'answer', scanDelay: 20 };
      const start = testWorld({ takesMail: true, policy, link, tls: kind === 1 ? 'required' : 'optional' });
      const look = watch(start, seen);
      const world = lead(start, moves, look);
      const after = lead(world, home(world), look);
      if (after.conns.length > 0) throw new Error(`still open: ${JSON.stringify(after.conns)}`);
      if (locks(after).length > 0) throw new Error('still locked');
      if (after.agenda !== null) throw new Error('something is still to come');
    }),
    { numRuns: RUNS },
  );
  expect(seen.inputs).toBeGreaterThanOrEqual(100_000);
  expect([...seen.events].toSorted()).toEqual(events.split(' ').toSorted());
  for (const { id, states } of [pop3, smtp])
    expect(Object.keys(states).filter((name) => !seen.states.has(`${id} ${name}`))).toEqual([]);
  for (const state of ['authorization', 'named', 'transaction'])
    expect(verbs.filter((verb) => !seen.commands.has(`pop3 ${state} ${verb}`))).toEqual([]);
});
