// What becomes of the recipients, and of the talk: told to the host's queue as soon as it is known.
import { nameOf } from '../../../host/errand.ts';
import { note, type Ending, type Finding } from '../../../host/note.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Patch } from '../../../spec/take.ts';
import { offers } from './offers.ts';
import { textOf, type Reply } from './reply.ts';
import type { Sending } from './shape.ts';

type Place = Pick<Cx<Sending>, 'host' | 'session' | 'now'>;
export const remoteOf = ({ session: { mission } }: Place): string => nameOf(mission.attempt);

export const refusedWith = (cx: Place, said: Reply, forGood: boolean): Finding['fate'] => ({
  is: forGood ? 'failed' : 'waiting',
  reply: textOf(said),
  by: remoteOf(cx),
  at: cx.now,
  met: remoteOf(cx),
});
export const relayedWith = (cx: Place, said: Reply): Finding['fate'] => ({
  is: 'relayed',
  reply: textOf(said),
  by: remoteOf(cx),
  at: cx.now,
  met: remoteOf(cx),
  tells: offers(cx.session.offers, 'DSN'),
  hurries: offers(cx.session.offers, 'DELIVERBY'),
});
/** In this machine's own words: nobody said it. */
export const own = (cx: Place, reply: string, met = remoteOf(cx)): Finding['fate'] => ({
  is: 'waiting',
  reply,
  by: '',
  at: cx.now,
  met,
});

/** Who was too many, when there is no other transaction for them. */
export const leftOver = (cx: Place): Finding['fate'] => own(cx, '452 4.5.3 Too many recipients at once');

/** These are decided, and the talk goes on. */
export function decide(cx: Place, findings: readonly Finding[]): Patch<Sending> {
  const { host, facts } = note(cx.host, cx.session.mission, findings, undefined);
  return { host, facts, session: { open: without(cx, findings) } };
}
/** The talk is over: those of whom nothing was said have this fate, and the queue can go on. */
export function conclude(
  cx: Place,
  rest: Finding['fate'],
  {
    findings = [],
    hope = true,
    plain = false,
  }: Partial<Ending> & { readonly findings?: readonly Finding[] } = {},
): Patch<Sending> {
  const open = without(cx, findings);
  const all = [...findings, { to: open, fate: rest }];
  const { host, facts } = note(cx.host, cx.session.mission, all, { hope, plain });
  return { host, facts, session: { open: [] } };
}
const without = ({ session: { open } }: Place, findings: readonly Finding[]): readonly number[] =>
  open.filter((i) => !findings.some(({ to }) => to.includes(i)));
