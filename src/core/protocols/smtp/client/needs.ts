// What a letter needs of a server, and what its answer to EHLO has not offered.
import { SECOND, type Micros } from '../../../base/time.ts';
import type { Envelope, Job } from '../../../host/spool.ts';
import { deadlineOf, needsTls } from '../../../host/wishes.ts';
import { bodyFor, wireSize } from './content.ts';
import { offers, type Offers } from './offers.ts';
import type { Sending } from './shape.ts';

/** Octets at most; Infinity: nobody said (RFC 1870 §4). */
function limitOf(all: Offers): number {
  const limit = Number(all['SIZE']?.[0] ?? 0);
  return limit > 0 ? limit : Infinity;
}
/** Why this server can never take this letter, in a reply of our own; undefined: it can be asked. */
export function unfit(
  job: Job,
  { tls }: Pick<Sending['session'], 'tls'>,
  all: Offers,
  now: Micros,
): string | undefined {
  const { envelope } = job;
  const { given } = envelope;
  const body = bodyFor(job, all);
  if (body === undefined)
    return '554 5.6.3 The letter has octets above 127 that cannot be written without, and they are not taken there';
  const size = wireSize(body);
  if (size > limitOf(all))
    return `552 5.3.4 The letter has ${size} octets, and ${limitOf(all)} are taken there`;
  if (given['BODY'] === 'BINARYMIME' && !(offers(all, 'BINARYMIME') && offers(all, 'CHUNKING')))
    return '554 5.6.1 The letter is binary, and that is not taken there';
  if (given['SMTPUTF8'] === true && !offers(all, 'SMTPUTF8'))
    return '550 5.6.7 The letter has addresses beyond ASCII, and they are not taken there';
  if (needsTls(envelope) && !(tls && offers(all, 'REQUIRETLS')))
    return '550 5.7.30 The letter may travel in secret only, and that is not promised there';
  return untimely(envelope, all, now)
    ? '554 5.4.7 The letter has a time to arrive by or be returned, and that is not promised there'
    : undefined;
}
/** It is to be returned in time by whoever has it (RFC 2852 §4.1.4.1). */
function untimely(envelope: Envelope, all: Offers, now: Micros): boolean {
  const due = deadlineOf(envelope);
  if (due?.mode !== 'R') return false;
  const least = all['DELIVERBY']?.[0] ?? 0;
  return !offers(all, 'DELIVERBY') || due.at - now < Number(least) * SECOND;
}
