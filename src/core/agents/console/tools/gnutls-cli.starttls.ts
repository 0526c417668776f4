// What gnutls-cli 3.7 says to a server before TLS (--starttls-proto): it waits for a text at the beginning of a line, and gives up
// where none comes.
import type { Octets } from '../../../base/octets.ts';

/** What is sent, and then what is waited for. */
type Exchange = readonly { readonly says?: (host: string) => Octets; readonly awaits: Octets }[];
const line = (text: string) => (): Octets => `${text}\r\n`;
const smtp = (hello: string): Exchange => [
  { awaits: '220 ' },
  { says: (host) => `${hello} ${host}\r\n`, awaits: '250 ' },
  { says: line('STARTTLS'), awaits: '220 ' },
];
const imap: Exchange = [
  { says: line('a CAPABILITY'), awaits: 'a OK' },
  { says: line('a STARTTLS'), awaits: 'a OK' },
];
const EXCHANGES: Readonly<Record<string, Exchange>> = {
  smtp: smtp('EHLO'),
  submission: smtp('EHLO'),
  lmtp: smtp('LHLO'),
  imap,
  imap2: imap,
  pop3: [{ awaits: '+OK' }, { says: line('STLS'), awaits: '+OK' }],
};
/** Real ones that this world has no server for. */
const ELSEWHERE = /^(?:ftp|ldap|xmpp|nntp|sieve|postgres|postgresql)$/;
export const isElsewhere = (protocol: string): boolean => ELSEWHERE.test(protocol);
export const isKnown = (protocol: string): boolean =>
  protocol === 'https' || Object.hasOwn(EXCHANGES, protocol);
/** Where it connects to unless -p says otherwise: by the service's name, where it knows one. */
const SERVICES: Readonly<Record<string, string>> = {
  smtp: 'smtp',
  submission: 'submission',
  imap: 'imap2',
  imap2: 'imap2',
  pop3: 'pop3',
};
export const serviceFor = (protocol: string): string =>
  Object.hasOwn(SERVICES, protocol) ? (SERVICES[protocol] ?? '443') : '443';

export interface Waiting {
  readonly protocol: string;
  readonly nth: number;
  /** What came since it began to wait. */
  readonly heard: Octets;
}
export const awaited = ({ protocol, nth }: Waiting): Octets => EXCHANGES[protocol]?.[nth]?.awaits ?? '';
const isThere = (heard: Octets, text: Octets): boolean => {
  const at = heard.indexOf(text);
  return at === 0 || /[\r\n]/.test(heard.charAt(at - 1));
};
export interface Step {
  /** Null: it is time for the handshake. */
  readonly waiting: Waiting | null;
  readonly says: readonly Octets[];
}
const from = (protocol: string, nth: number, host: string): Step => {
  const now = EXCHANGES[protocol]?.[nth];
  const says = now?.says ? [now.says(host)] : [];
  return { waiting: now ? { protocol, nth, heard: '' } : null, says };
};
export const begin = (protocol: string, host: string): Step =>
  Object.hasOwn(EXCHANGES, protocol) ? from(protocol, 0, host) : { waiting: null, says: [] };
export function hear(waiting: Waiting, octets: Octets, host: string): Step {
  const { protocol, nth } = waiting;
  const heard = waiting.heard + octets;
  return isThere(heard, awaited(waiting))
    ? from(protocol, nth + 1, host)
    : { waiting: { protocol, nth, heard }, says: [] };
}
