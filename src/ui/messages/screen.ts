import { grouped } from './grouped.ts';
/** Words of the line that is typed and of the screen above it: all that is read before the page is there. */
export const screenMessages = {
  input: (console: string) => `Console ${console}. Esc, then Tab, leaves it.`,
  field: (console: string) => `A line for ${console}`,
  folded: (octets: number) => `… ${grouped(octets)} octets more`,
  about: 'Type SMTP, POP3 and IMAP by hand, watch every octet travel, and turn time back.',
  missing: 'A part of the page has not arrived. Go on typing: your lines wait.',
  again: 'Try again',
  search: (query: string) => `(reverse-i-search)\`${query}': `,
} as const;
