// What is different where a host's own users hand in their letters (RFC 6409).
import type { Host } from '../../host/host.ts';
import { belongsTo } from '../../host/recipient.ts';
import { dateTime } from '../../mail/date-time.ts';
import { addressList, mailboxesIn } from '../../mail/address-list.ts';
import { fieldOf, headerOf, unfolded, type Header } from '../../mail/fields.ts';
import { written, type Mailbox } from '../../mail/mailbox.ts';
import { CRLF, type Octets } from '../../base/octets.ts';
import { UNQUALIFIED, wrongDomain, wrongLiteral, type Path } from './path.ts';
import type { Role, Smtp } from './shape.ts';

/** Whether TLS could be asked for on this host's ports that begin without. */
export const beginsTls = ({ policy: { tls, capsHide } }: Host): boolean =>
  tls !== 'off' && !capsHide.includes('STARTTLS');
/** Whether TLS has to be asked for first: a password could be read on the way, and this host minds. */
export const wantsTls = ({ tls }: Smtp['session'], host: Host): boolean =>
  host.policy.tls === 'required' && !tls && beginsTls(host);

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

/** The author in the header who is not this user; undefined: one of them is, or none is named. */
export function foreignAuthor(host: Host, user: string, authors: readonly Mailbox[]): string | undefined {
  const own = authors.some((it) => belongsTo(host, it, user));
  return own || !authors[0] ? undefined : written(authors[0]);
}
const OTHERS = ['Sender', 'Reply-To', 'To', 'Cc', 'Bcc'] as const;
export interface WrongAddress {
  readonly field: string;
  readonly address: string;
}
/** An address in the header that is none, or not a full one (RFC 6409 §5.1, §4.2). */
export function wrongAddress(
  letter: Octets,
  header: Header,
  authors: readonly Mailbox[],
): WrongAddress | undefined {
  let wrong = wrongIn('From', authors);
  for (const field of OTHERS) wrong ??= wrongIn(field, namedIn(letter, header, field.toLowerCase()));
  return wrong;
}
function wrongIn(field: string, all: readonly Mailbox[]): WrongAddress | undefined {
  const bad = all.find(({ local, domain }) =>
    domain.startsWith('[') ? wrongLiteral(domain) !== '' : local === '' || wrongDomain(domain) !== '',
  );
  return bad && { field, address: bad.domain === '' ? bad.local : `${bad.local}@${bad.domain}` };
}
export const authorsOf = (letter: Octets, header: Header): readonly Mailbox[] =>
  namedIn(letter, header, 'from');
function namedIn(letter: Octets, header: Header, name: string): readonly Mailbox[] {
  const found: Mailbox[] = [];
  for (const field of header.fields)
    if (field.name === name)
      for (const one of mailboxesIn(addressList(unfolded(letter, field)))) found.push(one);
  return found;
}

/** With the fields every letter must or should have (RFC 5322 §3.6, RFC 6409 §8.1 to §8.3). */
export function withFields(letter: Octets, user: string, { domain, id: name }: Host, taken: Taken): Octets {
  const header = headerOf(letter);
  const has = (field: string): boolean => fieldOf(header, field) !== undefined;
  const home = domain || name;
  const you = written({ local: user, domain: home });
  const rows = [
    ...(has('from') ? [] : [`From: ${you}`]),
    ...(!has('sender') && authorsOf(letter, header).length > 1 ? [`Sender: ${you}`] : []),
    ...(has('date') ? [] : [`Date: ${dateTime(taken.at)}`]),
    ...(has('message-id') ? [] : [`Message-ID: <${taken.id}@${home}>`]),
  ];
  return rows.map((row) => row + CRLF).join('') + letter;
}
interface Taken {
  readonly id: string;
  /** Unix seconds. */
  readonly at: number;
}
