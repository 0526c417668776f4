import { grouped } from './grouped.ts';
/** The words of the eavesdropper’s glasses. */
export const glassesMessages = {
  on: 'Eavesdropper’s glasses',
  empty: 'What crosses the café’s network appears here.',
  yours: 'What you see',
  theirs: 'What the café sees',
  record: (octets: string) => `TLS record, ${octets}`,
  handshake: (name: string, octets: string) => `${name}, ${octets}`,
  part: (record: string) => `${record}, broken off`,
  more: (n: number) => `${grouped(n)} more lines`,
  moreRecords: (n: number) => `${grouped(n)} more records`,
  sameSession: 'The same session',
  clear: 'In clear',
  tls: 'Over TLS',
  inClear: 'The same in clear',
  overTls: 'The same over TLS',
  readable: (n: number, total: number) => `${n} of ${total} lines readable`,
} as const;
