// ENVELOPE (RFC 9051 §7.5.2).
import type { Octets } from '../base/octets.ts';
import { addressList, type Address, type MailboxAddress } from './address-list.ts';
import { fieldOf, headerOf, unfolded, type Header } from './fields.ts';
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
  const text = (name: string): Octets | undefined => {
    const field = fieldOf(header, name);
    return field && unfolded(octets, field);
  };
  const one = (name: string): readonly Address[] => addressList(text(name) ?? '');
  /** Several fields count as one list (RFC 5322 §4.5.3). */
  const all = (name: string): readonly Address[] =>
    addressList(
      header.fields
        .filter((field) => field.name === name)
        .map((field) => unfolded(octets, field))
        .join(','),
    );
  const from = one('from');
  const orFrom = (list: readonly Address[]): readonly Address[] => (list.length > 0 ? list : from);
  return {
    date: text('date'),
    subject: text('subject'),
    from,
    sender: orFrom(one('sender')),
    replyTo: orFrom(one('reply-to')),
    to: all('to'),
    cc: all('cc'),
    bcc: all('bcc'),
    inReplyTo: text('in-reply-to'),
    messageId: text('message-id'),
  };
}

/** `(date subject from sender reply-to to cc bcc in-reply-to message-id)`; reads the header alone. */
export const envelopeText: (octets: Octets) => Octets = remembered((octets: Octets) =>
  envelopeTextOf(octets, headerOf(octets)),
);
export function envelopeTextOf(octets: Octets, header: Header): Octets {
  const { date, subject, from, sender, replyTo, to, cc, bcc, inReplyTo, messageId } = envelopeOf(
    octets,
    header,
  );
  const lists = [from, sender, replyTo, to, cc, bcc].map(addressesText).join(' ');
  return `(${imapNstring(date)} ${imapNstring(subject)} ${lists} ${imapNstring(inReplyTo)} ${imapNstring(messageId)})`;
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
