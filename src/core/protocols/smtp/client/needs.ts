// What a letter needs of a server, and what its answer to EHLO has not offered.
import { ask, isSameQuestion } from '../../../base/dns.ts';
import { SECOND, type Micros } from '../../../base/time.ts';
import type { Mission } from '../../../host/errand.ts';
import type { Envelope, Job } from '../../../host/spool.ts';
import { deadlineOf, needsTls } from '../../../host/wishes.ts';
import type { Cx } from '../../../spec/protocol.ts';
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
  { host, session, now }: Pick<Cx<Sending>, 'host' | 'session' | 'now'>,
  job: Job,
  all: Offers,
): string | undefined {
  const { envelope } = job;
  const { given } = envelope;
  const body = bodyFor(job, all, host.policy);
  if (body === undefined)
    return '554 5.6.3 The letter has octets above 127 that cannot be written without, and they are not taken there';
  const size = wireSize(body);
  if (size > limitOf(all))
    return `552 5.3.4 The letter has ${size} octets, and ${limitOf(all)} are taken there`;
  if (given['BODY'] === 'BINARYMIME' && !(offers(all, 'BINARYMIME') && offers(all, 'CHUNKING')))
    return '554 5.6.1 The letter is binary, and that is not taken there';
  if (given['SMTPUTF8'] === true && !offers(all, 'SMTPUTF8'))
    return '550 5.6.7 The letter has addresses beyond ASCII, and they are not taken there';
  const exposed = needsTls(envelope) ? exposedBy(job, session, all) : undefined;
  if (exposed !== undefined) return exposed;
  return untimely(envelope, all, now)
    ? '554 5.4.7 The letter has a time to arrive by or be returned, and that is not promised there'
    : undefined;
}
/** Why a letter that may travel in secret only cannot go there (RFC 8689 §4.2.1). */
function exposedBy(
  job: Job,
  { tls, mission }: Pick<Sending['session'], 'tls' | 'mission'>,
  all: Offers,
): string | undefined {
  if (!tls) return '550 5.7.10 The letter may travel in secret only, and there is no TLS there';
  if (!offers(all, 'REQUIRETLS'))
    return '550 5.7.30 The letter may travel in secret only, and that is not promised there';
  return isVouchedFor(job, mission)
    ? undefined
    : `550 5.7.10 The letter may travel in secret only, and nobody vouches that ${mission.domain} has its mail there: no DNSSEC, no MTA-STS`;
}
/** Whoever forges an MX has a good certificate, too, of his own name: the answer that named this server has to be a signed one. */
function isVouchedFor({ errands }: Job, { domain, attempt, login }: Mission): boolean {
  if (login || attempt.implicit) return true;
  const question = ask('MX', domain);
  const known = errands.find((it) => it.domain === domain)?.known ?? [];
  return known.some((it) => it.answer.ad && isSameQuestion(it.question, question));
}
/** It is to be returned in time by whoever has it (RFC 2852 §4.1.4.1). */
function untimely(envelope: Envelope, all: Offers, now: Micros): boolean {
  const due = deadlineOf(envelope);
  if (due?.mode !== 'R') return false;
  const least = all['DELIVERBY']?.[0] ?? 0;
  return !offers(all, 'DELIVERBY') || due.at - now < Number(least) * SECOND;
}
