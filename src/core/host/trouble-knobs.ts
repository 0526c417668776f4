// What may be wrong with a host, for others to find out.
import type { Flaw } from '../spec/machine.ts';
import { amount, choice, flag } from './knobs.ts';

const DAY = 86_400;

export const TROUBLE_KNOBS = {
  /** It hangs up instead of answering the command after so many; 0: it answers all. */
  dropAfter: amount(0, 0, 10_000, '5321#4.1.1.10'),
  /** Octets, both ways together, after which the cable of a connection to it breaks; 0: it holds. */
  cutAfter: amount(0, 0, 2 ** 30, '1047'),
  /** Letters it has room for; 0: for any number. */
  diskFullAfter: amount(0, 0, 1_000_000, '3463#3.4'),
  /** Seconds by which its clock is fast; below 0: slow. */
  clockSkew: amount(0, -400 * DAY, 400 * DAY, '5322#3.3'),
  /** What it shows of itself in a TLS handshake. */
  certificate: choice<'good' | Flaw>('good', ['expired', 'self-signed', 'wrong-name'], '9525#6'),
  /** It has never heard of doubled dots: it neither doubles them nor takes the second one away. */
  dotBug: flag(false, '5321#4.5.2'),
  /** Somebody has the maildrop open, or the server believes so. */
  popLockHeld: flag(false, '2449#8.1.2'),
  /** UIDL has other names for the same messages than it had. */
  uidlRehash: flag(false, '1939#7'),
  /** It tells of messages that are gone where it must not, and numbers shift under the client. */
  seqBug: flag(false, '9051#7.5.1'),
  /** What separates levels in names of mailboxes: what the store has, or this. */
  delimiter: choice<'stored' | '/' | '.'>('stored', ['/', '.'], '9051#5.1.1'),
  /** What a user hands in is put into the user's Sent mailbox too. */
  autoFileSent: flag(false, '6409#8'),
} as const;
