// The standard world with no distance in it, and passwords in clear: a step is then a whole exchange.
import { step } from '../src/core/kernel/step.ts';
import type { Input, World } from '../src/core/kernel/world.ts';
import '../src/core/parts/all.ts';
import { standard } from '../src/core/scenario/catalogue/standard/standard.ts';
import { perSecond } from './measure.ts';

export const CLIENT = 'client.example.net';
export const POP = 'pop.example.com';
/** So many steps are one run. */
export const SHORT = 2000;

/** Over the first connection there is. */
export const data = (octets: string): Input => ({
  type: 'outside',
  event: { type: 'data', conn: 1, octets },
});
export const lead = (world: World, ...inputs: readonly Input[]): World =>
  inputs.reduce((now, input) => step(now, input).world, world);
const far = standard();
export const near: World = lead(
  {
    ...far,
    links: {},
    link: { latency: 0, segment: 0, loss: 0 },
    names: { ...far.names, latency: 0 },
  },
  { type: 'turn', knob: { type: 'policy', host: POP, set: { tls: 'optional' } } },
);

/** Fails when the step is not the exchange it is taken for. */
function answered(world: World, input: Input): void {
  const replies = step(world, input).trace.filter((e) => e.type === 'wire' && /^(?:\+OK|250)/.test(e.octets));
  if (replies.length !== 1) throw new Error(`no reply to ${JSON.stringify(input)}`);
}
export function steps(world: World, input: Input): number {
  answered(world, input);
  return perSecond(SHORT, () => {
    let now = world;
    for (let i = 0; i < SHORT; i++) now = step(now, input).world;
  });
}
