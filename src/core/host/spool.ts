// What a host has taken charge of and not handed on yet. Plain data: the queue is as much of the world as the mailboxes are.
import type { Micros } from '../base/time.ts';
import { written, type Mailbox } from '../mail/mailbox.ts';
import type { Given } from '../spec/grammar.ts';
import type { Body } from '../store/body.ts';
import type { Errand } from './errand.ts';
import { withSpool, type Host } from './host.ts';
import { noJobs, withJob, type Jobs } from './jobs.ts';

export interface Recipient {
  readonly forwardPath: Mailbox;
  /** The address here that stands for it; absent: the sender has named it himself. */
  readonly via?: Mailbox;
  /** The parameters of its RCPT: NOTIFY `string[]`, ORCPT `rfc822;bob@example.com` (RFC 3461 §4.1, §4.2). */
  readonly given: Given;
}
/** What SMTP says about a letter, apart from the letter (RFC 5321 §2.3.1). */
export interface Envelope {
  /** Null: nobody; nothing is ever sent back. */
  readonly reversePath: Mailbox | null;
  /**
   * The parameters of its MAIL: SIZE octets, BODY, SMTPUTF8 `true`, AUTH, RET `FULL` or `HDRS`, ENVID, BY a `DeliverBy`,
   * HOLDFOR seconds, HOLDUNTIL Unix seconds, MT-PRIORITY -9 to 9, REQUIRETLS `true`.
   */
  readonly given: Given;
  /** When MAIL was said: what BY and HOLDFOR count from. */
  readonly since: Micros;
  readonly recipients: readonly Recipient[];
}
/** What is to be done with a letter that is not delivered in time (RFC 2852 §4). */
export interface DeliverBy {
  /** From MAIL on; negative: the time was over before that. */
  readonly seconds: number;
  /** Return it, or go on trying and tell the sender. */
  readonly mode: 'R' | 'N';
  /** Tell the sender, too, whom it was passed on to. */
  readonly trace: boolean;
}
/** Why not, or thanks to whom: the words of a reply, and the machine that said them; '' this one. */
export interface Said {
  readonly reply: string;
  readonly by: string;
}
/** … and of which attempt: when it ended (-1: there was none), and with which machine; '' none was reached. */
export interface Tried extends Said {
  readonly at: Micros;
  readonly met: string;
}
/** What has become of it for one recipient. `waiting` with `reply` '': it was not tried yet. */
export type Fate =
  | (Tried & { readonly is: 'waiting' })
  /** `robot`: this user has somebody who answers for him, and is to be asked. */
  | { readonly is: 'delivered'; readonly robot?: string }
  /** An address that stands for several: each of them is now a recipient of its own (RFC 3461 §5.2.7.3). */
  | { readonly is: 'expanded' }
  /** Another server has taken charge of it. `tells`, `hurries`: it knows of DSN, of DELIVERBY. */
  | (Tried & { readonly is: 'relayed'; readonly tells: boolean; readonly hurries: boolean })
  | (Tried & { readonly is: 'failed' });
export const WAITING: Fate = { is: 'waiting', reply: '', by: '', at: -1, met: '' };
export interface Job {
  readonly id: string;
  readonly envelope: Envelope;
  readonly body: Body;
  readonly received: Micros;
  /** When it may go out: not before its sender wishes, or a scanner is done with it. What is counted is counted from here. */
  readonly released: Micros;
  /** One for each recipient, in order. */
  readonly fates: readonly Fate[];
  /** How often it was taken up. */
  readonly tries: number;
  /** Not before then, unless it is on its way already. */
  readonly next: Micros;
  /** Where it is on its way to. */
  readonly errands: readonly Errand[];
  /** Its sender knows that it takes longer. */
  readonly warned: boolean;
  /** … and that it has not arrived in the time he gave (RFC 2852). */
  readonly late: boolean;
}
export interface Spool {
  /** How many letters this host has taken. */
  readonly count: number;
  readonly jobs: Jobs;
  /** When the next of those that wait is to be tried; -1: none waits. */
  readonly wake: Micros;
  /** Strangers who were told to come again: who, for whom, and when they first came. */
  readonly putOff: Readonly<Record<string, Micros>>;
}
export const noSpool: Spool = { count: 0, jobs: noJobs, wake: -1, putOff: {} };

