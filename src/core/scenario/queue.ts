// Letters that wait in a queue when the world begins.
import { draw } from '../base/random.ts';
import { SECOND } from '../base/time.ts';
import { newId } from '../host/hand-over.ts';
import type { Host } from '../host/host.ts';
import { addJob, newJob, withWake, type Envelope } from '../host/spool.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import type { StartJob } from './scenario.ts';

export const withQueue = (host: Host, jobs: readonly StartJob[], seed: number): Host =>
  jobs.reduce<Host>((now, job) => withJob(now, job, seed), host);
/** Taken and tried at the world's first moment. */
const JUST_NOW = { tries: 1, taken: 0, tried: 0 };
function withJob(host: Host, { from, to, body, next, reply, past = JUST_NOW }: StartJob, seed: number): Host {
  const [taken, tried] = [-past.taken * SECOND, -past.tried * SECOND];
  const id = newId(host, (...keys) => draw(seed, ...keys));
  const envelope: Envelope = {
    reversePath: from === '' ? null : mailboxOf(from),
    given: {},
    since: taken,
    recipients: to.map((it) => ({ forwardPath: mailboxOf(it), given: {} })),
  };
  const job = newJob(id, envelope, body, taken);
  const fates = job.fates.map(() => ({ is: 'waiting', reply, by: '', at: tried, met: '' }) as const);
  const counted: Host = { ...host, spool: { ...host.spool, count: host.spool.count + 1 } };
  const due = next * SECOND;
  const wake = host.spool.wake < 0 ? due : Math.min(host.spool.wake, due);
  return withWake(addJob(counted, { ...job, fates, tries: past.tries, next: due }), wake);
}
