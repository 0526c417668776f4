// A letter this host has taken charge of: into the mailboxes here, or into the queue.
import { SECOND, type Micros } from '../base/time.ts';
import { bracketed, written, type Mailbox } from '../mail/mailbox.ts';
import type { Body } from '../store/body.ts';
import type { StoreFact } from '../store/mailbox.ts';
import { octetsOf, sizeOf } from '../store/body.ts';
import { deliver } from './delivery.ts';
import { withSpool, type Host } from './host.ts';
import { DRAWN } from './jobs.ts';
import { hasRoom } from './quota.ts';
import { isOurs, targetsOf } from './recipient.ts';
import { heldUntil, notifyOf, wants } from './wishes.ts';
import {
  addJob,
  jobWith,
  newJob,
  queuedFact,
  WAITING,
  withRecipients,
  type Envelope,
  type Fate,
  type Job,
  type QueueFact,
  type Recipient,
} from './spool.ts';

/** A host at a moment. */
export interface Moment {
  readonly host: Host;
  readonly now: Micros;
  /** Unix seconds at `now` 0. */
  readonly epoch: number;
}
export type HandOverFact = StoreFact | QueueFact;
export interface HandedOver {
  readonly host: Host;
  readonly facts: readonly HandOverFact[];
}
/** Drawn from the seed, and the count of letters so that no two are the same. */
export const newId = (
  { id, spool: { count } }: Host,
  draw: (...keys: (string | number)[]) => number,
): string => drawn(draw('queue-id', id, count)) + count.toString(36).toUpperCase();
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Digit by digit: of a number of more than 31 bits `toString(36)` takes many times as long. */
function drawn(number: number): string {
  let text = '';
  for (let left = number; text.length < DRAWN; left = Math.floor(left / DIGITS.length))
    text = DIGITS.charAt(left % DIGITS.length) + text;
  return text;
}

/** From here on it is ours: delivered, passed on or returned, but never lost (RFC 5321 §6.1). */
export function handOver(at: Moment, id: string, envelope: Envelope, body: Body): HandedOver {
  const { host, now, epoch } = at;
  const { count, jobs, wake, putOff } = host.spool;
  const counted = withSpool(host, { count: count + 1, jobs, wake, putOff });
  const scanned = now + host.policy.scanDelay * SECOND;
  const released = Math.max(scanned, heldUntil(envelope, epoch));
  const fresh = newJob(id, envelope, body, now, released);
  if (released > now) return { host: addJob(counted, fresh), facts: [queuedFact(fresh)] };
  const { host: after, job, facts } = deliverHere({ host: counted, now, epoch }, fresh);
  if (job.fates.length === 0) return { host: after, facts };
  const waits = job.fates.some(({ is }) => is === 'waiting' || is === 'failed');
  return { host: addJob(after, job), facts: waits ? [...facts, queuedFact(job)] : facts };
}

interface Sorted {
  readonly to: Recipient;
  readonly fate: Fate;
}
/** For each user here the recipients that lead to him, in the order of their RCPTs: one copy, but each has its own NOTIFY. */
type Ways = Map<string, readonly Recipient[]>;
/** For whom it can be delivered here it is, each mailbox once; the job is left with all others. */
export function deliverHere({ host, now, epoch }: Moment, job: Job): HandedOver & { readonly job: Job } {
  const users: Ways = new Map();
  const left: Sorted[] = [];
  job.envelope.recipients.forEach((to, i) => {
    const fate = job.fates[i] ?? WAITING;
    if (fate.is === 'waiting' && isHere(host, to.forwardPath)) sortOut({ host, now, epoch }, to, users, left);
    else left.push({ to, fate });
  });
  if (users.size === 0 && left.length === job.fates.length)
    return { host, job: refilled(job, left), facts: [] };
  const facts: StoreFact[] = [];
  let after = host;
  const letter = `Return-Path: ${bracketed(job.envelope.reversePath)}\r\n${octetsOf(job.body)}`;
  for (const [user, ways] of users) {
    if (!hasRoom(after, user, sizeOf(job.body))) {
      for (const to of ways) left.push({ to, fate: full(user, now) });
      continue;
    }
    const done = deliver(after, user, letter, epoch + Math.floor(now / SECOND));
    after = done.host;
    facts.push(...done.facts);
    delivered(host, user, ways, left);
  }
  return { host: after, job: refilled(job, left), facts };
}
/** Those stay who are to be told of it (RFC 3461 §5.2.3), and one for the robot, which answers once. */
function delivered(host: Host, user: string, ways: readonly Recipient[], left: Sorted[]): void {
  const robot = Object.hasOwn(host.store.robots ?? {}, user);
  for (const [i, to] of ways.entries())
    if (robot && i === 0) left.push({ to, fate: { is: 'delivered', robot: user } });
    else if (wants(to, 'SUCCESS')) left.push({ to, fate: { is: 'delivered' } });
}
/** Do we keep the mail of this address? */
export const isHere = (host: Host, { domain }: Mailbox): boolean => domain === '' || isOurs(host, domain);
const refilled = (job: Job, left: readonly Sorted[]): Job =>
  left.length === job.fates.length && left.every(({ to }, i) => to === job.envelope.recipients[i])
    ? jobWith(job, { fates: left.map(({ fate }) => fate) })
    : withRecipients(job, left);

const full = (user: string, at: Micros): Fate => ({
  is: 'waiting',
  reply: `452 4.2.2 The mailbox of ${user} is full`,
  by: '',
  at,
  met: '',
});
/** One of several behind an address, under the name that stands for nobody else. */
const inside = ({ domain, id }: Host, { given }: Recipient, local: string): Recipient => ({
  forwardPath: { local, domain: domain === '' ? id : domain },
  given,
});
function sortOut({ host, now }: Moment, to: Recipient, users: Ways, left: Sorted[]): void {
  const targets = targetsOf(host, to.forwardPath.local);
  if (!targets) {
    const reply = `550 5.1.1 Nobody here is called ${written(to.forwardPath)}`;
    left.push({ to, fate: { is: 'failed', reply, by: '', at: now, met: '' } });
    return;
  }
  const { lists } = targets;
  const several = targets.users.length + targets.away.length + lists.length > 1;
  if (several && wants(to, 'SUCCESS')) left.push({ to, fate: { is: 'expanded' } });
  const each = several ? withoutSuccess(to) : to;
  for (const user of targets.users) lead(users, user, several ? inside(host, each, user) : each);
  const via = to.forwardPath;
  for (const forwardPath of targets.away)
    left.push({ to: { forwardPath, via, given: each.given }, fate: WAITING });
  for (const list of lists) left.push({ to: inside(host, each, list), fate: WAITING });
}
/** One more way to a user; none that says the same as another. */
function lead(users: Ways, user: string, to: Recipient): void {
  const ways = users.get(user);
  if (!ways) users.set(user, [to]);
  else if (!ways.some((it) => isSame(it, to))) users.set(user, [...ways, to]);
}
const isSame = (a: Recipient, b: Recipient): boolean =>
  written(a.forwardPath) === written(b.forwardPath) && JSON.stringify(a.given) === JSON.stringify(b.given);
/** Whoever is behind an address of several was not named by the sender: that it arrives there is not told (RFC 3461 §5.2.7.3). */
function withoutSuccess(to: Recipient): Recipient {
  const said = notifyOf(to);
  if (!said?.includes('SUCCESS')) return to;
  const left = said.filter((it) => it !== 'SUCCESS');
  const given = { ...to.given, NOTIFY: left.length > 0 ? left : ['NEVER'] };
  return { forwardPath: to.forwardPath, given };
}
