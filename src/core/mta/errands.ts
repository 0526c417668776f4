// Letters on their way: which machine to try, and what to do when a client is back.
import { familyOf, type Family } from '../base/address.ts';
import { isSameQuestion, type Known } from '../base/dns.ts';
import { errandWith, nameOf, type Attempt, type Errand, type Mission } from '../host/errand.ts';
import { addressees, jobWith, withErrand, type Fate, type Job } from '../host/spool.ts';
import { pinsFor } from './dane.ts';
import { route, type Failure, type Wish } from './routing.ts';
import { perform, tell, type Turn } from './turn.ts';

const SMTP_PORT = 25;

export const newErrand = (domain: string, to: readonly number[]): Errand => ({
  domain,
  to,
  phase: 'asking',
  known: [],
  asked: null,
  ways: [],
  again: null,
  hope: false,
});
function familiesOf(addresses: readonly string[]): readonly Family[] {
  const found: Family[] = [];
  for (const family of addresses.map(familyOf)) if (!found.includes(family)) found.push(family);
  return found;
}
const wishFor = ({ host, env }: Turn, job: Job, { domain, known }: Errand): Wish => ({
  domain,
  known,
  self: { names: [host.id], addresses: host.addresses },
  families: familiesOf(host.addresses),
  seed: env.seed,
  key: `${job.id} ${job.tries}`,
});

/** As far as it goes without waiting; the job with the errand as it is then. */
export function setOut(t: Turn, job: Job, errand: Errand): Job {
  const way = route(wishFor(t, job, errand));
  if (way.type === 'need') {
    perform(t, { type: 'resolve', question: way.question }, t.env.cause);
    return withErrand(job, errandWith(errand, { asked: way.question }));
  }
  if (way.type === 'attempts') return dial(t, job, errandWith(errand, { ways: way.attempts }));
  return nowhere(t, job, errand, way.failure, way.type === 'later');
}
/** An answer has come: whoever waits for it goes on. */
export function learn(t: Turn, job: Job, { question, answer }: Known): Job {
  let now = job;
  for (const errand of job.errands) {
    if (!errand.asked || !isSameQuestion(errand.asked, question)) continue;
    const wiser = errandWith(errand, { known: [...errand.known, { question, answer }] });
    now = errand.ways.length > 0 ? dial(t, now, wiser) : setOut(t, now, wiser);
  }
  return now;
}
/** The same way once more, the next one, or none any more. */
export function carryOn(t: Turn, job: Job, errand: Errand): Job {
  const left = errand.to.filter((i) => job.fates[i]?.is === 'waiting');
  if (left.length > 0 && (errand.again !== null || errand.ways.length > 0))
    return dial(t, job, errandWith(errand, { to: left }));
  const back = jobWith(job, { errands: job.errands.filter((it) => it !== errand) });
  return errand.hope ? back : hopeless(t, back, left);
}
/** Every machine there is has said never. */
function hopeless(t: Turn, job: Job, left: readonly number[]): Job {
  let now = job;
  for (const i of left) {
    const fate = job.fates[i];
    if (fate?.is !== 'waiting') continue;
    const { reply, by, at, met } = fate;
    const failed: Fate = { is: 'failed', reply, by, at, met };
    now = jobWith(now, { fates: now.fates.with(i, failed) });
    tell(t, { type: 'failed', id: job.id, to: addressees(job, [i]), reply, by });
  }
  return now;
}
function dial(t: Turn, job: Job, errand: Errand): Job {
  const [first, ...ways] = errand.ways;
  const attempt = errand.again ?? first;
  if (!attempt) return withErrand(job, errandWith(errand, { phase: 'over' }));
  const found = t.host.policy.sendTls === 'never' ? undefined : pinsFor(errand, attempt);
  if (found?.type === 'need') {
    perform(t, { type: 'resolve', question: found.question }, t.env.cause);
    return withErrand(job, errandWith(errand, { phase: 'asking', asked: found.question }));
  }
  if (found?.type === 'unknown')
    return passBy(t, job, errandWith(errand, { ways, again: null, asked: null }), attempt);
  const mission: Mission = {
    job: job.id,
    domain: errand.domain,
    to: errand.to,
    attempt,
    plain: errand.again !== null,
    ...(found?.pins && { pins: found.pins, seed: t.env.seed }),
  };
  const tried = tell(t, {
    type: 'tried',
    id: job.id,
    domain: errand.domain,
    host: nameOf(attempt),
    address: attempt.address,
    preference: attempt.preference,
  });
  const run = { machine: 'smtp-client', given: { mission, open: errand.to } };
  perform(t, { type: 'connect', to: attempt.address, port: SMTP_PORT, run }, tried);
  return withErrand(
    job,
    errandWith(errand, {
      phase: 'talking',
      asked: null,
      ways: errand.again ? errand.ways : ways,
      again: null,
    }),
  );
}
/** Whether it has promised TLS nobody can say at the moment: to go there all the same is what an attacker would wait for. */
function passBy(t: Turn, job: Job, errand: Errand, attempt: Attempt): Job {
  const reply = `451 4.4.3 Whether ${nameOf(attempt)} has promised TLS cannot be found out at the moment`;
  const fates = job.fates.slice();
  for (const i of errand.to) fates[i] = { is: 'waiting', reply, by: '', at: t.env.now, met: '' };
  tell(t, { type: 'deferred', id: job.id, to: addressees(job, errand.to), reply, by: '' });
  return dial(t, jobWith(job, { fates }), errandWith(errand, { hope: true }));
}
function nowhere(t: Turn, job: Job, errand: Errand, failure: Failure, later: boolean): Job {
  const reply = `${failure.code} ${failure.enhanced} ${wordsFor(failure, errand.domain)}`;
  const fate: Fate = { is: later ? 'waiting' : 'failed', reply, by: '', at: t.env.now, met: '' };
  const fates = job.fates.slice();
  for (const i of errand.to) fates[i] = fate;
  tell(t, {
    type: later ? 'deferred' : 'failed',
    id: job.id,
    to: addressees(job, errand.to),
    reply,
    by: '',
  });
  return withErrand(jobWith(job, { fates }), errandWith(errand, { phase: 'over', asked: null, hope: later }));
}
const wordsFor = ({ why }: Failure, domain: string): string => WORDS[why].replace('{domain}', domain);
const WORDS: Readonly<Record<Failure['why'], string>> = {
  nxdomain: 'There is no domain {domain}',
  nullMx: '{domain} takes no mail at all',
  badName: '{domain} is no name of a domain',
  badLiteral: '{domain} is no address',
  loop: 'Mail for {domain} would come back here',
  unusable: 'No server of {domain} can be reached from here',
  dns: 'Where mail for {domain} goes cannot be found out at the moment',
};
