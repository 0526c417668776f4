// Letters on their way out: all of them go to the one server that takes them from somebody who has logged in (RFC 6409).
import { SENT } from '../../base/device.ts';
import { absolute, ask, isSameQuestion } from '../../base/dns.ts';
import { folderFor } from '../../host/device/cache.ts';
import { nameOf, type Attempt, type Errand, type Mission } from '../../host/errand.ts';
import { jobsIn } from '../../host/jobs.ts';
import { dropJob, putJob } from '../../host/queued.ts';
import { WAITING, withErrand, withRecipients, type Fate, type Job } from '../../host/spool.ts';
import { octetsOf } from '../../store/body.ts';
import type { Resolved } from '../../spec/machine.ts';
import { perform, put, tell, type Turn } from './turn.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

/** Whoever is back is heard, and whatever is due goes out. */
export function handIn(t: Turn): void {
  for (const job of jobsIn(t.host.spool.jobs)) {
    if (job.errands.some(({ phase }) => phase === 'over')) back(t, job);
    else if (job.errands.length === 0 && job.next <= t.env.now && t.device.settings.online) setOut(t, job);
  }
}
function setOut(t: Turn, job: Job): void {
  const asked = ask('A', t.device.account.submission);
  const errand: Errand = {
    domain: '',
    to: job.fates.map((_fate, i) => i),
    phase: 'asking',
    known: [],
    asked,
    ways: [],
    again: null,
    hope: false,
  };
  const fates = job.fates.map(() => WAITING);
  t.host = putJob(t.host, { ...job, fates, tries: job.tries + 1, errands: [errand] });
  perform(t, { type: 'resolve', question: asked });
}
/** Where the server is. */
export function outboxReached(t: Turn, { question, answer }: Resolved): void {
  if (question.name !== absolute(t.device.account.submission)) return;
  const [address] = answer.records.flatMap((it) => (it.type === 'A' ? [it.address] : []));
  for (const job of jobsIn(t.host.spool.jobs))
    for (const errand of job.errands) {
      if (errand.phase !== 'asking' || !errand.asked || !isSameQuestion(errand.asked, question)) continue;
      if (address === undefined) lost(t, job);
      else dial(t, job, errand, address);
    }
}
function lost(t: Turn, job: Job): void {
  const reply = `451 4.4.4 ${t.device.account.submission} cannot be found`;
  const fates = job.fates.map((): Fate => ({ is: 'waiting', reply, by: '', at: t.env.now, met: '' }));
  t.host = putJob(t.host, { ...job, fates, errands: [], next: NEVER });
}
function dial(t: Turn, job: Job, errand: Errand, address: string): void {
  const { account, settings } = t.device;
  const attempt: Attempt = { host: account.submission, address, preference: 0, implicit: true };
  const { user, password } = account;
  const { secure } = settings;
  const login = { user, password, secure, upgrade: settings.upgrade && !secure };
  const mission: Mission = {
    job: job.id,
    domain: errand.domain,
    to: errand.to,
    attempt,
    plain: !secure && !login.upgrade,
    login,
  };
  const host = nameOf(attempt);
  const tried = tell(t, { type: 'tried', id: job.id, domain: errand.domain, host, address, preference: 0 });
  const run = { machine: 'smtp-client', given: { mission, open: errand.to } };
  perform(t, { type: 'connect', to: address, port: secure ? 465 : 587, run }, tried);
  t.host = putJob(t.host, withErrand(job, { ...errand, phase: 'talking', asked: null }));
}
/** Whoever is still to get it is asked for again when somebody says so. */
function back(t: Turn, job: Job): void {
  const left = job.envelope.recipients.flatMap((to, i) => {
    const fate = job.fates[i] ?? WAITING;
    return fate.is === 'relayed' ? [] : [{ to, fate }];
  });
  if (left.length < job.fates.length) file(t, job);
  if (left.length > 0) {
    t.host = putJob(t.host, { ...withRecipients(job, left), errands: [], next: NEVER });
    return;
  }
  t.host = dropJob(t.host, job.id);
  tell(t, { type: 'done', id: job.id });
}
/** A copy for who has sent it: SMTP keeps none, and where the server files one too there are two. */
function file(t: Turn, { id, body }: Job): void {
  const { settings, pop3, imap, todo } = t.device;
  const octets = octetsOf(body);
  if (!settings.copy || pop3.letters.some((it) => it.id === id)) return;
  if (settings.access === 'pop3') {
    const letter = { id, folder: SENT, body: octets, flags: ['\\Seen'] };
    put(t, { pop3: { ...pop3, letters: [...pop3.letters, letter] } });
  } else {
    const folder = folderFor(imap, SENT)?.name ?? SENT;
    put(t, { todo: [...todo, { does: 'file', folder, body: octets }] });
  }
}
