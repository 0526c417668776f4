// What a host has taken charge of and not handed on yet. Plain data: the queue is as much of the world as the mailboxes are.
import type { Micros } from '../base/time.ts';
import { written, type Mailbox } from '../mail/mailbox.ts';
import type { Given } from '../spec/grammar.ts';
import type { Body } from '../store/body.ts';

export interface Recipient {
  readonly forwardPath: Mailbox;
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
/** What has become of it for one recipient. `reply`: why not. */
export type Fate =
  | { readonly is: 'waiting' }
  | { readonly is: 'delivered' }
  | { readonly is: 'failed'; readonly reply: string };
export interface Job {
  readonly id: string;
  readonly envelope: Envelope;
  readonly body: Body;
  readonly received: Micros;
  /** One for each recipient, in order. */
  readonly fates: readonly Fate[];
  /** When somebody asked for it (RFC 1985): what waits for a later try is due from then on. */
  readonly asked?: Micros;
}
export interface Spool {
  /** How many letters this host has taken. */
  readonly count: number;
  readonly jobs: readonly Job[];
  /** Strangers who were told to come again: who, for whom, and when they first came. */
  readonly putOff: Readonly<Record<string, Micros>>;
}
export const noSpool: Spool = { count: 0, jobs: [], putOff: {} };

/** What happens to the queue, for the trace. */
export interface QueueFact {
  readonly type: 'queued';
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
}
export const queuedFact = ({ id, envelope: { reversePath, recipients } }: Job): QueueFact => ({
  type: 'queued',
  id,
  from: reversePath ? written(reversePath) : '',
  to: recipients.map(({ forwardPath }) => written(forwardPath)),
});
