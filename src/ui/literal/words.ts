import { grouped } from '../messages/grouped.ts';

/** What the line being written is of a literal that the server waits for. */
export const literalWords = {
  label: 'Octets owed',
  counts: 'CR LF counts as two',
  more: (owed: number) => `${grouped(owed)} after this line`,
  all: 'none after this line',
  ends: 'this line ends it, and the command',
  between: 'it ends between this line’s CR and LF',
  beyond: (octets: number) => `this line goes ${grouped(octets)} beyond: they belong to the command`,
  next: (octets: number, argument: string, waits: boolean) =>
    waits
      ? `Next: the server says +, then ${counted(octets)} of <${argument}> on the lines below.`
      : `Next, without waiting: ${counted(octets)} of <${argument}> on the lines below.`,
} as const;
const counted = (octets: number): string => (octets === 1 ? '1 octet' : `${grouped(octets)} octets`);
