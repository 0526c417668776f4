// A server that says what a transcript says, when it has heard as many lines as stand there.
import { CRLF, type Octets } from '../../src/core/base/octets.ts';
import { MINUTE, type Micros } from '../../src/core/base/time.ts';
import type { Host } from '../../src/core/host/host.ts';
import type { Effect, Happening, Machine, Moved } from '../../src/core/spec/machine.ts';

export type Act =
  | { readonly does: 'hear' }
  | { readonly does: 'say'; readonly octets: Octets }
  | { readonly does: 'handshake' | 'fin' | 'reset' }
  | { readonly does: 'wait'; readonly minutes: number };
interface Puppet {
  readonly left: readonly Act[];
  readonly heard: Octets;
  readonly waits: boolean;
  readonly since: Micros;
}

/** One part of the script for each connection, in order; whoever calls later is hung up on. */
export function puppet(parts: readonly (readonly Act[])[]): Machine<Puppet, Host> {
  let calls = 0;
  return {
    id: 'puppet',
    start: (_given, now) => ({
      left: parts[calls++] ?? [{ does: 'reset' }],
      heard: '',
      waits: true,
      since: now,
    }),
    deadline: ({ left: [first], since }) =>
      first?.does === 'wait' ? since + first.minutes * MINUTE : undefined,
    listens: () => true,
    on: (state, happening, env) => play(stirred(state, happening), env.host, env.now, env.cause),
  };
}
function stirred(state: Puppet, happening: Happening): Puppet {
  if (happening.type === 'received') return { ...state, heard: state.heard + happening.octets };
  if (happening.type === 'opened' || happening.type === 'secured') return { ...state, waits: false };
  return happening.type === 'due' ? { ...state, left: state.left.slice(1) } : state;
}
function play(state: Puppet, host: Host, now: Micros, cause: number): Moved<Puppet, Host> {
  let { left, heard, waits } = state;
  const effects: { effect: Effect; cause: number }[] = [];
  const does = (effect: Effect): number => effects.push({ effect, cause });
  for (let act = left[0]; act && !waits && act.does !== 'wait'; act = left[0]) {
    if (act.does === 'hear') {
      const end = heard.indexOf(CRLF);
      if (end < 0) break;
      heard = heard.slice(end + CRLF.length);
    } else if (act.does === 'say') does({ type: 'send', octets: act.octets });
    else if (act.does === 'handshake') {
      does({ type: 'secure' });
      waits = true;
    } else does({ type: 'close', how: act.does === 'reset' ? 'reset' : 'close' });
    left = left.slice(1);
  }
  return { state: { left, heard, waits, since: now }, host, effects, told: [] };
}
