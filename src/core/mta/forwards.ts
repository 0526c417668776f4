// A letter goes on to an address elsewhere under a sender of this host (host/srs.ts).
import { draw } from '../base/random.ts';
import { handOver, newId } from '../host/hand-over.ts';
import { isOurs } from '../host/recipient.ts';
import { addressees, type Envelope, type Job } from '../host/spool.ts';
import { wrapped } from '../host/srs.ts';
import { written } from '../mail/mailbox.ts';
import { momentOf, tell, type Turn } from './turn.ts';

/** Those of its recipients who are named by an address here, when its sender is not from here; none where SRS is off. */
export function forwardedIn(
  { host }: Turn,
  { reversePath, recipients }: Envelope,
  fates: Job['fates'],
): readonly number[] {
  if (!host.policy.srs || !reversePath || isOurs(host, reversePath.domain)) return [];
  return recipients.flatMap(({ via }, i) => (via && fates[i]?.is === 'waiting' ? [i] : []));
}
/** In a letter of its own. */
export function forward(t: Turn, job: Job, places: readonly number[]): void {
  const { reversePath, recipients, given, since } = job.envelope;
  if (!reversePath) return;
  const id = newId(t.host, (...keys) => draw(t.env.seed, ...keys));
  const sender = wrapped(reversePath, t.host.domain);
  const to = places.flatMap((i) => recipients.slice(i, i + 1));
  const envelope: Envelope = { reversePath: sender, given, since, recipients: to };
  const told = tell(t, {
    type: 'forwarded',
    id: job.id,
    to: addressees(job, places),
    sender: written(sender),
    as: id,
  });
  const done = handOver(momentOf(t), id, envelope, job.body);
  t.host = done.host;
  for (const fact of done.facts) tell(t, fact, told);
}
