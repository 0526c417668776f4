// The queue's keeper: wakes when a letter is due, asks the DNS, sends clients out, and tells senders what became of it. What it
// has to remember is in the queue itself.
import type { Known } from '../base/dns.ts';
import { asciiDomain } from '../base/idna.ts';
import type { Micros } from '../base/time.ts';
import { deliverHere, isHere } from '../host/hand-over.ts';
import type { Host } from '../host/host.ts';
import { targetsOf } from '../host/recipient.ts';
import { gistOf, type Gist } from '../host/gist.ts';
import { dropJob, jobsWith, mostUrgent, nextAfter, putJob } from '../host/queued.ts';
import {
  addressees,
  jobWith,
  WAITING,
  withRecipients,
  withWake,
  type Fate,
  type Job,
  type Recipient,
  type Said,
} from '../host/spool.ts';
import type { Env, Happening, Machine, Moved } from '../spec/machine.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { carryOn, learn, newErrand, setOut } from './errands.ts';
import { forward, forwardedIn } from './forwards.ts';
import { post } from './lists.ts';
import { report, warn } from './report.ts';
import { endOf, nextTry, tellAt } from './retry.ts';
import { answer } from './robots.ts';
import { begin, end, momentOf, tell, type Turn } from './turn.ts';

export const queue: Machine<null, Host> = {
  id: 'queue',
  start: () => null,
  deadline: () => undefined, // in the queue: `spool.wake`
  listens: () => true,
  on: (_state, happening, env) => work(happening, env),
};
function work(happening: Happening, env: Env<Host>): Moved<null, Host> {
  const t = begin(env);
  if (happening.type === 'resolved') hear(t, happening);
  for (const job of jobsWith(t.host.spool.jobs, ({ back }) => back > 0)) tend(t, job);
  takeUpAll(t);
  const toTell = (gist: Gist): boolean => tellAt(t.host, gist) <= env.now;
  const slow = jobsWith(t.host.spool.jobs, toTell);
  for (const job of slow) warnOf(t, job);
  if (slow.length > 0) takeUpAll(t); // what tells of it is a letter that was just taken (RFC 5321 §4.5.4.1)
  t.host = foresee(t.host, env.now);
  return end(t);
}
function hear(t: Turn, known: Known): void {
  for (const job of jobsWith(t.host.spool.jobs, ({ errands }) => errands > 0)) {
    const now = learn(t, job, known);
    if (now !== job) t.host = putJob(t.host, now);
  }
}
/** Clients are back. */
function tend(t: Turn, job: Job): void {
  let now = job;
  for (let over = backIn(now); over; over = backIn(now)) now = carryOn(t, now, over);
  if (now.errands.length > 0) t.host = putJob(t.host, now);
  else conclude(t, now);
}
const backIn = ({ errands }: Job) => errands.find(({ phase }) => phase === 'over');

function takeUpAll(t: Turn): void {
  for (let job = ready(t); job; job = ready(t)) takeUp(t, job);
}
/** The most urgent letter whose time has come, and of these the first, while there is somebody to carry it (RFC 6710 §4.2). */
const ready = ({ host: { spool, policy }, env: { now } }: Turn): Job | undefined =>
  gistOf(spool.jobs).errands < policy.sendsAtOnce ? mostUrgent(spool.jobs, now) : undefined;

/** One round: what is for here into the mailboxes, what is for elsewhere on its way, one errand for each domain. */
function takeUp(t: Turn, due: Job): void {
  const stop = endOf(t.host, due);
  if (stop.timely && t.env.now >= stop.at) {
    conclude(t, due); // whatever comes after that is no delivery in time (RFC 2852 §4.1.3)
    return;
  }
  const here = deliverHere(momentOf(t), due);
  t.host = here.host;
  for (const fact of here.facts) tell(t, fact);
  let job: Job = goOn(t, jobWith(here.job, { tries: here.job.tries + 1 }));
  const domains = new Map<string, number[]>();
  job.envelope.recipients.forEach(({ forwardPath }, i) => {
    if (job.fates[i]?.is !== 'waiting' || isHere(t.host, forwardPath)) return;
    const domain = asciiDomain(forwardPath.domain); // what the DNS is asked about (RFC 6531 §3.2)
    domains.set(domain, [...(domains.get(domain) ?? []), i]);
  });
  for (const [domain, to] of domains) {
    const errand = newErrand(domain, to);
    job = setOut(t, jobWith(job, { errands: [...job.errands, errand] }), errand);
  }
  tend(t, job);
}

