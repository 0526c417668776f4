// A server that only notes what reaches it and when, and a console that does what it is told: a connection in the nude.
import type { Octets } from '../../../src/core/base/octets.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { stepper } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { anyMachine } from '../../../src/core/spec/forget.ts';
import type { Effect, Happening, Machine } from '../../../src/core/spec/machine.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { CLIENT, POP, testWorld, type Wish } from '../../world.ts';

export interface Met {
  readonly at: number;
  readonly happening: Happening;
}
type Answer = (happening: Happening) => readonly Effect[];

const noting = (id: string, met: Met[], answer: Answer): Machine<null, Host> => ({
  id,
  start: () => null,
  on(state, happening, { host, now, cause }) {
    if (happening.type !== 'typed') met.push({ at: now, happening });
    return { state, host, effects: answer(happening).map((effect) => ({ effect, cause })), told: [] };
  },
  deadline: () => undefined,
  listens: () => true,
});
/** Received octets in place, everything else by name. */
export const said = (met: readonly Met[]): Octets =>
  met.map(({ happening: h }) => (h.type === 'received' ? h.octets : `<${h.type}>`)).join('');

/** Port 7 of the server is bare, port 77 wants TLS first. `answer` is what the server does. */
export class Wire {
  world: World;
  readonly trace: TraceEvent[] = [];
  readonly server: Met[] = [];
  readonly client: Met[] = [];
  readonly #step;

  constructor({ answer = () => [], ...wish }: Wish & { readonly answer?: Answer } = {}) {
    const orders: Answer = (happening) => (happening.type === 'typed' ? JSON.parse(happening.octets) : []);
    const machines = {
      sink: anyMachine(noting('sink', this.server, answer)),
      console: anyMachine(noting('console', this.client, orders)),
    };
    this.#step = stepper(new Map(Object.entries(machines)));
    const world = testWorld(wish);
    const pop = world.hosts[POP];
    if (!pop) throw new Error(`${POP} is missing`);
    const services = {
      7: { machine: 'sink', tls: 'none' },
      77: { machine: 'sink', tls: 'implicit' },
    } as const;
    this.world = { ...world, hosts: { ...world.hosts, [POP]: { ...pop, services } } };
    this.go({ type: 'open', console: 'me', host: CLIENT });
  }
  go(input: Input): readonly TraceEvent[] {
    const { world, trace } = this.#step(this.world, input);
    this.world = world;
    this.trace.push(...trace);
    return trace;
  }
  does(...effects: readonly Effect[]): readonly TraceEvent[] {
    return this.go({ type: 'type', console: 'me', octets: JSON.stringify(effects) });
  }
  quiet(): readonly TraceEvent[] {
    return this.go({ type: 'pass', until: 'quiet' });
  }
  dial(port = 7, to = '192.0.2.31'): void {
    this.does({ type: 'connect', to, port });
    this.quiet();
  }
  /** What became of the connections, in order. */
  phases(): string {
    return this.trace.flatMap((e) => (e.type === 'conn' ? [e.phase] : [])).join(' ');
  }
}
export const send = (octets: Octets): Effect => ({ type: 'send', octets });
export const close: Effect = { type: 'close', how: 'close' };
export const half: Effect = { type: 'close', how: 'half' };
export const drop: Effect = { type: 'close', how: 'reset' };
export const secure: Effect = { type: 'secure', serverName: POP };
