// A queue of letters beside a plain list of them: whatever is added, changed and taken away, both say the same.
import { array, assert, boolean, constantFrom, integer, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { gistOf } from '../../../src/core/host/gist.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { isBranch, jobsIn, noJobs, type Jobs } from '../../../src/core/host/jobs.ts';
import { dropJob, jobOf, jobsWith, mostUrgent, nextAfter, putJob } from '../../../src/core/host/queued.ts';
import { addJob, newJob, type Job } from '../../../src/core/host/spool.ts';
import { newErrand } from '../../../src/core/mta/errands.ts';
import { POP, testWorld } from '../../world.ts';

const host = testWorld().hosts[POP];
if (!host) throw new Error('no host');

interface Wish {
  readonly next: number;
  readonly urgency: number;
  readonly errands: number;
  readonly over: boolean;
  readonly by: number;
}
const wishes = record({
  next: integer({ min: 0, max: 20 }),
  urgency: integer({ min: -2, max: 2 }),
  errands: constantFrom(0, 0, 0, 1, 2),
  over: boolean(),
  by: integer({ min: 0, max: 20 }),
});
const idOf = (n: number): string => `DRAWN__${n.toString(36)}`;
function jobFor(n: number, { next, urgency, errands, over, by }: Wish): Job {
  const given = { 'MT-PRIORITY': urgency, ...(by > 10 && { BY: { seconds: by, mode: 'N', trace: false } }) };
  const job = newJob(idOf(n), { reversePath: null, given, since: 0, recipients: [] }, '', 0);
  const phase = over ? 'over' : 'asking';
  return { ...job, next, errands: Array.from({ length: errands }, () => ({ ...newErrand('', []), phase })) };
}
const deeds = array(
  oneof(
    record({ do: constantFrom('add', 'add', 'put'), at: integer({ min: 0, max: 400 }), wish: wishes }),
    record({ do: constantFrom('drop'), at: integer({ min: 0, max: 400 }), wish: wishes }),
  ),
  { maxLength: 60 },
);

/** All leaves equally far from the root, no branch empty or too wide, each numbered as its first letter. */
function sound(jobs: Jobs): void {
  for (const kid of jobs.kids) {
    expect(isBranch(kid) ? kid.height : 0).toBe(jobs.height - 1);
    if (!isBranch(kid)) continue;
    expect(kid.kids.length).toBeGreaterThan(0);
    sound(kid);
  }
  expect(jobs.kids.length).toBeLessThanOrEqual(32);
  expect(jobs.number).toBe(Number.parseInt(jobsIn(jobs)[0]?.id.slice(7) ?? '0', 36));
}
function agree({ spool: { jobs } }: Host, list: readonly Job[]): void {
  expect(jobsIn(jobs)).toEqual(list);
  expect(JSON.parse(JSON.stringify(jobs))).toEqual(jobs);
  const idle = list.filter(({ errands }) => errands.length === 0);
  expect(gistOf(jobs).errands).toBe(list.reduce((sum, { errands }) => sum + errands.length, 0));
  for (const now of [0, 7, 20]) {
    const due = idle.filter(({ next }) => next <= now);
    const urgency = Math.max(...due.map((job) => gistOf(job).urgency));
    expect(mostUrgent(jobs, now)).toBe(due.find((job) => gistOf(job).urgency === urgency));
    expect(nextAfter(jobs, now)).toBe(Math.min(...idle.map(({ next }) => next).filter((at) => at > now)));
    const late = idle.filter((job) => gistOf(job).deadline <= now * 1_000_000);
    expect(jobsWith(jobs, ({ deadline }) => deadline <= now * 1_000_000)).toEqual(late);
  }
  const back = list.filter(({ errands }) => errands.some(({ phase }) => phase === 'over'));
  expect(jobsWith(jobs, (gist) => gist.back > 0)).toEqual(back);
  expect(idle.length === 0).toBe(gistOf(jobs).last < 0);
}
test('a queue is the list of its letters', () => {
  assert(
    property(integer({ min: 0, max: 1100 }), deeds, (many, todo) => {
      const plain = { next: 5, urgency: 0, errands: 0, over: false, by: 0 };
      let [queue, list, count] = [host, [] as readonly Job[], 0];
      const add = (wish: Wish): void => {
        const job = jobFor(count++, wish);
        queue = addJob(queue, job);
        list = [...list, job];
      };
      for (let i = 0; i < many; i++) add(plain);
      // the oldest go first, mostly: what is left of the tree is at its right
      for (const { id } of list.slice(0, many / 2)) queue = dropJob(queue, id);
      list = list.slice(many / 2);
      for (const { do: how, at, wish } of todo) {
        const id = list[at]?.id ?? idOf(count + 1);
        const job = { ...jobFor(0, wish), id };
        if (how === 'add') add(wish);
        else if (how === 'drop') [queue, list] = [dropJob(queue, id), list.filter((it) => it.id !== id)];
        else [queue, list] = [putJob(queue, job), list.map((it) => (it.id === id ? job : it))];
        expect(jobOf(queue, id)).toBe(list.find((it) => it.id === id));
      }
      sound(queue.spool.jobs);
      agree(queue, list);
    }),
    { numRuns: 15 },
  );
});
test('of two thousand letters, one that changes leaves all but its own branch as it was', () => {
  let queue = host;
  for (let i = 0; i < 2000; i++)
    queue = addJob(queue, jobFor(i, { next: 1, urgency: 0, errands: 0, over: false, by: 0 }));
  const before = queue.spool.jobs;
  const after = putJob(queue, jobFor(1234, { next: 2, urgency: 0, errands: 0, over: false, by: 0 })).spool
    .jobs;
  expect(after.kids.filter((kid, i) => kid !== before.kids[i])).toHaveLength(1);
  for (let i = 0; i < 2000; i++) queue = dropJob(queue, idOf(i));
  expect(queue.spool.jobs).toEqual(noJobs);
  expect(dropJob(queue, idOf(3))).toBe(queue);
});
