// A server that says what it is told to, so that a tool can be shown every answer it may get.
import type { Host } from '../../../src/core/host/host.ts';
import type { Octets } from '../../../src/core/base/octets.ts';
import { machinesWith } from '../../machines.ts';
import { stepper } from '../../../src/core/kernel/step.ts';
import type { Input, World } from '../../../src/core/kernel/world.ts';
import { anyMachine } from '../../../src/core/spec/forget.ts';
import type { Caused, Effect, Happening, Machine } from '../../../src/core/spec/machine.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { CLIENT, POP, testWorld, type Wish } from '../../world.ts';
import { SEAT } from './terminal.ts';

/** What is said first, then the answer to each line that comes; TLS, CLOSE or RESET after words follows them at once. '' is silence. */
export type Script = readonly Octets[];
const MOVES: Readonly<Record<string, Effect>> = {
  TLS: { type: 'secure' },
  CLOSE: { type: 'close', how: 'close' },
  RESET: { type: 'close', how: 'reset' },
};
interface Peer {
  readonly at: number;
  readonly held: Octets;
}
/** From one line's answer to the next. */
function answer(script: Script, from: number): { readonly effects: readonly Effect[]; readonly at: number } {
  const effects: Effect[] = [];
  for (let at = from; at < script.length; at++) {
    const part = script[at] ?? '';
    const move = MOVES[part];
    if (!move && effects.length > 0) return { effects, at };
    effects.push(move ?? { type: 'send', octets: part });
  }
  return { effects, at: script.length };
}
const peerOf = (script: Script): Machine<Peer, Host> => ({
  id: 'peer',
  start: () => ({ at: 0, held: '' }),
  on(state, happening: Happening, { host, cause }) {
    const heard = happening.type === 'received' ? state.held + happening.octets : state.held;
    const lines = heard.split('\n');
    const asked = happening.type === 'opened' ? 1 : lines.length - 1;
    const effects: Caused[] = [];
    let { at } = state;
    for (let i = 0; i < asked; i++) {
      const said = answer(script, at);
      effects.push(...said.effects.map((effect): Caused => ({ effect, cause })));
      at = said.at;
    }
    return { state: { at, held: lines.at(-1) ?? '' }, host, effects, told: [] };
  },
  deadline: () => undefined,
  listens: () => true,
});
export interface Talk {
  readonly printed: Octets;
  /** What the peer was sent. */
  readonly sent: readonly Octets[];
  readonly world: World;
}
/** Lines typed to a shell, with that peer at port 25. */
export function talk(script: Script, lines: readonly string[], wish: Wish = {}): Talk {
  const step = stepper(machinesWith({ peer: anyMachine(peerOf(script)) }));
  let world = testWorld({ link: { latency: 20_000 }, ...wish });
  const host = world.hosts[POP];
  if (!host) throw new Error('no server');
  const services = { ...host.services, 25: { machine: 'peer', tls: 'none' as const } };
  world = { ...world, hosts: { ...world.hosts, [POP]: { ...host, services } } };
  const trace: TraceEvent[] = [];
  const inputs: readonly Input[] = [
    { type: 'open', console: SEAT, host: CLIENT },
    ...lines.flatMap((octets): readonly Input[] => [
      { type: 'type', console: SEAT, octets },
      { type: 'pass', until: 'quiet' },
    ]),
  ];
  for (const input of inputs) {
    const done = step(world, input);
    world = done.world;
    trace.push(...done.trace);
  }
  const printed = trace.flatMap((e) => (e.type === 'printed' ? [e.octets] : [])).join('');
  const sent = trace.flatMap((e) => (e.type === 'wire' && e.dir === 'a>b' ? [e.octets] : []));
  return { printed, sent, world };
}
