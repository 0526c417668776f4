// Messages a client puts into a mailbox: how that may fail, and what the mailbox is afterwards.
import type { Host } from '../../host/host.ts';
import { ordered, withKeywords } from '../../store/flags.ts';
import { append, type Mailbox } from '../../store/mailbox.ts';
import type { NumberSet } from '../../store/number-set.ts';
import { has } from './capabilities.ts';
import type { Message } from './grammar/message.ts';
import { noTarget } from './target.ts';

export const noArrival = {
  empty: {
    to: 'same',
    says: 'NO That was no message: it had no octets',
    when: 'the literal is empty',
    rfc: '3502#6.3.11',
  },
  full: {
    to: 'same',
    says: 'NO [LIMIT] This mailbox has as many keywords as it can have',
    when: 'there is a new keyword among its flags, and no room for it',
    rfc: '5530#3',
  },
  unknown: {
    to: 'same',
    says: 'BAD {what} is nothing this host knows',
    when: 'several messages come at once without MULTIAPPEND, or a literal8 without BINARY',
    rfc: '3502#6.3.11',
  },
  ...noTarget,
} as const;

/** What these messages need that this host does not know. */
export function unknownArrival(messages: readonly Message[], host: Host): string | undefined {
  if (messages.length > 1 && !has(host, 'MULTIAPPEND')) return 'More than one message';
  return messages.some(({ binary }) => binary) && !has(host, 'BINARY') ? 'A literal8' : undefined;
}
export interface Arrived {
  readonly box: Mailbox;
  /** Those they have now. */
  readonly uids: NumberSet;
}
/** All or none (RFC 3502 §6.3.11). `at` is Unix time. */
export function arrived(box: Mailbox, messages: readonly Message[], at: number): Arrived | 'empty' | 'full' {
  let grown = box;
  for (const { flags, date, octets } of messages) {
    if (octets === '') return 'empty';
    const roomy = withKeywords(grown, flags);
    if (!roomy) return 'full';
    const { unix: internalDate = at, zone = 0 } = date ?? {};
    grown = append(roomy, octets, { flags: ordered(roomy, flags), at, internalDate, zone });
  }
  return { box: grown, uids: [[box.uidNext, grown.uidNext - 1]] };
}
export const octetsIn = (messages: readonly Message[]): number =>
  messages.reduce((sum, { octets }) => sum + octets.length, 0);
