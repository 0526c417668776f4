// What STATUS counts (RFC 9051 §6.3.11).
import { no, token, type Grammar } from '../../../spec/grammar.ts';
import { listOf } from './cursor.ts';

const ITEMS = [
  'MESSAGES',
  'RECENT',
  'UIDNEXT',
  'UIDVALIDITY',
  'UNSEEN',
  'DELETED',
  'DELETED-STORAGE',
  'SIZE',
  'HIGHESTMODSEQ',
  'MAILBOXID',
] as const;
export type StatusItem = (typeof ITEMS)[number];
const item: Grammar<StatusItem> = token(
  'status-item',
  /[A-Za-z-]+/,
  (text) => ITEMS.find((it) => it === text.toUpperCase()) ?? no,
  { rfc: '9051#6.3.11', expected: `one of ${ITEMS.join(', ')}` },
);
export const statusItems = listOf(item);
