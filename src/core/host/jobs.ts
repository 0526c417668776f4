// The letters of a queue, in the order in which they came: a tree of which versions share all branches but one, since ten thousand
// letters may wait and each of them is touched many times.
import type { Job } from './spool.ts';

export interface Jobs {
  /** Of its first letter. */
  readonly number: number;
  /** Of 1: letters; of more: branches one lower. */
  readonly height: number;
  readonly kids: readonly (Jobs | Job)[];
}
export const noJobs: Jobs = { number: 0, height: 1, kids: [] };
const WIDTH = 32;

/** So many letters of an id are drawn; what follows is the number of the letter, in base 36. */
export const DRAWN = 7;
export const isBranch = (it: Jobs | Job): it is Jobs => 'kids' in it;
export const numberIn = (id: string): number => Number.parseInt(id.slice(DRAWN), 36);
const numberOf = (it: Jobs | Job): number => (isBranch(it) ? it.number : numberIn(it.id));
export const branch = (height: number, kids: Jobs['kids']): Jobs => ({
  number: kids[0] ? numberOf(kids[0]) : 0,
  height,
  kids,
});

/** With one more, whose number is higher than any there. */
export function withJob(jobs: Jobs, job: Job): Jobs {
  const { height } = jobs;
  return pushed(jobs, job) ?? branch(height + 1, [jobs, alone(height, job)]);
}
/** Undefined: there is no room on this branch. */
function pushed({ height, kids }: Jobs, job: Job): Jobs | undefined {
  const last = kids.at(-1);
  const longer = last && isBranch(last) ? pushed(last, job) : undefined;
  if (longer) return branch(height, kids.with(kids.length - 1, longer));
  return kids.length < WIDTH ? branch(height, kids.concat(alone(height - 1, job))) : undefined;
}
const alone = (height: number, job: Job): Jobs | Job =>
  height === 0 ? job : branch(height, [alone(height - 1, job)]);

/** The kid on whose branch a letter is, if it is anywhere; -1: on none. */
export function placeOf({ height, kids }: Jobs, id: string): number {
  if (height === 1) return kids.findIndex((it) => !isBranch(it) && it.id === id);
  const number = numberIn(id);
  return kids.findLastIndex((it) => numberOf(it) <= number);
}
export const jobsIn = ({ kids }: Jobs): readonly Job[] =>
  kids.flatMap((it) => (isBranch(it) ? jobsIn(it) : [it]));
