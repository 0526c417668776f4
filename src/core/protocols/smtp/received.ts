// The line every server adds on top (RFC 5321 §4.4).
import type { Octets } from '../../base/octets.ts';
import type { HostId } from '../../base/ids.ts';
import type { Envelope } from '../../host/spool.ts';
import { dateTime } from '../../mail/date-time.ts';
import { bracketed } from '../../mail/mailbox.ts';
import type { Smtp } from './shape.ts';

/** SMTP, ESMTP, ESMTPS, ESMTPA, ESMTPSA (RFC 3848), UTF8SMTP… (RFC 6531 §4.3), LMTP…. */
export function transmissionType({ role, esmtp, tls, user }: Smtp['session'], utf8: boolean): string {
  const marks = (tls ? 'S' : '') + (user === '' ? '' : 'A');
  const name = role === 'lmtp' ? 'LMTP' : 'SMTP';
  if (utf8) return `UTF8${name}${marks}`;
  if (role === 'lmtp') return `LMTP${marks}`;
  return esmtp ? `ESMTP${marks}` : 'SMTP';
}
export const literalOf = (address: string): string =>
  address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;

export interface Stamp {
  readonly by: HostId;
  readonly id: string;
  /** Unix seconds. */
  readonly at: number;
}
export function received(session: Smtp['session'], envelope: Envelope, { by, id, at }: Stamp): Octets {
  const [only, ...others] = envelope.recipients;
  const { client, peer } = session;
  const from = client === '' ? literalOf(peer) : `${client} (${literalOf(peer)})`;
  const type = transmissionType(session, envelope.given['SMTPUTF8'] === true);
  // several recipients need not know of each other (§7.2)
  const forWhom = only && others.length === 0 ? `\r\n\tfor ${bracketed(only.forwardPath)}` : '';
  const priority = envelope.given['MT-PRIORITY'];
  const urgency = typeof priority === 'number' ? `\r\n\tPRIORITY ${priority}` : ''; // RFC 6710 §4.1
  const clauses = `by ${by} with ${type} id ${id}${forWhom}${urgency}`;
  return `Received: from ${from}\r\n\t${clauses};\r\n\t${dateTime(at)}\r\n`;
}
/** How many servers a letter has passed. */
export function hopsOf(letter: Octets): number {
  const end = letter.indexOf('\r\n\r\n');
  return (end < 0 ? letter : letter.slice(0, end)).match(/^Received:/gim)?.length ?? 0;
}
