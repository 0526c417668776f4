// What comes next: the first thing that is left to do, in the mailbox where it is to be done.
import type { Octets } from '../../../base/octets.ts';
import { folderOf } from '../../../host/device/cache.ts';
import type { Trouble } from '../../../host/device/device.ts';
import type { Task } from '../../../host/device/task.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Patch, Take, Taken } from '../../../spec/take.ts';
import { withDevice } from '../../device/shape.ts';
import { openFolder, pictureOf, type Picture } from './asides.ts';
import { astring } from './response.ts';
import { counted, nowhere, tagOf, type Browsing } from './shape.ts';

export const logout = {
  logout: { to: 'leaving', says: '{tag} LOGOUT', when: 'nothing is left to do', rfc: '9051#6.1.3' },
} as const;
export const going = {
  select: {
    to: 'selecting',
    says: '{tag} SELECT {folder}{how}',
    when: 'the next thing is to be done in another mailbox',
    rfc: '9051#6.3.2',
  },
  heads: {
    to: 'heading',
    says: '{tag} UID FETCH {from}:* (UID FLAGS RFC822.SIZE BODY.PEEK[HEADER.FIELDS (FROM TO SUBJECT DATE MESSAGE-ID)])',
    when: 'there are letters that are not known here',
    rfc: '9051#6.4.9',
  },
  fetch: {
    to: 'working',
    says: '{tag} UID FETCH {uid} (UID BODY.PEEK[])',
    when: 'a letter is to be read that is not here as a whole',
    rfc: '9051#6.4.5',
  },
  flag: {
    to: 'working',
    says: '{tag} UID STORE {uid} {sign}FLAGS ({flag})',
    when: 'a flag was set or taken away here',
    rfc: '9051#6.4.6',
  },
  move: {
    to: 'working',
    says: '{tag} UID MOVE {uid} {folder}',
    when: 'a letter was moved here, and the server has MOVE',
    rfc: '9051#6.4.8',
  },
  copy: {
    to: 'working',
    says: '{tag} UID COPY {uid} {folder}',
    when: 'a letter was moved here, and the server has no MOVE: a copy first',
    rfc: '9051#6.4.7',
  },
  mark: {
    to: 'working',
    says: '{tag} UID STORE {uid} +FLAGS (\\Deleted)',
    when: 'a letter was deleted here for good, or its copy is where it was moved to',
    rfc: '9051#6.4.6',
  },
  create: {
    to: 'working',
    says: '{tag} CREATE {folder}',
    when: 'a folder was made here',
    rfc: '9051#6.3.4',
  },
  append: {
    to: 'filing',
    says: '{tag} APPEND {folder} (\\Seen) {size}',
    when: 'a letter that was sent is to be filed: SMTP does not do that',
    rfc: '9051#6.3.12',
  },
  idle: {
    to: 'listening',
    says: '{tag} IDLE',
    when: 'nothing is left to do, and somebody wants to know what happens',
    rfc: '9051#6.3.13',
  },
  ...logout,
} as const;
export type Going = Take<Browsing, 'working', typeof going>;

const can = ({ session }: Picture, what: string): boolean => session.can.includes(what);
const hasMove = (p: Picture): boolean => can(p, 'MOVE') || can(p, 'IMAP4REV2');
export const hasUidPlus = (p: Picture): boolean => can(p, 'UIDPLUS') || can(p, 'IMAP4REV2');
const hasIdle = (p: Picture): boolean => can(p, 'IDLE') || can(p, 'IMAP4REV2');

type Place = Pick<Cx<Browsing>, 'host'>;
/** Everything a command leaves behind: one more tag, and nothing told yet. */
export function patchOf(cx: Place, { device, session }: Picture): Patch<Browsing> {
  const open = { ...session.open, told: [] };
  return { host: withDevice(cx, device), session: counted({ ...session, open }) };
}
/** There is nothing more to be done here, and why is told. */
export function logoutFor(
  cx: Cx<Browsing>,
  trouble: Trouble,
  take: Pick<Take<Browsing, 'leaving', typeof logout>, 'logout'>,
): Taken {
  const { device, session } = pictureOf(cx);
  return take.logout({ tag: tagOf(session) }, patchOf(cx, { device: { ...device, trouble }, session }));
}
export function goOn(cx: Place, picture: Picture, take: Going): Taken {
  const p = withoutOld(picture);
  const { device, session } = p;
  const tag = tagOf(session);
  const [task] = device.todo;
  if (!device.settings.online || device.settings.access !== 'imap')
    return take.logout({ tag }, patchOf(cx, p));
  const folder = openFolder(p);
  if (folder && session.open.exists > folder.letters.length)
    return take.heads({ tag, from: (folder.letters.at(-1)?.uid ?? 0) + 1 }, patchOf(cx, p));
  if (!task) {
    if (device.settings.watch && hasIdle(p) && folder) return take.idle({ tag }, patchOf(cx, p));
    return take.logout({ tag }, patchOf(cx, p));
  }
  return perform(cx, p, task, take);
}
/** To look at a mailbox that is open is done already. */
function withoutOld(p: Picture): Picture {
  const { todo } = p.device;
  const old = todo.findIndex((it) => it.does !== 'refresh' || it.folder !== p.session.open.name);
  const left = old < 0 ? [] : todo.slice(old);
  return left.length === todo.length ? p : { ...p, device: { ...p.device, todo: left } };
}
function perform(cx: Place, p: Picture, task: Task, take: Going): Taken {
  const tag = tagOf(p.session);
  const patch = patchOf(cx, p);
  if (task.does === 'create')
    return take.create({ tag, folder: astring(task.folder) }, { ...patch, state: { doing: 'create' } });
  if (task.does === 'file')
    return take.append({ tag, folder: astring(task.folder), size: `{${task.body.length}}` }, patch);
  if (task.folder !== p.session.open.name || task.does === 'refresh') return select(cx, p, task.folder, take);
  const { uid } = task;
  switch (task.does) {
    case 'fetch':
      return take.fetch({ tag, uid }, { ...patch, state: { doing: 'fetch' } });
    case 'flag':
      return take.flag(
        { tag, uid, sign: task.on ? '+' : '-', flag: task.flag },
        { ...patch, state: { doing: 'flag' } },
      );
    case 'move':
      return hasMove(p)
        ? take.move({ tag, uid, folder: astring(task.to) }, { ...patch, state: { doing: 'move' } })
        : take.copy({ tag, uid, folder: astring(task.to) }, { ...patch, state: { doing: 'copy' } });
    case 'erase':
      return take.mark({ tag, uid }, { ...patch, state: { doing: 'mark' } });
  }
}
/** With QRESYNC what has changed since then is told at once (RFC 7162 §3.2.5). */
function select(cx: Place, p: Picture, name: Octets, take: Going): Taken {
  const { uidValidity = 0, modseq = 0 } = folderOf(p.device.imap, name) ?? {};
  const resynced = p.session.qresync && uidValidity > 0 && modseq > 0;
  const how = resynced ? ` (QRESYNC (${uidValidity} ${modseq}))` : can(p, 'CONDSTORE') ? ' (CONDSTORE)' : '';
  const open = { ...nowhere, name, resynced };
  const opening: Picture = { device: p.device, session: { ...p.session, open } };
  return take.select({ tag: tagOf(p.session), folder: astring(name), how }, patchOf(cx, opening));
}
