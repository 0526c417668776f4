// Author, sender and addressees (RFC 5322 §3.4, §3.6.2).
import type { Octets } from '../../base/octets.ts';
import { addressList, mailboxesIn, type MailboxAddress } from '../address-list.ts';
import { fieldOf, unfolded, type Header } from '../fields.ts';
import { finding, type Finding } from './rules.ts';

const LISTS = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'bcc']);

export function lintAddresses(octets: Octets, header: Header): readonly Finding[] {
  const lists = header.fields.filter(({ name }) => LISTS.has(name));
  const from = fieldOf(header, 'from');
  const authors = from ? mailboxesIn(addressList(unfolded(octets, from))).length : 0;
  const unsent = from && authors > 1 && !fieldOf(header, 'sender');
  return [
    ...lists.flatMap((field) => {
      const found = addressList(unfolded(octets, field));
      const bad = mailboxesIn(found).filter((it) => it.local === '' || it.domain === '');
      const empty = found.length === 0 && field.name !== 'bcc';
      return [
        ...(empty ? [finding('badAddress', field, { name: field.name, address: '' })] : []),
        ...bad.map((it) => finding('badAddress', field, { name: field.name, address: shown(it) })),
      ];
    }),
    ...(unsent ? [finding('missingSender', from, { count: authors })] : []),
  ];
}

const shown = ({ local, domain }: MailboxAddress): Octets => (domain === '' ? local : `${local}@${domain}`);
