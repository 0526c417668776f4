// What is true of some letters of a queue together: worked out once for each branch, however many versions of the queue share it.
import type { Micros } from '../base/time.ts';
import { isBranch, type Jobs } from './jobs.ts';
import type { Job } from './spool.ts';
import { deadlineOf, priorityOf } from './wishes.ts';

/** Letters on their way do not wait: they count for `errands` and `back` alone. */
export interface Gist {
  /** When the first of them is due, and when the last. */
  readonly first: Micros;
  readonly last: Micros;
  /** Since when the oldest has waited whose sender does not know that it takes longer. */
  readonly unwarned: Micros;
  /** After which a sender is told that it has not arrived in the time he gave (RFC 2852 §4.1.4): the first of these times. */
  readonly deadline: Micros;
  /** The highest MT-PRIORITY (RFC 6710). */
  readonly urgency: number;
  /** How many clients are under way with them, and how many of these are back. */
  readonly errands: number;
  readonly back: number;
}
const NONE: Gist = {
  first: Infinity,
  last: -1,
  unwarned: Infinity,
  deadline: Infinity,
  urgency: -Infinity,
  errands: 0,
  back: 0,
};
const known = new WeakMap<Jobs, Gist>();
/** So few letters are looked through in less time than it takes to remember what was found. */
const FEW = 4;

export function gistOf(it: Jobs | Job): Gist {
  if (!isBranch(it)) return gistOfJob(it);
  if (it.height === 1 && it.kids.length <= FEW) return gistOfKids(it);
  const found = known.get(it);
  if (found) return found;
  const gist = gistOfKids(it);
  known.set(it, gist);
  return gist;
}
function gistOfKids({ kids }: Jobs): Gist {
  let gist: Gist | undefined;
  for (const kid of kids) gist = gist ? together(gist, gistOf(kid)) : gistOf(kid);
  return gist ?? NONE;
}
function gistOfJob({ errands, envelope, next, warned, late, released }: Job): Gist {
  if (errands.length > 0) return onTheWay(errands);
  const due = late ? undefined : deadlineOf(envelope);
  return {
    first: next,
    last: next,
    unwarned: warned ? Infinity : released,
    deadline: due?.mode === 'N' ? due.at : Infinity,
    urgency: priorityOf(envelope),
    errands: 0,
    back: 0,
  };
}
function onTheWay(errands: Job['errands']): Gist {
  let back = 0;
  for (const { phase } of errands) if (phase === 'over') back++;
  return {
    first: NONE.first,
    last: NONE.last,
    unwarned: NONE.unwarned,
    deadline: NONE.deadline,
    urgency: NONE.urgency,
    errands: errands.length,
    back,
  };
}
const together = (a: Gist, b: Gist): Gist => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
  unwarned: Math.min(a.unwarned, b.unwarned),
  deadline: Math.min(a.deadline, b.deadline),
  urgency: Math.max(a.urgency, b.urgency),
  errands: a.errands + b.errands,
  back: a.back + b.back,
});
