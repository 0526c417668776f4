// What is said of an envelope: the lines of MAIL and RCPT.
import type { Job } from '../../../host/spool.ts';
import { bracketed } from '../../../mail/mailbox.ts';
import { wireSize } from './content.ts';
import { offers } from './offers.ts';
import type { Sending } from './shape.ts';

type Offers = Sending['session']['offers'];
/** With a parameter only where its extension is offered (RFC 5321 §4.1.1.11). */
export function mailLine({ body, envelope: { reversePath, given } }: Job, all: Offers): string {
  const parts = [`FROM:${bracketed(reversePath)}`];
  if (offers(all, 'SIZE')) parts.push(`SIZE=${wireSize(body)}`);
  const octets = given['BODY'];
  if (typeof octets === 'string' && offers(all, '8BITMIME')) parts.push(`BODY=${octets}`);
  if (given['SMTPUTF8'] === true) parts.push('SMTPUTF8');
  return parts.join(' ');
}
export function rcptLine({ envelope: { recipients } }: Job, place: number, _all: Offers): string {
  const to = recipients[place];
  return `TO:${bracketed(to?.forwardPath ?? null)}`;
}
