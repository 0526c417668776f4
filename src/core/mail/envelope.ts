// ENVELOPE (RFC 9051 §7.5.2).
import { inOnePiece, type Octets } from '../base/octets.ts';
import { addressList, type Address, type MailboxAddress } from './address-list.ts';
import { headerOf, unfolded, type Header } from './fields.ts';
import { imapNstring, imapString } from './imap-string.ts';
import { remembered } from './remembered.ts';

export interface Envelope {
  readonly date: Octets | undefined;
  readonly subject: Octets | undefined;
  readonly from: readonly Address[];
  readonly sender: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly inReplyTo: Octets | undefined;
  readonly messageId: Octets | undefined;
}

/** Values as they were sent: unfolded, encoded words untouched. */
export function envelopeOf(octets: Octets, header: Header): Envelope {
  const text = firstOf(octets, header);
  const from = addressList(text.from ?? '');
  const orFrom = (value: Octets | undefined): readonly Address[] => {
    const list = value === undefined ? from : addressList(value);
    return list.length > 0 ? list : from;
  };
  const all = (name: 'to' | 'cc' | 'bcc'): readonly Address[] =>
    text[name] === undefined ? [] : addressList(text[name]);
  return {
    date: text.date,
    subject: text.subject,
    from,
    sender: orFrom(text.sender),
    replyTo: orFrom(text['reply-to']),
    to: all('to'),
    cc: all('cc'),
    bcc: all('bcc'),
    inReplyTo: text['in-reply-to'],
    messageId: text['message-id'],
  };
}
/** Its fields, in the order in which it has them. */
export const ENVELOPE_FIELDS = [
  'date',
  'subject',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'in-reply-to',
  'message-id',
] as const;
type Name = (typeof ENVELOPE_FIELDS)[number];
const named: ReadonlySet<string> = new Set(ENVELOPE_FIELDS);
const isName = (name: string): name is Name => named.has(name);
/** The first field of each name, in one look at the header; several fields of recipients count as one list (RFC 5322 §4.5.3). */
function firstOf(octets: Octets, { fields }: Header): Partial<Record<Name, Octets>> {
  const found: Partial<Record<Name, Octets>> = {};
  for (const field of fields) {
    const { name } = field;
    if (!isName(name)) continue;
    const before = found[name];
    if (before === undefined) found[name] = unfolded(octets, field);
    else if (name === 'to' || name === 'cc' || name === 'bcc')
      found[name] = `${before},${unfolded(octets, field)}`;
  }
  return found;
}

/** `(date subject from sender reply-to to cc bcc in-reply-to message-id)`; reads the header alone. */
export const envelopeText: (octets: Octets) => Octets = remembered((octets: Octets) =>
  envelopeTextOf(octets, headerOf(octets)),
);
export function envelopeTextOf(octets: Octets, header: Header): Octets {
  const it = envelopeOf(octets, header);
  const from = addressesText(it.from);
  const orFrom = (list: readonly Address[]): Octets => (list === it.from ? from : addressesText(list));
  return inOnePiece(
    `(${imapNstring(it.date)} ${imapNstring(it.subject)} ${from} ${orFrom(it.sender)} ${orFrom(it.replyTo)} ${addressesText(it.to)} ${addressesText(it.cc)} ${addressesText(it.bcc)} ${imapNstring(it.inReplyTo)} ${imapNstring(it.messageId)})`,
  );
}

const addressesText = (list: readonly Address[]): Octets =>
  list.length === 0 ? 'NIL' : `(${list.map(addressText).join('')})`;

/** A group begins with its name and no host, and ends with nothing at all. */
const addressText = (address: Address): Octets =>
  address.kind === 'mailbox'
    ? mailboxText(address)
    : `(NIL NIL ${imapString(address.name)} NIL)${address.members.map(mailboxText).join('')}(NIL NIL NIL NIL)`;

const mailboxText = ({ name, route, local, domain }: MailboxAddress): Octets =>
  `(${imapNstring(name)} ${imapNstring(route)} ${imapString(local)} ${imapString(domain)})`;
