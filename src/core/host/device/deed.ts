// What of a deed can be believed: nothing in it is trusted.
import { ACCESS, KEEPS, type Account, type Draft, type Settings } from '../../base/device.ts';
import type { HostId } from '../../base/ids.ts';
import { isOctets, type Octets } from '../../base/octets.ts';
import { newDevice, type Device } from './device.ts';

const isText = (it: unknown, most: number): it is Octets =>
  typeof it === 'string' && it.length <= most && isOctets(it);
// oxlint-disable-next-line no-control-regex -- they are what may not be there
const isLine = (it: unknown, most = 255): it is Octets => isText(it, most) && !/[\0-\x1f\x7f]/.test(it);
const isName = (it: unknown): it is Octets => isLine(it) && it !== '';

/** These settings; of what is none, nothing changes. */
export function settled(old: Settings, set: Partial<Settings>): Settings {
  const flag = (it: boolean | undefined, otherwise: boolean): boolean =>
    typeof it === 'boolean' ? it : otherwise;
  const { access = old.access, keep = old.keep, days = old.days } = set;
  return {
    access: ACCESS.includes(access) ? access : old.access,
    keep: KEEPS.includes(keep) ? keep : old.keep,
    days: Number.isInteger(days) && days > 0 && days <= 3650 ? days : old.days,
    secure: flag(set.secure, old.secure),
    upgrade: flag(set.upgrade, old.upgrade),
    watch: flag(set.watch, old.watch),
    copy: flag(set.copy, old.copy),
    online: flag(set.online, old.online),
  };
}
/** Undefined: that is no account. */
export function accounted(account: Account, old: Device): Device | undefined {
  const hosts: readonly HostId[] = [account.pop3, account.imap, account.submission];
  const words = [account.address, account.user, account.password];
  return hosts.every(isName) && words.every(isName) ? newDevice(account, old.settings) : undefined;
}
export const isDraft = ({ to, subject, text }: Draft): boolean =>
  isLine(to, 1000) && isLine(subject, 900) && isText(text, 100_000);
export const isFolderName = (it: Octets): boolean =>
  isName(it) && it.length <= 100 && !/[*%"\\(){]/.test(it) && it.toUpperCase() !== 'INBOX';
