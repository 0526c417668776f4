// Doors a mail server may have, by the names IANA lists.
import type { NamedService } from '../../scenario.ts';

export const smtp: NamedService = { name: 'smtp', port: 25, machine: 'smtp', tls: 'none', role: 'mx' };
/** Within a house, from the machine that takes mail to the one that keeps it; never at SMTP's own port (RFC 2033 §5). */
export const lmtp: NamedService = { name: 'lmtp', port: 24, machine: 'smtp', tls: 'none', role: 'lmtp' };
export const submission: readonly NamedService[] = [
  { name: 'submissions', port: 465, machine: 'smtp', tls: 'implicit', role: 'submission' },
  { name: 'submission', port: 587, machine: 'smtp', tls: 'none', role: 'submission' },
];
export const pop3: readonly NamedService[] = [
  { name: 'pop3', port: 110, machine: 'pop3', tls: 'none' },
  { name: 'pop3s', port: 995, machine: 'pop3', tls: 'implicit' },
];
export const imap: readonly NamedService[] = [
  { name: 'imap2', port: 143, machine: 'imap', tls: 'none' },
  { name: 'imaps', port: 993, machine: 'imap', tls: 'implicit' },
];
