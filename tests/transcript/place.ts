// The world a transcript asks for, and what it may look at from outside.
import { withHost, withMailbox, type Host } from '../../src/core/host/host.ts';
import type { World } from '../../src/core/kernel/world.ts';
import { append } from '../../src/core/store/mailbox.ts';
import { POP, testWorld } from '../world.ts';
import type { Lab } from './lab.ts';

/** `tls=required`, `lf=accept`, `without=NAME` (a user who has no mailbox). */
export function worldFor({ tls, lf, without }: Readonly<Record<string, string>>): World {
  const world = testWorld({
    tls: tls === 'required' ? 'required' : 'optional',
    commandLf: lf === 'accept' ? 'accept' : 'reject',
  });
  const host = popOf(world);
  if (without === undefined) return world;
  const { [`${without}/INBOX`]: _gone, ...mailboxes } = host.store.mailboxes;
  return { ...world, hosts: withHost(world.hosts, { ...host, store: { ...host.store, mailboxes } }) };
}
const popOf = (world: World): Host => {
  const host = world.hosts[POP];
  if (!host) throw new Error('the test world has a mail server');
  return host;
};
const boxOf = (world: World, user: string) => popOf(world).store.mailboxes[`${user}/INBOX`];

export const lettersOf = (world: World, user: string): number => boxOf(world, user)?.rows.length ?? 0;
export const isLocked = (world: World, user: string): boolean =>
  popOf(world).store.locks[`${user}/INBOX`] !== undefined;

/** Mail arrives from elsewhere. */
export function deliver(lab: Lab, user: string): void {
  const box = boxOf(lab.world, user);
  if (!box) return;
  const letter = 'From: dave@example.org\r\nSubject: Late\r\n\r\nJust in.\r\n';
  const host = withMailbox(popOf(lab.world), `${user}/INBOX`, append(box, letter));
  lab.world = { ...lab.world, hosts: withHost(lab.world.hosts, host) };
}
