// What an administrator decides about mail that goes out.
import { amount, choice, flag } from './knobs.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SENDING_KNOBS = {
  /** Letters on their way at the same time, at most; one to several domains is on as many ways. */
  sendsAtOnce: amount(20, 1, 1000, '5321#4.5.4.1'),
  /** Seconds between two tries in a letter's first hour here; later it is four times as long. */
  retryAfter: amount(30 * MINUTE, MINUTE, DAY, '5321#4.5.4.1'),
  /** Seconds after which the sender is told that it takes longer; 0: never. */
  warnAfter: amount(4 * HOUR, 0, 14 * DAY, '3464#2.3.3'),
  /** Seconds after which it is not tried any more. */
  giveUpAfter: amount(5 * DAY, MINUTE, 14 * DAY, '5321#4.5.4.1'),
  /** TLS with other servers: where they offer it, never, nothing without it, or nothing without a good certificate either. */
  sendTls: choice<'offered' | 'never' | 'required' | 'verified'>(
    'offered',
    ['never', 'required', 'verified'],
    '7435#3',
  ),
  /** What becomes of a bare LF in a letter: it leaves as CR LF, or as it came, and who takes it for a line end reads another letter. */
  bareLf: choice<'mended' | 'passed'>('mended', ['passed'], '5321#2.3.8'),
  /** A letter passed on to an address elsewhere gets a sender of this host, who leads back to the true one. */
  srs: flag(false, '7208#2.4'),
  /** Seconds for which a letter that was taken is looked at before it goes anywhere. */
  scanDelay: amount(0, 0, DAY, '5321#6.1'),
} as const;
