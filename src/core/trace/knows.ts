// What each device knows of each letter, and what the server knows: read from their stores, nothing else.
import { INBOX } from '../base/device.ts';
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { World } from '../kernel/world.ts';
import { headOf } from '../store/body.ts';
import { fieldIn, type SceneDevice } from './devices.ts';
import { storeOf } from './scene-mail.ts';
import type { SceneMailbox } from './scene-types.ts';

export interface Cell {
  /** Folders it lies in. */
  readonly folders: readonly Octets[];
  readonly whole: boolean;
  readonly flags: readonly string[];
}
export interface Known {
  readonly messageId: string;
  readonly subject: string;
  /** Null: it is not there. */
  readonly server: Cell | null;
  /** One for each device, in order. */
  readonly devices: readonly (Cell | null)[];
}
/** The devices of one person, and the server they have in common. */
export interface Table {
  readonly address: string;
  readonly server: HostId;
  readonly devices: readonly SceneDevice[];
  readonly rows: readonly Known[];
}
interface Seen {
  readonly key: string;
  readonly subject: string;
  readonly folder: Octets;
  readonly flags: readonly string[];
  readonly whole: boolean;
}
/** A letter is known by its Message-ID, or where it has none by its subject. */
const keyOf = (messageId: string, subject: string): string =>
  messageId === '' ? `Subject: ${subject}` : messageId;

/** `mailboxes`: of the same moment. */
export function tablesOf(
  start: World,
  mailboxes: readonly SceneMailbox[],
  devices: readonly SceneDevice[],
): readonly Table[] {
  return [...new Set(devices.map(({ address }) => address))].map((address) => {
    const own = devices.filter((it) => it.address === address);
    const { server = '', user = '' } = own[0] ?? {};
    const store = storeOf(start, server);
    const there = onServer(
      mailboxes.filter((box) => box.store === store && !box.gone),
      user,
    );
    const here = own.map((it) =>
      it.letters.map((letter): Seen => ({
        key: keyOf(letter.messageId, letter.subject),
        subject: letter.subject,
        folder: letter.folder,
        flags: letter.flags,
        whole: letter.octets !== undefined,
      })),
    );
    const titles = new Map([...there, ...here.flat()].map(({ key, subject }) => [key, subject]));
    const rows = [...titles].map(([key, subject]): Known => ({
      messageId: key,
      subject,
      server: cellOf(there, key),
      devices: here.map((seen) => cellOf(seen, key)),
    }));
    return { address, server, devices: own, rows };
  });
}
function cellOf(all: readonly Seen[], key: string): Cell | null {
  const found = all.filter((it) => it.key === key);
  if (found.length === 0) return null;
  return {
    folders: found.map(({ folder }) => folder),
    whole: found.some(({ whole }) => whole),
    flags: [...new Set(found.flatMap(({ flags }) => flags))],
  };
}
function onServer(boxes: readonly SceneMailbox[], user: string): readonly Seen[] {
  const isInbox = ({ name }: SceneMailbox): number => Number(name.endsWith(`/${INBOX}`));
  return boxes
    .filter(({ name }) => name.startsWith(`${user}/`))
    .toSorted((a, b) => isInbox(b) - isInbox(a))
    .flatMap(({ name, box }) =>
      box.rows.chunks.flat().map(({ body, flags }): Seen => {
        const head = headOf(body);
        const subject = fieldIn(head, 'subject');
        const key = keyOf(fieldIn(head, 'message-id'), subject);
        return { key, subject, folder: name.slice(user.length + 1), flags, whole: true };
      }),
    );
}
