// When to try again, when to say so, and when to stop (RFC 5321 §4.5.4.1).
import { MINUTE, SECOND, type Micros } from '../base/time.ts';
import type { Host } from '../host/host.ts';
import type { Job } from '../host/spool.ts';

const HOUR = 60 * MINUTE;
/** After the first hour. */
const CALMER = 4;

/** Twice in the first hour, then every two hours; the last time when it is given up. */
export function nextTry({ policy: { retryAfter } }: Host, job: Job, end: Micros, now: Micros): Micros {
  const wait = retryAfter * SECOND * (now - job.received < HOUR ? 1 : CALMER);
  return Math.min(now + wait, Math.max(end, now + 1));
}
export const endOf = ({ policy }: Host, { received }: Job): Micros => received + policy.giveUpAfter * SECOND;
/** When its sender is to be told that it takes longer; undefined: never, or he knows. */
export const warningAt = ({ policy: { warnAfter } }: Host, { received, warned }: Job): Micros | undefined =>
  warned || warnAfter === 0 ? undefined : received + warnAfter * SECOND;
