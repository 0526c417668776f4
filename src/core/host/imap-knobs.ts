// What an administrator decides about access to mailboxes.
import { amount, choice, some } from './knobs.ts';

const MINUTES = 60;
/** Extensions a host may know, by keyword, in the order in which they are announced. */
export const IMAP_EXTENSIONS = [
  'SASL-IR',
  'ID',
  'ENABLE',
  'IDLE',
  'NAMESPACE',
  'CHILDREN',
  'UNSELECT',
  'UIDPLUS',
  'MOVE',
  'LIST-EXTENDED',
  'LIST-STATUS',
  'SPECIAL-USE',
  'CREATE-SPECIAL-USE',
  'STATUS=SIZE',
  'MULTIAPPEND',
  'BINARY',
  'CONDSTORE',
  'QRESYNC',
  'OBJECTID',
  'SAVEDATE',
  'PREVIEW',
  'REPLACE',
  'UNAUTHENTICATE',
  'ESEARCH',
  'SEARCHRES',
  'WITHIN',
  'SORT',
  'SORT=DISPLAY',
  'ESORT',
  'THREAD=ORDEREDSUBJECT',
  'THREAD=REFERENCES',
  'QUOTA',
  'QUOTASET',
] as const;
type ImapExtension = (typeof IMAP_EXTENSIONS)[number];

export const IMAP_KNOBS = {
  /** Revisions of the protocol that are spoken; the second only to a client that asks for it. */
  imapRevisions: some<'IMAP4rev1' | 'IMAP4rev2'>(['IMAP4rev1', 'IMAP4rev2'], '9051#A'),
  imapExtensions: some<ImapExtension>(IMAP_EXTENSIONS, '9051#6.1.1'),
  /** May a client send a literal unasked: a short one, any, or none? */
  imapLiterals: choice<'LITERAL-' | 'LITERAL+' | 'none'>('LITERAL-', ['LITERAL+', 'none'], '7888#5'),
  /** Is added to every UIDVALIDITY: after another number, whatever UIDs a client remembers mean nothing. */
  uidValidityShift: amount(0, 0, 1_000_000, '9051#2.3.1.1'),
  /** Seconds of silence after which a client that has logged in is let go; the standard wants half an hour. */
  idleTimeout: amount(30 * MINUTES, 10, 86_400, '9051#5.4'),
} as const;
