// The STATUS response (RFC 9051 §7.3.4).
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { countOf } from '../../store/number-set.ts';
import { numbersOf } from '../../store/rows.ts';
import { tallyOf } from '../../store/tally.ts';
import { has, revised } from './capabilities.ts';
import type { StatusItem } from './grammar/status-items.ts';
import { nameText } from './mailbox-name.ts';
import { mailboxId } from './object-ids.ts';
import { withCondstore, type Imap } from './shape.ts';
import { untagged } from './text.ts';
import { validityOf } from './validity.ts';

const COUNTS: Readonly<Record<StatusItem, (box: Mailbox, host: Host) => number | string>> = {
  MESSAGES: ({ rows }) => rows.length,
  RECENT: ({ rows, recentFrom, uidNext }) => countOf(numbersOf(rows, [[recentFrom, uidNext]])),
  UIDNEXT: ({ uidNext }) => uidNext,
  UIDVALIDITY: (box, host) => validityOf(host, box),
  UNSEEN: ({ rows }) => tallyOf(rows).unseen,
  DELETED: ({ rows }) => tallyOf(rows).deleted,
  'DELETED-STORAGE': ({ rows }) => tallyOf(rows).deletedOctets,
  SIZE: ({ rows }) => tallyOf(rows).octets,
  HIGHESTMODSEQ: ({ modseq }) => modseq,
  MAILBOXID: (box) => `(${mailboxId(box)})`,
};
type Speaking = Pick<Imap['session'], 'rev2' | 'swaps'>;

const BROUGHT_BY: Readonly<Partial<Record<StatusItem, Parameters<typeof has>[1]>>> = {
  SIZE: 'STATUS=SIZE',
  HIGHESTMODSEQ: 'CONDSTORE',
  MAILBOXID: 'OBJECTID',
  'DELETED-STORAGE': 'QUOTA',
};

/** The first of these that this host does not know, or this session has given up. */
export const unknownItem = (
  items: readonly StatusItem[],
  { rev2 }: Speaking,
  host: Host,
): StatusItem | undefined =>
  items.find((item) => {
    if (item === 'RECENT') return rev2;
    if (item === 'DELETED') return !revised(host) && !has(host, 'QUOTA');
    const keyword = BROUGHT_BY[item];
    return keyword !== undefined && !has(host, keyword);
  });

/** Whoever asks for HIGHESTMODSEQ is told of modification sequences from then on (RFC 7162 §3.1). */
export const sessionCounting = (session: Imap['session'], items: readonly StatusItem[]): Imap['session'] =>
  items.includes('HIGHESTMODSEQ') ? withCondstore(session) : session;

export const statusLine = (
  { name, box }: { readonly name: Octets; readonly box: Mailbox },
  items: readonly StatusItem[],
  { session, host }: { readonly session: Speaking; readonly host: Host },
): Octets => {
  const counts = items.map((item) => `${item} ${COUNTS[item](box, host)}`);
  return untagged(`STATUS ${nameText(name, session)} (${counts.join(' ')})`);
};
