import { grouped } from './grouped.ts';
/** The words of the ladder’s filter. */
export const filterMessages = {
  label: 'Filter the sequence',
  hint: 'smtp  #2  5xx  "text"  -tls',
  clear: 'Show everything',
  shown: (n: number, of: number) => `${grouped(n)} of ${grouped(of)}`,
  nothing: 'Nothing fits.',
  chips: 'Add to the filter',
  refused: 'refused',
  connection: (n: number) => `connection ${n}`,
  help: 'Words must all be there; or parts alternatives; - means not. Also from: to: code: conn: protocol: text: is:',
  faults: {
    quote: 'A quotation mark is open: close it.',
    key: (word: string) => `${word} is no key. There are protocol: conn: code: from: to: text: is:`,
    value: (word: string) => `${word} wants another value.`,
    alone: (word: string) => `${word} wants something beside it.`,
  },
} as const;
