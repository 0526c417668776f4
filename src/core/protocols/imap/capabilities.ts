// What is announced and adds no command of its own (RFC 9051 §6.1.1, §7.2.2).
import type { Host } from '../../host/host.ts';
import type { Extension } from '../../spec/protocol.ts';
import { offered } from '../sasl/mechanisms.ts';
import { exposed } from './cleartext.ts';
import type { Imap } from './shape.ts';

type ImapExtension = Host['policy']['imapExtensions'][number];
export const has = ({ policy }: Host, keyword: ImapExtension): boolean =>
  policy.imapExtensions.includes(keyword);

/** Does it know the second revision, and with it much that was an extension before (RFC 9051 Appendix E)? */
export const revised = ({ policy }: Host): boolean => policy.imapRevisions.includes('IMAP4rev2');

/** An extension the host may not know; one that is of no use before a login is announced after it. */
export const known = (
  it: Omit<Extension<Imap>, 'adverts' | 'enabled' | 'keyword'> & { readonly keyword: ImapExtension },
  when: 'always' | 'later' = 'later',
): Extension<Imap> => ({
  ...it,
  adverts: ({ user }) => (when === 'always' || user !== '' ? it.keyword : undefined),
  enabled: (host) => has(host, it.keyword),
});

const revision = (keyword: 'IMAP4rev1' | 'IMAP4rev2', summary: string): Extension<Imap> => ({
  keyword,
  rfc: keyword === 'IMAP4rev1' ? '3501' : '9051',
  summary,
  adverts: (_session, { policy }) => (policy.imapRevisions.includes(keyword) ? keyword : undefined),
});
export const revisions: readonly Extension<Imap>[] = [
  revision('IMAP4rev1', 'The protocol as most clients know it.'),
  revision('IMAP4rev2', 'Its successor of 2021, for a client that enables it.'),
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
