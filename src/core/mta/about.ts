// What a report is about.
import type { Octets } from '../base/octets.ts';
import { SECOND, type Micros } from '../base/time.ts';
import type { Host } from '../host/host.ts';
import type { Fate, Job, QueueFact, Tried } from '../host/spool.ts';
import { dateTime } from '../mail/date-time.ts';
import { written, type Mailbox } from '../mail/mailbox.ts';

export type Action = (QueueFact & { type: 'reported' })['action'];
/** The worst news first. */
export const ACTIONS: readonly Action[] = ['failed', 'delayed', 'relayed', 'expanded', 'delivered'];
/** One recipient, by its place in the envelope. */
export interface About {
  readonly place: number;
  readonly action: Action;
}
export interface Wanted {
  /** The reporting MTA. */
  readonly host: Host;
  readonly job: Job;
  readonly about: readonly About[];
  /** It has not arrived in the time its sender has given (RFC 2852). */
  readonly late: boolean;
  /** Of the report itself. */
  readonly id: string;
  readonly to: Mailbox;
  readonly now: Micros;
  readonly epoch: number;
}
export const addressAt = ({ job }: Wanted, place: number): Octets => {
  const to = job.envelope.recipients[place];
  return to ? written(to.forwardPath) : '';
};
/** What was said of this recipient, and by whom; undefined: nothing. */
export function saidOf({ job }: Wanted, place: number): Tried | undefined {
  const fate: Fate | undefined = job.fates[place];
  return fate && 'reply' in fate && fate.reply !== '' ? fate : undefined;
}
export const dateOf = ({ epoch }: Wanted, at: Micros): string => dateTime(epoch + Math.floor(at / SECOND));
