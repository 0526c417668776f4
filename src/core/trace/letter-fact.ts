import type { StoreFact } from '../store/mailbox.ts';
import { includes } from '../store/number-set.ts';
import { isStoreFact } from './scene-mail.ts';

/** Was something done to this letter? Whose flags have changed is told in stretches. */
export function isDoneTo(fact: { readonly type: string }, mailbox: string, uid: number): boolean {
  if (isFlags(fact)) return fact.mailbox === mailbox && fact.changes.some(({ uids }) => includes(uids, uid));
  return isStoreFact(fact) && fact.mailbox === mailbox && 'uids' in fact && fact.uids.includes(uid);
}
const isFlags = (fact: { readonly type: string }): fact is StoreFact & { readonly type: 'flags' } =>
  fact.type === 'flags';
