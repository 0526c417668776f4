// Doors a mail server may have, by the names IANA lists.
import type { NamedService } from '../../scenario.ts';

export const smtp: NamedService = { name: 'smtp', port: 25, machine: 'smtp', tls: 'none', role: 'mx' };
export const submission: readonly NamedService[] = [
  { name: 'submissions', port: 465, machine: 'smtp', tls: 'implicit', role: 'submission' },
  { name: 'submission', port: 587, machine: 'smtp', tls: 'none', role: 'submission' },
];
export const pop3: readonly NamedService[] = [
  { name: 'pop3', port: 110, machine: 'pop3', tls: 'none' },
  { name: 'pop3s', port: 995, machine: 'pop3', tls: 'implicit' },
];
