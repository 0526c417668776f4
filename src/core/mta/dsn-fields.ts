// The part of a report that programs read (RFC 3464 §2.2, §2.3): fields of the message, then of each recipient.
import { CRLF, isAscii, type Octets } from '../base/octets.ts';
import type { Tried } from '../host/spool.ts';
import { deadlineOf } from '../host/wishes.ts';
import { addressAt, dateOf, saidOf, type About, type Action, type Wanted } from './about.ts';
import { endOf } from './retry.ts';
import { statusOf } from './status.ts';

/** No longer than a line may be (RFC 5322 §2.1.1), and without what no field may hold. */
export const printable = (text: Octets, most = 900): string =>
  text.replaceAll(/[^ -~\x80-\xff]/g, '?').slice(0, most);
const field = (name: string, value: string | undefined): Octets =>
  value === undefined ? '' : `${name}: ${value}${CRLF}`;
const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** `utf8`: it may have other letters than ASCII (RFC 6533 §4.1). */
export function deliveryStatus(wanted: Wanted, utf8: boolean): Octets {
  const { host, job, about } = wanted;
  const due = deadlineOf(job.envelope);
  const whole =
    field('Original-Envelope-Id', textIn(job.envelope.given['ENVID'])) +
    field('Reporting-MTA', `dns; ${host.id}`) +
    field('Arrival-Date', dateOf(wanted, job.received)) +
    field('Deliver-By-Date', due && dateOf(wanted, due.at));
  const all = whole + about.map((it) => CRLF + ofRecipient(wanted, it)).join('');
  return utf8 ? all : all.replaceAll(/[\x80-\xff]/g, '?');
}
function ofRecipient(wanted: Wanted, { place, action }: About): Octets {
  const { host, job } = wanted;
  const said = saidOf(wanted, place);
  const address = addressAt(wanted, place);
  const isTried = action !== 'delivered' && action !== 'expanded';
  return (
    field('Original-Recipient', textIn(job.envelope.recipients[place]?.given['ORCPT'])) +
    field('Final-Recipient', `${isAscii(address) ? 'rfc822' : 'utf-8'}; ${printable(address)}`) +
    field('Action', action) +
    field('Status', statusFor(wanted, action, said?.reply)) +
    field('Remote-MTA', said && said.met !== '' ? `dns; ${said.met}` : undefined) +
    field('Diagnostic-Code', said && diagnosis(said)) +
    field('Last-Attempt-Date', isTried && said && said.at >= 0 ? dateOf(wanted, said.at) : undefined) +
    field('Will-Retry-Until', action === 'delayed' ? dateOf(wanted, endOf(host, job).at) : undefined)
  );
}
/**
 * `smtp` is what a server has said, to the letter (RFC 3461 §9.2). Our own reason is of a type of our own; beside the name of another
 * machine it would be read as that one's, and is left to the part for people (RFC 3464 §2.3.6).
 */
function diagnosis({ reply, by, met }: Tried): string | undefined {
  if (by !== '') return `smtp; ${printable(reply)}`;
  return met === '' ? `x-mailwire; ${printable(reply.replace(/^\d{3} (?:\d\.\d+\.\d+ )?/, ''))}` : undefined;
}
function statusFor({ late }: Wanted, action: Action, reply: string | undefined): string {
  if (late) return '4.4.7';
  if (reply !== undefined) return statusOf(reply);
  return action === 'failed' ? '5.0.0' : action === 'delayed' ? '4.0.0' : '2.0.0';
}
