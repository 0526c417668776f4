// What is announced and adds no command of its own (RFC 9051 §6.1.1, §7.2.2).
import type { Host } from '../../host/host.ts';
import type { Extension } from '../../spec/protocol.ts';
import { offered } from '../sasl/mechanisms.ts';
import { exposed } from './cleartext.ts';
import type { Imap } from './shape.ts';

type ImapExtension = Host['policy']['imapExtensions'][number];
/** What an extension stands on: without it, it is not whole, and not announced. */
const NEEDS: Readonly<Partial<Record<ImapExtension, readonly ImapExtension[]>>> = {
  'LIST-STATUS': ['LIST-EXTENDED'],
  QRESYNC: ['CONDSTORE', 'ENABLE'],
  SEARCHRES: ['ESEARCH'],
  'SORT=DISPLAY': ['SORT'],
  ESORT: ['SORT', 'ESEARCH'],
  QUOTASET: ['QUOTA'],
};
const NOTHING: readonly ImapExtension[] = [];
export const has = ({ policy }: Host, keyword: ImapExtension): boolean =>
  policy.imapExtensions.includes(keyword) &&
  (NEEDS[keyword] ?? NOTHING).every((it) => policy.imapExtensions.includes(it));

/** Of the second revision they are a part (RFC 9051 Appendix E): a host that has not all of them does not speak it. */
const IN_REV2: readonly ImapExtension[] = [
  'NAMESPACE',
  'UNSELECT',
  'UIDPLUS',
  'ESEARCH',
  'SEARCHRES',
  'ENABLE',
  'IDLE',
  'SASL-IR',
  'CHILDREN',
  'LIST-EXTENDED',
  'LIST-STATUS',
  'MOVE',
  'SPECIAL-USE',
  'STATUS=SIZE',
  'BINARY',
];
/** Does it speak the second revision? */
export const revised = (host: Host): boolean =>
  host.policy.imapRevisions.includes('IMAP4rev2') &&
  host.policy.imapLiterals !== 'none' &&
  IN_REV2.every((keyword) => has(host, keyword));

/** An extension the host may not know; one that is of no use before a login is announced after it. */
export const known = (
  it: Omit<Extension<Imap>, 'adverts' | 'enabled' | 'keyword'> & { readonly keyword: ImapExtension },
  when: 'always' | 'later' = 'later',
): Extension<Imap> => ({
  ...it,
  adverts: ({ user }) => (when === 'always' || user !== '' ? it.keyword : undefined),
  enabled: (host) => has(host, it.keyword),
});

/** One of the two there must be (RFC 9051 §6.1.1). */
export const revisions: readonly Extension<Imap>[] = [
  {
    keyword: 'IMAP4rev1',
    rfc: '3501',
    summary: 'The protocol as most clients know it.',
    adverts: (_session, host) =>
      host.policy.imapRevisions.includes('IMAP4rev1') || !revised(host) ? 'IMAP4rev1' : undefined,
  },
  {
    keyword: 'IMAP4rev2',
    rfc: '9051',
    summary: 'Its successor of 2021, for a client that enables it.',
    adverts: (_session, host) => (revised(host) ? 'IMAP4rev2' : undefined),
  },
];
export const literals: Extension<Imap> = {
  keyword: 'LITERAL',
  rfc: '7888#4',
  summary: 'A literal may be sent without waiting for leave.',
  adverts: (_session, { policy }) => (policy.imapLiterals === 'none' ? undefined : policy.imapLiterals),
};
/** AUTH=PLAIN, one for each mechanism; of no use to whoever has logged in. */
export const mechanisms: Extension<Imap> = {
  keyword: 'AUTH',
  rfc: '9051#6.2.2',
  summary: 'Mechanisms AUTHENTICATE knows here and now.',
  adverts(session, host) {
    const names = session.user === '' ? offered({ session, host }) : [];
    return names.length === 0 ? undefined : names.map((name) => `AUTH=${name}`).join(' ');
  },
};
export const loginDisabled: Extension<Imap> = {
  keyword: 'LOGINDISABLED',
  rfc: '9051#6.2.3',
  summary: 'LOGIN would show the password to anybody on the way, and is refused.',
  adverts: (session, host) => (session.user === '' && exposed(session, host) ? 'LOGINDISABLED' : undefined),
};
export const initialResponse = known(
  { keyword: 'SASL-IR', rfc: '4959#3', summary: 'AUTHENTICATE may bring the first response with it.' },
  'always',
);
/** As the response codes of a greeting and a login tell it. */
export const listOf = (adverts: readonly string[]): string => adverts.join(' ');
