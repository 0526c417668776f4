// What is different where a host's own users hand in their letters (RFC 6409).
import type { Host } from '../../host/host.ts';
import { belongsTo } from '../../host/recipient.ts';
import { dateTime } from '../../mail/date-time.ts';
import { headerField } from '../../mail/header.ts';
import { mailboxOf } from '../../mail/mailbox.ts';
import type { Octets } from '../../base/octets.ts';
import { UNQUALIFIED, type Path } from './path.ts';
import type { Role, Smtp } from './shape.ts';

/** Whether a password could be read on the way, and this host minds. */
export const exposed = ({ tls }: Smtp['session'], { policy }: Host): boolean =>
  policy.tls === 'required' && !tls;

export const refusals = {
  loginFirst: {
    to: 'same',
    says: '530 5.7.0 Authentication required: AUTH comes before MAIL here',
    when: 'on a submission port nobody has logged in',
    rfc: '6409#4.3',
  },
  secureFirst: {
    to: 'same',
    says: '530 5.7.0 Must issue a STARTTLS command first',
    when: 'on a submission port there is no TLS, and this host wants it before a login',
    rfc: '3207#4',
  },
  notYours: {
    to: 'same',
    says: '550 5.7.1 {address} is not yours to send from; you are logged in as {user}',
    when: 'the sender is somebody else',
    rfc: '6409#6.1',
  },
} as const;

/** An address without a domain gets ours (RFC 6409 §6.2); elsewhere it stays wrong. */
export const completed = (
  { mailbox, wrong }: Path,
  role: Role,
  { domain }: Host,
): Pick<Path, 'mailbox' | 'wrong'> =>
  wrong === UNQUALIFIED && role === 'submission' && mailbox
    ? { mailbox: { local: mailbox.local, domain }, wrong: '' }
    : { mailbox, wrong };

/** The author in the header who is not this user; undefined: nobody is. */
export function foreignAuthor(host: Host, user: string, letter: Octets): string | undefined {
  const from = headerField(letter, 'From');
  const found = from.match(ADDRESS);
  if (!found || found.some((address) => belongsTo(host, mailboxOf(address), user))) return undefined;
  return found[0];
}
const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g;

/** With the fields every letter must or should have (RFC 6409 §8.1, §8.2). */
export function withFields(letter: Octets, { domain, id: name }: Host, id: string, unix: number): Octets {
  const date = headerField(letter, 'Date') === '' ? `Date: ${dateTime(unix)}\r\n` : '';
  const messageId =
    headerField(letter, 'Message-ID') === '' ? `Message-ID: <${id}@${domain || name}>\r\n` : '';
  return date + messageId + letter;
}
