// A mail client on some machine: whose mail it fetches and how, and what of that mail lies on this machine. Plain data of its host.
import { INBOX, type Account, type Settings } from '../../base/device.ts';
import type { Octets } from '../../base/octets.ts';
import type { Cache } from './cache.ts';
import type { Maildrop } from './maildrop.ts';
import type { Task } from './task.ts';

/** Why the latest talk with a server came to nothing. */
export interface Trouble {
  readonly what:
    | 'in use'
    | 'denied'
    | 'refused'
    | 'no name'
    | 'nobody'
    | 'no TLS'
    | 'untrusted'
    | 'lost'
    | 'odd'
    | 'not here';
  /** In the server's own words; '' where it said nothing. */
  readonly said: Octets;
}
export interface Device {
  readonly account: Account;
  readonly settings: Settings;
  /** The folder that is looked at. */
  readonly folder: Octets;
  /** What POP3 has brought. */
  readonly pop3: Maildrop;
  /** What IMAP has shown. */
  readonly imap: Cache;
  /** What is still to be done on the server, in order. */
  readonly todo: readonly Task[];
  /** Somebody wants to know what is new. */
  readonly due: boolean;
  /** `asking`: for the server's address; `talking`: a client is on its way. */
  readonly line: 'no' | 'asking' | 'talking';
  readonly trouble: Trouble | null;
  /** Letters written here. */
  readonly written: number;
}
export const noMaildrop: Maildrop = { letters: [], folders: [], known: {}, doomed: [] };
export const noCache: Cache = { folders: [] };
const usual: Settings = {
  access: 'imap',
  keep: 'leave',
  days: 14,
  secure: true,
  upgrade: false,
  watch: true,
  copy: true,
  online: true,
};
export const newDevice = (account: Account, settings: Partial<Settings> = {}): Device => ({
  account,
  settings: { ...usual, ...settings },
  folder: INBOX,
  pop3: noMaildrop,
  imap: noCache,
  todo: [],
  due: false,
  line: 'no',
  trouble: null,
  written: 0,
});
/** The machine's mail client has changed: all that is on the device now. */
export interface DeviceFact {
  readonly type: 'device';
  readonly device: Device;
}
