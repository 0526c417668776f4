// One letter of a queue, or those of which something is true, found without looking at all.
import type { Micros } from '../base/time.ts';
import { gistOf, type Gist } from './gist.ts';
import type { Host } from './host.ts';
import { branch, isBranch, noJobs, placeOf, type Jobs } from './jobs.ts';
import { withJobs, type Job } from './spool.ts';

export function jobOf({ spool: { jobs } }: Host, id: string): Job | undefined {
  let it: Jobs | Job | undefined = jobs;
  while (it && isBranch(it)) it = it.kids[placeOf(it, id)];
  return it;
}
/** In the place of the one of the same id; a letter that is gone stays gone. */
export const putJob = (host: Host, job: Job): Host => changed(host, job.id, job);
export const dropJob = (host: Host, id: string): Host => changed(host, id, undefined);

function changed(host: Host, id: string, by: Job | undefined): Host {
  const { jobs } = host.spool;
  const made = replaced(jobs, id, by);
  return made === jobs ? host : withJobs(host, lowered(made ?? noJobs));
}
/** Undefined: nothing is left of it. */
function replaced(at: Jobs, id: string, by: Job | undefined): Jobs | undefined {
  const place = placeOf(at, id);
  const kid = at.kids[place];
  if (!kid) return at;
  const made = isBranch(kid) ? replaced(kid, id, by) : by;
  if (made === kid) return at;
  const kids = made ? at.kids.with(place, made) : at.kids.toSpliced(place, 1);
  return kids.length > 0 ? branch(at.height, kids) : undefined;
}
/** No higher than it takes: the oldest letters mostly go first. */
function lowered(jobs: Jobs): Jobs {
  const [only, ...others] = jobs.kids;
  return only && isBranch(only) && others.length === 0 ? lowered(only) : jobs;
}

/** Those of which it is true, in order. It is asked of branches first: what is true of a letter has to be true of its branch. */
export function jobsWith(jobs: Jobs, is: (gist: Gist) => boolean): readonly Job[] {
  const found: Job[] = [];
  const look = (it: Jobs | Job): void => {
    if (!is(gistOf(it))) return;
    if (isBranch(it)) it.kids.forEach(look);
    else found.push(it);
  };
  look(jobs);
  return found;
}
/** The most urgent that is due, and of these the first. */
export function mostUrgent(jobs: Jobs, now: Micros): Job | undefined {
  let best: Job | undefined;
  let least = -Infinity;
  const look = (it: Jobs | Job): void => {
    const { first, urgency } = gistOf(it);
    if (first > now || urgency <= least) return;
    if (isBranch(it)) it.kids.forEach(look);
    else [best, least] = [it, urgency];
  };
  look(jobs);
  return best;
}
/** When the next one is due that is not yet. */
export function nextAfter(it: Jobs | Job, now: Micros): Micros {
  const { first, last } = gistOf(it);
  if (last <= now) return Infinity;
  if (first > now || !isBranch(it)) return first;
  return it.kids.reduce((least, kid) => Math.min(least, nextAfter(kid, now)), Infinity);
}
