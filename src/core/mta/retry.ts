// When to try again, when to say so, and when to stop (RFC 5321 §4.5.4.1).
import { MINUTE, SECOND, type Micros } from '../base/time.ts';
import type { Gist } from '../host/gist.ts';
import type { Host } from '../host/host.ts';
import type { Job } from '../host/spool.ts';
import { deadlineOf } from '../host/wishes.ts';

const HOUR = 60 * MINUTE;
/** After the first hour. */
const CALMER = 4;

/** Twice in the first hour, then every two hours; the last time when it is given up. */
export function nextTry({ policy: { retryAfter } }: Host, job: Job, end: Micros, now: Micros): Micros {
  const wait = retryAfter * SECOND * (now - job.released < HOUR ? 1 : CALMER);
  return Math.min(now + wait, Math.max(end, now + 1));
}
export interface End {
  readonly at: Micros;
  /** Its sender has said so (RFC 2852 §4.1.3). */
  readonly timely: boolean;
}
/** After that it is not tried any more. */
export function endOf({ policy }: Host, { released, envelope }: Job): End {
  const last = released + policy.giveUpAfter * SECOND;
  const due = deadlineOf(envelope);
  return due?.mode === 'R' && due.at < last ? { at: due.at, timely: true } : { at: last, timely: false };
}
/** When its sender is to be told that it takes longer; Infinity: never, or he knows. Of several letters: when the first is. */
export const warningAt = ({ policy: { warnAfter } }: Host, { unwarned }: Gist): Micros =>
  warnAfter === 0 ? Infinity : unwarned + warnAfter * SECOND;
/** … or that it has not arrived in the time he gave. */
export const tellAt = (host: Host, gist: Gist): Micros => Math.min(warningAt(host, gist), gist.deadline);
