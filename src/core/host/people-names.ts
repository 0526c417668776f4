// What somebody may be called here, and whom such a name may stand for.
import { isOctets, lowerAscii, type Octets } from '../base/octets.ts';
import { mailboxOf } from '../mail/mailbox.ts';
import type { Host } from './host.ts';
import { isOurs } from './recipient.ts';

/** Names that one name stands for, at most. */
export const MOST = 100;
// oxlint-disable-next-line no-control-regex -- they are what may not be there
const NAME = /^[^\0-\x20\x7f"+/@\\](?:[^\0-\x1f\x7f"+/@\\]{0,62}[^\0-\x20\x7f"+/@\\])?$/;
export const isName = (name: Octets): boolean =>
  isOctets(name) && NAME.test(name) && name === lowerAscii(name);
export const NO_NAME = { expected: 'a name in small letters, without + / @ " or \\' } as const;

/** Somebody here, or an address elsewhere; `self` is who asks, and stands for nobody. */
export function isTarget(host: Host, self: Octets, target: Octets): boolean {
  if (!isOctets(target) || target.length > 254) return false;
  const { local, domain } = mailboxOf(target);
  if (domain !== '' && !isOurs(host, domain))
    return local !== '' && /^[^\s@<>,]+@[a-z0-9.\-\x80-\xff]+$/i.test(target);
  const { users, aliases = {} } = host.store;
  return local !== self && (Object.hasOwn(users, local) || Object.hasOwn(aliases, local));
}
