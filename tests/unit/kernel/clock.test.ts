import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../src/core/base/time.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { nextDue, step as realStep, stepper } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { anyMachine } from '../../../src/core/spec/forget.ts';
import type { Machine } from '../../../src/core/spec/machine.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { said, Wire } from './sink.ts';

const until = (at: number): Input => ({ type: 'pass', until: at });

describe('virtual time', () => {
  it('wakes a console when it asked to be woken, and quiet waits for that', () => {
    const wire = new Wire();
    wire.does({ type: 'wait', until: 5 * MINUTE });
    expect(wire.go(until(5 * MINUTE - 1))).toEqual([]);
    wire.quiet();
    expect(wire.client).toEqual([{ at: 5 * MINUTE, happening: { type: 'due' } }]);
    wire.quiet();
    expect(wire.world.now).toBe(5 * MINUTE);
  });
  it('does not run on to a wait that was called off, replaced or left', () => {
    const wire = new Wire();
    wire.does({ type: 'wait', until: 5 * MINUTE });
    wire.does({ type: 'wait', until: MINUTE });
    wire.quiet();
    expect(wire.world.now).toBe(MINUTE);
    wire.does({ type: 'wait', until: 5 * MINUTE });
    wire.does({ type: 'wait', until: -1 });
    wire.quiet();
    expect(wire.world.now).toBe(MINUTE);
    wire.does({ type: 'wait', until: 5 * MINUTE });
    wire.go({ type: 'shut', console: 'me' });
    wire.quiet();
    expect(wire.world.now).toBe(MINUTE);
    expect(said(wire.client)).toBe('<due>');
  });
  it('does not run on to the end of a sleep that Ctrl-C has ended', () => {
    const sit: Input = { type: 'open', console: 'me', host: CLIENT };
    const quiet: Input = { type: 'pass', until: 'quiet' };
    const types = (octets: string): Input => ({ type: 'type', console: 'me', octets });
    const after = (...inputs: readonly Input[]): number =>
      inputs.reduce((world, input) => realStep(world, input).world, testWorld()).now;
    expect(after(sit, types('sleep 30m\n'), types('\x03'), quiet)).toBe(0);
    expect(after(sit, types('sleep 30m\n'), quiet)).toBe(30 * MINUTE);
  });
  it('never goes back, and takes no absurd number for a time', () => {
    const wire = new Wire();
    wire.go(until(1000));
    for (const at of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e300]) wire.go(until(at));
    expect(wire.world.now).toBe(1000);
  });
});

const knock: Input = {
  type: 'outside',
  event: { type: 'open', from: CLIENT, to: POP, port: 110, tls: null },
};
const data = (octets: string): Input => ({ type: 'outside', event: { type: 'data', conn: 1, octets } });
const { step, machine } = { step: stepper, machine: anyMachine<number, Host> };
/** A server whose patience is a minute from the last thing it noticed; `notices` says what it does not sleep through. */
const impatient = (notices: boolean): Machine<number, Host> => ({
  id: 'pop3',
  start: (_given, now) => now,
  on(since, happening, { host, now, cause }) {
    if (happening.type === 'received' && happening.octets === 'throw') throw new Error('a bug');
    const bye = { effect: { type: 'close', how: 'close' }, cause } as const;
    const expired = happening.type === 'due' && notices;
    return {
      state: happening.type === 'received' ? now : expired ? Infinity : since,
      host,
      effects: expired ? [bye] : [],
      told: [],
    };
  },
  deadline: (since) => (since === Infinity ? undefined : since + MINUTE),
  listens: () => true,
});
const lead = (notices: boolean, ...inputs: readonly Input[]): { world: World; told: string } => {
  const run = step(new Map([['pop3', machine(impatient(notices))]]));
  let world = testWorld();
  let told = '';
  for (const input of inputs) {
    const done = run(world, input);
    world = done.world;
    for (const e of done.trace) told += ` ${e.at / MINUTE}:${e.type === 'conn' ? e.phase : e.type}`;
  }
  return { world, told };
};

describe('patience', () => {
  it('ends when time has passed for whatever reason, and quiet alone never waits for it', () => {
    expect(lead(true, knock, { type: 'pass', until: 'quiet' }).told).toBe(' 0:open');
    expect(lead(true, knock, until(MINUTE - 1)).told).toBe(' 0:open');
    expect(lead(true, knock, until(MINUTE)).told).toBe(' 0:open 1:timer 1:fin');
    expect(lead(true, knock, until(MINUTE / 2), data('x'), until(MINUTE)).told).toBe(' 0:open 0.5:wire');
    expect(lead(true, knock, until(MINUTE / 2), data('x'), until(2 * MINUTE)).told).toContain(' 1.5:timer');
  });
  it('is what the next thing to happen by itself may be', () => {
    const { world } = lead(true, knock);
    expect(nextDue(world, new Map([['pop3', machine(impatient(true))]]))).toBe(MINUTE);
    expect(nextDue(testWorld())).toBeUndefined();
  });
});

describe('a bug of ours', () => {
  it('is told as a fault and ends the connection; the world goes on', () => {
    const { world, told } = lead(true, knock, data('throw'), { type: 'pass', until: 'quiet' });
    expect(told).toBe(' 0:open 0:wire 0:fault 0:reset');
    expect(world.conns).toEqual([]);
  });
  it('that never stops being impatient does not stop time', () => {
    const { world, told } = lead(false, knock, until(3 * MINUTE));
    expect(told).toBe(' 0:open 1:timer 1:fault 1:reset');
    expect(world).toMatchObject({ now: 3 * MINUTE, conns: [] });
  });
});
