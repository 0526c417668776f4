// A world driven by a console of three words, so that these tests need no tools: `dial ADDRESS PORT`, `seal`, and lines to send.
import type { Host } from '../../../src/core/host/host.ts';
import { stepper } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { anyMachine } from '../../../src/core/spec/forget.ts';
import type { Caused, Effect, Happening, Machine, Told } from '../../../src/core/spec/machine.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { machinesWith } from '../../machines.ts';

const SEAT = 'you@client';
const wish = (typed: string): Effect => {
  const [word, address = '', port = ''] = typed.trim().split(' ');
  if (word === 'dial') return { type: 'connect', to: address, port: Number(port) };
  if (word === 'seal') return { type: 'secure', serverName: 'pop.example.com' };
  return { type: 'send', octets: `${typed.trim()}\r\n` };
};
const plainConsole: Machine<string, Host> = {
  id: 'console',
  start: (given) => String(given),
  on(state, happening: Happening, env) {
    const { now: at, conn, cause, next: id } = env;
    const told: Told[] =
      happening.type === 'received'
        ? [{ type: 'printed', id, at, cause, conn, console: state, octets: happening.octets, by: 'server' }]
        : [];
    const effects: Caused[] = happening.type === 'typed' ? [{ effect: wish(happening.octets), cause }] : [];
    if (happening.type === 'closed') effects.push({ effect: { type: 'close', how: 'close' }, cause });
    return { state, host: env.host, effects, told };
  },
  deadline: () => undefined,
  listens: () => true,
};
const step = stepper(machinesWith({ console: anyMachine(plainConsole) }));

export interface Driven {
  readonly world: World;
  readonly trace: readonly TraceEvent[];
}
export function drive(start: World, inputs: readonly Input[]): Driven {
  let world = start;
  const trace: TraceEvent[] = [];
  for (const input of inputs) {
    const after = step(world, input);
    world = after.world;
    trace.push(...after.trace);
  }
  return { world, trace };
}
export const sit = (host: string, console: string = SEAT): Input => ({ type: 'open', console, host });
export const quiet: Input = { type: 'pass', until: 'quiet' };
/** Lines typed one after the other, each to its end. */
export const lines = (...typed: readonly string[]): readonly Input[] =>
  typed.flatMap((line): readonly Input[] => [{ type: 'type', console: SEAT, octets: `${line}\n` }, quiet]);