/** A letter that was just taken. */
export const newJob = (
  id: string,
  envelope: Envelope,
  body: Body,
  now: Micros,
  released: Micros = now,
): Job => ({
  id,
  envelope,
  body,
  received: now,
  released,
  fates: envelope.recipients.map(() => WAITING),
  tries: 0,
  next: released,
  errands: [],
  warned: false,
  late: false,
});
type Moving = Pick<Job, 'envelope' | 'fates' | 'tries' | 'next' | 'errands' | 'warned' | 'late'>;
/** What has become of a letter. Written out: it changes a dozen times on its way. */
export const jobWith = (it: Job, to: Partial<Moving>): Job => ({
  id: it.id,
  envelope: to.envelope ?? it.envelope,
  body: it.body,
  received: it.received,
  released: it.released,
  fates: to.fates ?? it.fates,
  tries: to.tries ?? it.tries,
  next: to.next ?? it.next,
  errands: to.errands ?? it.errands,
  warned: to.warned ?? it.warned,
  late: to.late ?? it.late,
});
/** With these recipients and no others. */
export const withRecipients = (
  job: Job,
  all: readonly { readonly to: Recipient; readonly fate: Fate }[],
): Job =>
  jobWith(job, {
    envelope: { ...job.envelope, recipients: all.map(({ to }) => to) },
    fates: all.map(({ fate }) => fate),
  });
export const withJobs = (host: Host, jobs: Jobs): Host =>
  withSpool(host, { count: host.spool.count, jobs, wake: host.spool.wake, putOff: host.spool.putOff });
export const addJob = (host: Host, job: Job): Host => withJobs(host, withJob(host.spool.jobs, job));
/** To be looked at again at that time; -1: not by itself. */
export const withWake = (host: Host, wake: Micros): Host =>
  withSpool(host, { count: host.spool.count, jobs: host.spool.jobs, wake, putOff: host.spool.putOff });
export const withErrand = (job: Job, errand: Errand): Job =>
  jobWith(job, { errands: job.errands.map((it) => (it.domain === errand.domain ? errand : it)) });

/** What happens to the queue, for the trace. Recipients are written as the envelope has them. */
export type QueueFact =
  | {
      readonly type: 'queued';
      readonly id: string;
      readonly from: string;
      readonly to: readonly string[];
    }
  /** A client sets out. */
  | {
      readonly type: 'tried';
      readonly id: string;
      readonly domain: string;
      readonly host: string;
      readonly address: string;
      readonly preference: number;
    }
  /** What became of it for some. `deferred`: for the moment. */
  | ({
      readonly type: 'relayed' | 'deferred' | 'failed';
      readonly id: string;
      readonly to: readonly string[];
    } & Said)
  /** It will be tried again. */
  | { readonly type: 'waits'; readonly id: string; readonly until: Micros; readonly tries: number }
  /** Its sender is told, in a letter of that number. */
  | {
      readonly type: 'reported';
      readonly id: string;
      readonly action: 'failed' | 'delayed' | 'relayed' | 'delivered' | 'expanded';
      readonly to: readonly string[];
      readonly report: string;
    }
  /** For these nothing more will be done, and nobody is told, by this rule. */
  | {
      readonly type: 'dropped';
      readonly id: string;
      readonly to: readonly string[];
      readonly why: 'null sender' | 'not wanted' | 'list loop' | 'no post';
      readonly rfc: string;
    }
  /** A list has sent it to its members, in letters of these numbers. */
  | { readonly type: 'posted'; readonly id: string; readonly list: string; readonly as: readonly string[] }
  /** It goes on under another sender, in a letter of that number (SRS). */
  | {
      readonly type: 'forwarded';
      readonly id: string;
      readonly to: readonly string[];
      readonly sender: string;
      readonly as: string;
    }
  /** Somebody who answers for a user has written to its sender, or has not, and why not (RFC 3834 §2). */
  | {
      readonly type: 'robot';
      readonly id: string;
      readonly user: string;
      readonly kind: 'vacation' | 'ticket';
      readonly to: string;
      /** The number of the answer; '' there is none. */
      readonly as: string;
      readonly silent: '' | 'null sender' | 'no person' | 'automatic' | 'list' | 'not named' | 'told already';
    }
  /** Nothing of it is left here. */
  | { readonly type: 'done'; readonly id: string };
/** Their names. */
export const QUEUE_FACTS = [
  'queued',
  'tried',
  'relayed',
  'deferred',
  'failed',
  'waits',
  'reported',
  'dropped',
  'posted',
  'forwarded',
  'robot',
  'done',
] as const satisfies readonly QueueFact['type'][];
export const queuedFact = ({ id, envelope: { reversePath, recipients } }: Job): QueueFact => ({
  type: 'queued',
  id,
  from: reversePath ? written(reversePath) : '',
  to: recipients.map(({ forwardPath }) => written(forwardPath)),
});
/** As the envelope writes some of its recipients. */
export function addressees({ envelope: { recipients } }: Job, to: readonly number[]): readonly string[] {
  const found: string[] = [];
  for (const i of to) {
    const it = recipients[i];
    if (it) found.push(written(it.forwardPath));
  }
  return found;
}
