// Whom the sender is told about, and whom not (RFC 3461 §5.2).
import type { EventId } from '../base/ids.ts';
import { draw } from '../base/random.ts';
import { handOver, newId } from '../host/hand-over.ts';
import { addressees, type Envelope, type Fate, type Job, type QueueFact } from '../host/spool.ts';
import { deadlineOf, notifyOf, wants, type Condition } from '../host/wishes.ts';
import { ACTIONS, type About, type Action } from './about.ts';
import { deliveryReport } from './dsn.ts';
import { momentOf, tell, type Turn } from './turn.ts';

/** What was decided in this round. */
export function report(t: Turn, job: Job): void {
  const failed = placesOf(job, 'failed');
  if (failed.length > 0 && job.envelope.reversePath === null)
    drop(t, job, failed, 'null sender', '5321#4.5.5');
  else
    drop(
      t,
      job,
      failed.filter((i) => !isWanted(job, i, 'FAILURE')),
      'not wanted',
      '3461#5.2.6',
    );
  const about = [
    ...some(job, failed, 'FAILURE', 'failed'),
    ...relayed(job),
    ...some(job, placesOf(job, 'expanded'), 'SUCCESS', 'expanded'),
    ...some(job, placesOf(job, 'delivered'), 'SUCCESS', 'delivered'),
  ];
  send(t, job, about, false);
}
/** Those who wait still: it takes longer, and goes on (RFC 3461 §5.2.5, RFC 2852 §4.1.3). */
export function warn(t: Turn, job: Job, late: boolean): void {
  send(t, job, some(job, placesOf(job, 'waiting'), 'DELAY', 'delayed'), late);
}
/**
 * Passed on to who will tell nobody (RFC 3461 §5.2.2), or not by when it has to arrive, or by a sender who wants to follow its way
 * (RFC 2852 §4.1.4).
 */
function relayed(job: Job): readonly About[] {
  const due = deadlineOf(job.envelope);
  const found: About[] = [];
  for (const [place, to] of job.envelope.recipients.entries()) {
    const fate = job.fates[place];
    if (fate?.is !== 'relayed') continue;
    const never = notifyOf(to)?.includes('NEVER') === true;
    const traced = due !== undefined && !never && (due.trace || (due.mode === 'N' && !fate.hurries));
    if (traced || (!fate.tells && wants(to, 'SUCCESS'))) found.push({ place, action: 'relayed' });
  }
  return found;
}
function placesOf({ fates }: Job, which: Fate['is']): readonly number[] {
  const found: number[] = [];
  for (const [i, { is }] of fates.entries()) if (is === which) found.push(i);
  return found;
}
const isWanted = ({ envelope: { recipients } }: Job, place: number, condition: Condition): boolean => {
  const to = recipients[place];
  return to !== undefined && wants(to, condition);
};
const some = (job: Job, places: readonly number[], condition: Condition, action: Action): readonly About[] =>
  places.filter((i) => isWanted(job, i, condition)).map((place): About => ({ place, action }));

function drop(
  t: Turn,
  job: Job,
  places: readonly number[],
  why: (QueueFact & { type: 'dropped' })['why'],
  rfc: string,
): void {
  if (places.length > 0) tell(t, { type: 'dropped', id: job.id, to: addressees(job, places), why, rfc });
}
/** One letter for all of them, from nobody: nothing comes back of it (RFC 5321 §6.1). */
function send(t: Turn, job: Job, about: readonly About[], late: boolean): void {
  const to = job.envelope.reversePath;
  if (about.length === 0 || to === null) return;
  const { host, env } = t;
  const id = newId(host, (...keys) => draw(env.seed, ...keys));
  const told = announce(t, job, about, id);
  const { now, epoch } = env;
  const { letter, given } = deliveryReport({ host, job, about, late, id, to, now, epoch });
  const recipients = [{ forwardPath: to, given: {} }];
  const envelope: Envelope = { reversePath: null, given, since: now, recipients };
  const done = handOver(momentOf(t), id, envelope, letter);
  t.host = done.host;
  for (const fact of done.facts) tell(t, fact, told);
}
function announce(t: Turn, job: Job, about: readonly About[], letter: string): EventId {
  let last = t.env.cause;
  for (const action of ACTIONS) {
    const places = about.filter((it) => it.action === action).map(({ place }) => place);
    if (places.length === 0) continue;
    last = tell(t, { type: 'reported', id: job.id, action, to: addressees(job, places), report: letter });
  }
  return last;
}
