// What STATUS counts (RFC 9051 §6.3.11).
import { no, token, type Grammar } from '../../../spec/grammar.ts';
import { listOf } from './cursor.ts';

export const STATUS_ITEMS = [
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
export type StatusItem = (typeof STATUS_ITEMS)[number];
const item: Grammar<StatusItem> = token(
  'status-item',
  /[A-Za-z-]+/,
  (text) => STATUS_ITEMS.find((it) => it === text.toUpperCase()) ?? no,
  { rfc: '9051#6.3.11', expected: `one of ${STATUS_ITEMS.join(', ')}` },
);
export const statusItems = listOf(item);
