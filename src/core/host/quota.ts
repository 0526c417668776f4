// How much mail a user may keep (RFC 9208): one root for all mailboxes of a user, in octets and in messages.
import { tallyOf } from '../store/tally.ts';
import type { Host } from './host.ts';

/** What is limited, and what is used of it. 0: no limit. */
export interface Quota {
  readonly octets: { readonly used: number; readonly limit: number };
  readonly messages: { readonly used: number; readonly limit: number };
}
export function quotaOf({ store, policy }: Host, name: string): Quota {
  const user = Object.hasOwn(store.users, name) ? store.users[name] : undefined;
  let [octets, messages] = [0, 0];
  for (const [key, { rows }] of Object.entries(store.mailboxes)) {
    if (!key.startsWith(`${name}/`)) continue;
    octets += tallyOf(rows).octets;
    messages += rows.length;
  }
  return {
    octets: { used: octets, limit: user ? (user.quota ?? policy.quota) : 0 },
    messages: { used: messages, limit: user?.messageQuota ?? 0 },
  };
}
/**
 * Is there room for so much more, whichever way it comes: delivered, appended or copied? Whoever has too much may still have less
 * (RFC 9208 §4.3.1: what adds nothing is not refused).
 */
export function hasRoom(host: Host, name: string, octets: number, messages = 1): boolean {
  if (octets <= 0 && messages <= 0) return true;
  const user = Object.hasOwn(host.store.users, name) ? host.store.users[name] : undefined;
  if (!user || !((user.quota ?? host.policy.quota) || user.messageQuota)) return true;
  const quota = quotaOf(host, name);
  return fits(quota.octets, octets) && fits(quota.messages, messages);
}
/** Whose root the mailbox of this key belongs to; nobody's, where several share it. */
export const rootOf = (key: string): string => key.slice(0, key.indexOf('/'));
/** No room for another letter, whoever it is for. */
export const isDiskFull = ({ policy: { diskFull, diskFullAfter }, spool }: Host): boolean =>
  diskFull || (diskFullAfter > 0 && spool.count >= diskFullAfter);
const fits = ({ used, limit }: Quota['octets'], more: number): boolean => limit === 0 || used + more <= limit;
