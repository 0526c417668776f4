// What a sender wants of whoever has his letter, read back from its envelope.
import { SECOND, type Micros } from '../base/time.ts';
import type { DeliverBy, Envelope, Recipient } from './spool.ts';

export type Condition = 'SUCCESS' | 'FAILURE' | 'DELAY';
/** In which cases to tell him; undefined: he has not said (RFC 3461 §4.1). */
export const notifyOf = ({ given: { NOTIFY: said } }: Recipient): readonly string[] | undefined =>
  Array.isArray(said) ? said.filter((it) => typeof it === 'string') : undefined;
/** Without NOTIFY: failures and delays. */
export const wants = (to: Recipient, condition: Condition): boolean =>
  notifyOf(to)?.includes(condition) ?? condition !== 'SUCCESS';

/** By when it is to arrive, and what to do when it does not (RFC 2852). */
export interface Deadline {
  readonly at: Micros;
  readonly mode: DeliverBy['mode'];
  readonly trace: boolean;
}
export function deadlineOf({ given: { BY: said }, since }: Envelope): Deadline | undefined {
  if (!isDeliverBy(said)) return undefined;
  return { at: since + said.seconds * SECOND, mode: said.mode, trace: said.trace };
}
const isDeliverBy = (said: unknown): said is DeliverBy =>
  typeof said === 'object' && said !== null && 'seconds' in said && 'mode' in said;

/** Not before then (RFC 4865); `epoch`: Unix seconds at 0. */
export function heldUntil({ given: { HOLDFOR, HOLDUNTIL }, since }: Envelope, epoch: number): Micros {
  if (typeof HOLDFOR === 'number') return since + HOLDFOR * SECOND;
  return typeof HOLDUNTIL === 'number' ? (HOLDUNTIL - epoch) * SECOND : 0;
}
/** The higher, the sooner (RFC 6710). */
export const priorityOf = ({ given: { 'MT-PRIORITY': said } }: Envelope): number =>
  typeof said === 'number' ? said : 0;
/** Nobody between may read it (RFC 8689). */
export const needsTls = ({ given, reversePath }: Envelope): boolean =>
  given['REQUIRETLS'] === true && reversePath !== null;
