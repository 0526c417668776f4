// What a client brings back from the machine it talked to.
import { errandWith, type Mission } from './errand.ts';
import type { Host } from './host.ts';
import { jobOf, putJob } from './queued.ts';
import { addressees, jobWith, withErrand, type Fate, type Job, type QueueFact, type Said } from './spool.ts';

export interface Noted {
  readonly host: Host;
  readonly facts: readonly QueueFact[];
}
/** What was said of some recipients. */
export interface Finding {
  readonly to: readonly number[];
  readonly fate: Extract<Fate, Said>;
}
/** The talk is over. `hope`: to come again may help; `plain`: at once, and without TLS. */
export interface Ending {
  readonly hope: boolean;
  readonly plain: boolean;
}

/** One recipient does not decide for another (RFC 5321 §3.3). */
export function note(
  host: Host,
  mission: Mission,
  findings: readonly Finding[],
  ending: Ending | undefined,
): Noted {
  const job = jobOf(host, mission.job);
  if (!job) return { host, facts: [] };
  const heard = findings.filter(({ to }) => to.length > 0);
  const noted = jobWith(job, { fates: fatesWith(job, heard) });
  return {
    host: putJob(host, ending ? ended(noted, mission, ending) : noted),
    facts: heard.map(({ to, fate }): QueueFact => ({
      type: fate.is === 'waiting' ? 'deferred' : fate.is,
      id: job.id,
      to: addressees(job, to),
      reply: fate.reply,
      by: fate.by,
    })),
  };
}
function fatesWith({ fates }: Job, findings: readonly Finding[]): readonly Fate[] {
  const all = fates.slice();
  for (const { to, fate } of findings) for (const i of to) all[i] = fate;
  return all;
}
function ended(job: Job, { domain, attempt }: Mission, { hope, plain }: Ending): Job {
  const errand = job.errands.find((it) => it.domain === domain);
  if (!errand) return job;
  const again = plain ? attempt : null;
  return withErrand(job, errandWith(errand, { phase: 'over', again, hope: errand.hope || hope }));
}
