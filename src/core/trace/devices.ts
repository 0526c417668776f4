// Mail clients of the world at one moment: folders, letters, and what somebody's click has made them say.
import { INBOX, type Settings } from '../base/device.ts';
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Device, DeviceFact, Trouble } from '../host/device/device.ts';
import { foldersIn } from '../host/device/maildrop.ts';
import { jobsIn } from '../host/jobs.ts';
import type { World } from '../kernel/world.ts';
import { headerField } from '../mail/header.ts';
import type { TraceEvent } from './event.ts';

export interface DeviceLetter {
  readonly folder: Octets;
  /** POP3's name for it, or the UID. */
  readonly id: string;
  readonly from: string;
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  readonly flags: readonly string[];
  /** Undefined: the rest of it is on the server only. */
  readonly octets: Octets | undefined;
}
export interface DeviceFolder {
  readonly name: Octets;
  readonly unread: number;
  readonly count: number;
}
export interface Waiting {
  readonly job: string;
  readonly to: string;
  readonly subject: string;
  /** Why it is here still; '' nobody has said. */
  readonly reply: string;
  readonly under: boolean;
}
export interface SceneDevice {
  readonly host: HostId;
  readonly address: string;
  /** Where its mail is, and whose it is there. */
  readonly server: HostId;
  readonly user: Octets;
  readonly settings: Settings;
  readonly line: Device['line'];
  readonly trouble: Trouble | null;
  readonly folder: Octets;
  readonly folders: readonly DeviceFolder[];
  /** Of all folders, as they lie there. */
  readonly letters: readonly DeviceLetter[];
  readonly outbox: readonly Waiting[];
}
export const isDeviceFact = (fact: { readonly type: string }): fact is DeviceFact => fact.type === 'device';

/** Every device after so many events, in the order of the hosts. `world`: where its outbox is. */
export function devicesAt(
  start: World,
  trace: readonly TraceEvent[],
  count: number,
  world: World,
): readonly SceneDevice[] {
  const latest = new Map<HostId, Device>();
  const open = new Set(Object.values(start.hosts).flatMap(({ id, device }) => (device ? [id] : [])));
  for (let i = Math.min(count, trace.length) - 1; i >= 0 && open.size > 0; i--) {
    const event = trace[i];
    if (event?.type !== 'fact' || !isDeviceFact(event.fact) || !open.has(event.host)) continue;
    latest.set(event.host, event.fact.device);
    open.delete(event.host);
  }
  return Object.values(start.hosts).flatMap(({ id, device }) => {
    const now = latest.get(id) ?? device;
    return now ? [shownDevice(id, now, world)] : [];
  });
}
/** Of whichever protocol it speaks now. */
export const folderNames = ({ settings, pop3, imap }: Device): readonly Octets[] =>
  settings.access === 'pop3' ? foldersIn(pop3) : imap.folders.map(({ name }) => name);
function shownDevice(host: HostId, device: Device, world: World): SceneDevice {
  const { settings, account } = device;
  const letters = lettersOf(device);
  const names = folderNames(device);
  return {
    host,
    address: account.address,
    server: account.imap,
    user: account.user,
    settings,
    line: device.line,
    trouble: device.trouble,
    folder: device.folder,
    folders: (names.includes(INBOX) ? names : [INBOX, ...names]).map((name) => {
      const inside = letters.filter(({ folder }) => folder === name);
      return {
        name,
        count: inside.length,
        unread: inside.filter(({ flags }) => !flags.includes('\\Seen')).length,
      };
    }),
    letters,
    outbox: outboxOf(host, world),
  };
}
function outboxOf(host: HostId, { hosts }: World): readonly Waiting[] {
  const spool = hosts[host]?.spool;
  return (spool ? jobsIn(spool.jobs) : []).map(({ id, body, envelope, fates, errands }) => ({
    job: id,
    to: envelope.recipients.map(({ forwardPath: { local, domain } }) => `${local}@${domain}`).join(', '),
    subject: typeof body === 'string' ? fieldIn(body, 'subject') : '',
    reply: fates.map((fate) => ('reply' in fate ? fate.reply : '')).find((it) => it !== '') ?? '',
    under: errands.length > 0,
  }));
}
const known = new WeakMap<object, DeviceLetter>();
/** A device keeps the letters that have not changed. */
function remembered(key: object, make: () => DeviceLetter): DeviceLetter {
  const letter = known.get(key) ?? make();
  known.set(key, letter);
  return letter;
}
/** Of all its folders, as they lie there. */
export const lettersOf = ({ settings, pop3, imap }: Device): readonly DeviceLetter[] =>
  settings.access === 'pop3'
    ? pop3.letters.map((it) => remembered(it, () => letterFrom(it.folder, it.id, it.body, it.flags, it.body)))
    : imap.folders.flatMap(({ name, letters }) =>
        letters.flatMap((it) =>
          it.hidden
            ? []
            : [
                remembered(it, () =>
                  letterFrom(name, String(it.uid), it.head, it.flags, it.body ?? undefined),
                ),
              ],
        ),
      );
const letterFrom = (
  folder: Octets,
  id: string,
  head: Octets,
  flags: readonly string[],
  octets: Octets | undefined,
): DeviceLetter => ({
  folder,
  id,
  from: fieldIn(head, 'from'),
  subject: fieldIn(head, 'subject'),
  date: fieldIn(head, 'date'),
  messageId: fieldIn(head, 'message-id'),
  flags,
  octets,
});
/** Of a header as long as headers are. */
export const fieldIn = (octets: Octets, name: string): string =>
  headerField(octets.slice(0, 65_536), name).trim();
