// A mailbox's address on the wire (RFC 5321 §4.1.2): what stands before the @ and after it.
import { asciiDomain } from '../base/idna.ts';
import { isAscii, type Octets } from '../base/octets.ts';

export interface Mailbox {
  /** Without quotes: every way to quote a local part is the same local part. */
  readonly local: Octets;
  /** As it was written, or `[192.0.2.1]`; '' where the server is to know: `<Postmaster>`. */
  readonly domain: Octets;
}
const ATOM = /[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\x80-\xff]+/.source;
const DOT_STRING = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
export const isDotString = (local: Octets): boolean => DOT_STRING.test(local);

/** With as little quoting as it takes. */
export const written = ({ local, domain }: Mailbox): Octets => {
  const name = isDotString(local) ? local : `"${local.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return domain === '' ? name : `${name}@${domain}`;
};
/** As an envelope writes it; null is the sender to whom nothing is ever sent. */
export const bracketed = (mailbox: Mailbox | null): Octets => `<${mailbox ? written(mailbox) : ''}>`;

/** Domains are compared without case, and in whatever script they are written (RFC 5890 §2.3.2.4); a local part as it is (RFC 5321 §2.4). */
export const sameDomain = (a: Octets, b: Octets): boolean =>
  a === b || (mayBeSame(a, b) && asciiDomain(a) === asciiDomain(b));
/** Most are told apart by their length. */
const mayBeSame = (a: Octets, b: Octets): boolean => a.length === b.length || !isAscii(a) || !isAscii(b);

/** `name@domain`, or a name alone, as people write it: no quoting. */
export function mailboxOf(address: Octets): Mailbox {
  const at = address.lastIndexOf('@');
  return at < 0
    ? { local: address, domain: '' }
    : { local: address.slice(0, at), domain: address.slice(at + 1) };
}
