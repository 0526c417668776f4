// What is otherwise about a machine than about most, as its administrator decided, or somebody on its cable.
import { hasFullMailbox, middleboxOf, SWITCHES } from '../../app/changes.ts';
import type { World } from '../../core/kernel/world.ts';

export type Peculiarity =
  | { readonly kind: 'quota' | 'greylist'; readonly amount: number }
  | { readonly kind: 'full' | 'esmtp' | 'tls' | 'log' | 'strip' };

const USUAL_QUOTA = SWITCHES.find(({ name }) => name === 'quota')?.usual;
/** Empty: nothing. */
export function peculiaritiesOf(world: World, id: string): readonly Peculiarity[] {
  const host = world.hosts[id];
  if (!host) return [];
  const { quota, greylist, esmtp, tls } = host.policy;
  const { log, strip } = middleboxOf(world, id);
  const all: readonly (readonly [boolean, Peculiarity])[] = [
    [hasFullMailbox(host), { kind: 'full' }],
    [quota !== USUAL_QUOTA, { kind: 'quota', amount: quota }],
    [greylist > 0, { kind: 'greylist', amount: greylist }],
    [!esmtp, { kind: 'esmtp' }],
    [tls === 'off', { kind: 'tls' }],
    [log, { kind: 'log' }],
    [strip.length > 0, { kind: 'strip' }],
  ];
  return all.flatMap(([holds, it]) => (holds ? [it] : []));
}
