// What waits for a domain, asked for by somebody who is there again (RFC 1985 §5.1).
import { asciiDomain } from '../base/idna.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Host } from './host.ts';
import { jobsIn, noJobs, withJob } from './jobs.ts';
import { jobWith, withJobs, type Job } from './spool.ts';

export interface Wanted {
  readonly domain: Octets;
  /** Domains that end in it, too (§5.3). */
  readonly beneath: boolean;
}
export interface Hurried {
  readonly host: Host;
  /** How many letters are now due. */
  readonly count: number;
}
export function hurry(host: Host, wanted: Wanted, now: Micros): Hurried {
  const jobs = jobsIn(host.spool.jobs);
  const count = jobs.filter((job) => waitsFor(job, wanted)).length;
  if (count === 0) return { host, count };
  const due = jobs.map((job) =>
    waitsFor(job, wanted) ? jobWith(job, { next: Math.min(job.next, now) }) : job,
  );
  return { host: withJobs(host, due.reduce(withJob, noJobs)), count };
}
const waitsFor = ({ envelope: { recipients }, fates }: Job, { domain, beneath }: Wanted): boolean => {
  const wanted = asciiDomain(domain);
  return recipients.some(({ forwardPath }, i) => {
    const its = asciiDomain(forwardPath.domain);
    return fates[i]?.is === 'waiting' && (its === wanted || (beneath && its.endsWith(`.${wanted}`)));
  });
};
