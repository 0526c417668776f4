// Whom the sender is told about, and whom not (RFC 3461 §5.2).
import type { EventId } from '../base/ids.ts';
import { handOver, newId } from '../host/hand-over.ts';
import { draw } from '../base/random.ts';
import { addressees, type Envelope, type Job, type QueueFact, type Recipient } from '../host/spool.ts';
import { deliveryReport, type About } from './dsn.ts';
import { momentOf, tell, type Turn } from './turn.ts';

type Condition = 'SUCCESS' | 'FAILURE' | 'DELAY';
/** Without NOTIFY: failures and delays (RFC 3461 §4.1). */
function wants({ given: { NOTIFY: said } }: Recipient, condition: Condition): boolean {
  return Array.isArray(said) ? said.includes(condition) : condition !== 'SUCCESS';
}

/** What was decided in this round. */
export function report(t: Turn, job: Job): void {
  const failed = placesOf(job, ({ is }) => is === 'failed');
  if (failed.length > 0 && job.envelope.reversePath === null)
    drop(t, job, failed, 'null sender', '5321#4.5.5');
  else {
    const unwanted = failed.filter((i) => !isWanted(job, i, 'FAILURE'));
    if (unwanted.length > 0) drop(t, job, unwanted, 'not wanted', '3461#5.2.6');
  }
  send(t, job, [
    ...some(job, failed, 'FAILURE', 'failed'),
    ...some(
      job,
      placesOf(job, (fate) => fate.is === 'relayed' && !fate.dsn),
      'SUCCESS',
      'relayed',
    ),
  ]);
}
/** Those who wait still: it takes longer, and goes on (RFC 3461 §5.2.5). */
export function warn(t: Turn, job: Job): void {
  send(
    t,
    job,
    some(
      job,
      placesOf(job, ({ is }) => is === 'waiting'),
      'DELAY',
      'delayed',
    ),
  );
}
const placesOf = ({ fates }: Job, which: (fate: Job['fates'][number]) => boolean): readonly number[] =>
  fates.flatMap((fate, i) => (which(fate) ? [i] : []));
const isWanted = ({ envelope: { recipients } }: Job, place: number, condition: Condition): boolean => {
  const to = recipients[place];
  return to !== undefined && wants(to, condition);
};
const some = (
  job: Job,
  places: readonly number[],
  condition: Condition,
  action: About['action'],
): readonly About[] =>
  places.filter((i) => isWanted(job, i, condition)).map((place): About => ({ place, action }));

function drop(
  t: Turn,
  job: Job,
  places: readonly number[],
  why: (QueueFact & { type: 'dropped' })['why'],
  rfc: string,
): void {
  tell(t, { type: 'dropped', id: job.id, to: addressees(job, places), why, rfc });
}
/** One letter for all of them, from nobody: nothing comes back of it (RFC 5321 §6.1). */
function send(t: Turn, job: Job, about: readonly About[]): void {
  const { reversePath } = job.envelope;
  if (about.length === 0 || reversePath === null) return;
  const { host, env } = t;
  const id = newId(host, (...keys) => draw(env.seed, ...keys));
  const told = announce(t, job, about, id);
  const letter = deliveryReport({ host, job, about, id, to: reversePath, now: env.now, epoch: env.epoch });
  const envelope: Envelope = {
    reversePath: null,
    given: {},
    since: env.now,
    recipients: [{ forwardPath: reversePath, given: {} }],
  };
  const done = handOver(momentOf(t), id, envelope, letter);
  t.host = done.host;
  for (const fact of done.facts) tell(t, fact, told);
}
function announce(t: Turn, job: Job, about: readonly About[], report: string): EventId {
  let last = t.env.cause;
  for (const action of new Set(about.map((it) => it.action))) {
    const to = addressees(
      job,
      about.filter((it) => it.action === action).map(({ place }) => place),
    );
    last = tell(t, { type: 'reported', id: job.id, action, to, report });
  }
  return last;
}