/** Lists send it to their members, and forwards under another sender: then it is theirs. */
function goOn(t: Turn, job: Job): Job {
  const fates = job.fates.slice();
  const posted: string[] = []; // whoever is named twice gets it once
  for (const [i, { forwardPath }] of job.envelope.recipients.entries()) {
    const [list] =
      fates[i]?.is === 'waiting' && isHere(t.host, forwardPath) ? listsIn(t.host, forwardPath) : [];
    if (list === undefined) continue;
    if (!posted.includes(list)) post(t, job, list, forwardPath);
    posted.push(list);
    fates[i] = DELIVERED;
  }
  const others = forwardedIn(t, job.envelope, fates);
  if (others.length > 0) forward(t, job, others);
  for (const i of others) fates[i] = DELIVERED;
  return jobWith(job, { fates });
}
const DELIVERED: Fate = { is: 'delivered' };
const listsIn = (host: Host, { local }: Mailbox): readonly string[] => targetsOf(host, local)?.lists ?? [];

/** After a round: who is told, and who has to wait. */
function conclude(t: Turn, job: Job): void {
  const { now } = t.env;
  const stop = endOf(t.host, job);
  const round = now >= stop.at ? givenUp(t, job, stop.timely) : job;
  report(t, round);
  for (const fate of round.fates)
    if (fate.is === 'delivered' && fate.robot !== undefined) answer(t, round, fate.robot);
  const waiting: { readonly to: Recipient; readonly fate: Fate }[] = [];
  for (const [i, to] of round.envelope.recipients.entries()) {
    const fate = round.fates[i] ?? WAITING;
    if (fate.is === 'waiting') waiting.push({ to, fate });
  }
  if (waiting.length === 0) {
    t.host = dropJob(t.host, job.id);
    tell(t, { type: 'done', id: job.id });
    return;
  }
  const next = nextTry(t.host, job, stop.at, now);
  t.host = putJob(t.host, jobWith(withRecipients(round, waiting), { next }));
  tell(t, { type: 'waits', id: job.id, until: next, tries: job.tries });
}
/** Told that it takes longer, when it is time for that; once is enough. */
function warnOf(t: Turn, job: Job): void {
  const late = gistOf(job).deadline <= t.env.now;
  t.host = putJob(t.host, jobWith(job, { warned: true, late: job.late || late }));
  warn(t, job, late);
}
const TOO_LATE: Said = { reply: '554 5.4.7 Not delivered in the time its sender has given', by: '' };
function givenUp(t: Turn, job: Job, timely: boolean): Job {
  const fates = job.fates.map((fate, i): Fate => {
    if (fate.is !== 'waiting') return fate;
    const { reply, by } = timely ? TOO_LATE : fate;
    tell(t, { type: 'failed', id: job.id, to: addressees(job, [i]), reply, by });
    return { is: 'failed', reply, by, at: fate.at, met: fate.met };
  });
  return jobWith(job, { fates });
}
/** When the next of those that wait is due. */
function foresee(host: Host, now: Micros): Host {
  const { jobs } = host.spool;
  const told = tellAt(host, gistOf(jobs));
  const at = Math.min(nextAfter(jobs, now), told > now ? told : Infinity);
  const wake = at === Infinity ? -1 : at;
  return wake === host.spool.wake ? host : withWake(host, wake);
}
