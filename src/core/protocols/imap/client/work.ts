// A command is done, or refused: what that means for what is known here, and what comes next.
import type { Octets } from '../../../base/octets.ts';
import {
  changedCached,
  folderOf,
  newFolder,
  withFolder,
  type Cache,
  type Folder,
} from '../../../host/device/cache.ts';
import type { Device } from '../../../host/device/device.ts';
import type { Task } from '../../../host/device/task.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { coded, openFolder, pictureOf, type Picture } from './asides.ts';
import { going, goOn, hasUidPlus, logout, patchOf } from './going.ts';
import { astring, codeOf, response } from './response.ts';
import { command, tagOf, type Browsing } from './shape.ts';

const after = {
  ...going,
  compare: {
    to: 'comparing',
    says: '{tag} UID FETCH 1:* (FLAGS)',
    when: 'the mailbox is the one of last time, and the server does not say by itself what has changed',
    from: ['selecting'],
    rfc: '4549#4.3.1',
  },
  expunge: {
    to: 'working',
    says: '{tag} UID EXPUNGE {uid}',
    when: 'what was to go is marked, and the server can delete this one alone',
    from: ['working'],
    rfc: '9051#6.4.9',
  },
} as const;
type After = Take<Browsing, 'working', typeof after>;
const busy = ['listing', 'selecting', 'comparing', 'heading', 'working', 'rousing'] as const;
type Busy = Cx<Browsing, (typeof busy)[number]>;

export const done = command({
  verb: 'OK',
  from: busy,
  args: response,
  rfc: '9051#7.1.1',
  summary: 'The command is done.',
  outcomes: after,
  run(cx, text, take) {
    const p = coded(pictureOf(cx), text);
    switch (cx.at.name) {
      case 'listing':
        return goOn(cx, named(p), take);
      case 'selecting':
        return opened(cx, p, take);
      case 'comparing':
        return goOn(cx, compared(p), take);
      case 'heading':
        return goOn(cx, complete(p), take);
      case 'working':
        return worked(cx, p, take);
      case 'rousing':
        return goOn(cx, p, take);
    }
  },
});
/** What is not there any more is not here either; INBOX always is (RFC 9051 §5.1). */
function named({ device, session }: Picture): Picture {
  const folders = device.imap.folders.filter(({ name }) => session.listed.includes(name) || name === 'INBOX');
  const imap = folderOf({ folders }, 'INBOX') ? { folders } : withFolder({ folders }, newFolder('INBOX'));
  return { device: { ...device, imap }, session };
}
const withImap = (
  { device, session }: Picture,
  imap: Cache,
  todo: Device['todo'] = device.todo,
): Picture => ({
  device: { ...device, imap, todo },
  session,
});
/** Another UIDVALIDITY: all UIDs are void, and what was to be done to them is not done (RFC 9051 §2.3.1.1). */
function opened(cx: Busy, p: Picture, take: After): Taken {
  const { open } = p.session;
  const old = folderOf(p.device.imap, open.name) ?? newFolder(open.name);
  const same = old.uidValidity === open.uidValidity;
  const folder: Folder = {
    ...old,
    uidValidity: open.uidValidity,
    uidNext: open.uidNext,
    modseq: open.modseq,
    letters: same ? old.letters : [],
  };
  const todo = p.device.todo.filter((task) => same || !('uid' in task) || task.folder !== open.name);
  const now = withImap(p, withFolder(p.device.imap, folder), todo);
  if (same && folder.letters.length > 0 && !open.resynced)
    return take.compare({ tag: tagOf(p.session) }, patchOf(cx, now));
  return goOn(cx, now, take);
}
/** Of which no flags were told, they are gone. */
function compared(p: Picture): Picture {
  const folder = openFolder(p);
  if (!folder) return p;
  const there = new Set(p.session.open.told);
  const letters = folder.letters.filter(({ uid }) => there.has(uid));
  return withImap(p, withFolder(p.device.imap, { ...folder, letters }));
}
/** That is all there is, whatever was counted before: nothing is asked for twice. */
function complete(p: Picture): Picture {
  const exists = openFolder(p)?.letters.length ?? 0;
  return { device: p.device, session: { ...p.session, open: { ...p.session.open, exists } } };
}
function worked(cx: Busy, p: Picture, take: After): Taken {
  const [task] = p.device.todo;
  const doing = cx.at.name === 'working' ? cx.at.data.doing : 'fetch';
  if (!task) return goOn(cx, p, take);
  const tag = tagOf(p.session);
  if (doing === 'create') return goOn(cx, created(p, task), take);
  if (doing === 'copy' && 'uid' in task)
    return take.mark({ tag, uid: task.uid }, { ...patchOf(cx, p), state: { doing: 'mark' } });
  if (doing === 'mark' && 'uid' in task && hasUidPlus(p))
    return take.expunge({ tag, uid: task.uid }, { ...patchOf(cx, p), state: { doing: 'expunge' } });
  return goOn(cx, withImap(p, p.device.imap, p.device.todo.slice(1)), take);
}
/** A mailbox was made: because it was wanted, or because something is to go there. */
function created(p: Picture, task: Task): Picture {
  const name = targetOf(task);
  const imap = folderOf(p.device.imap, name) ? p.device.imap : withFolder(p.device.imap, newFolder(name));
  const todo = task.does === 'create' ? p.device.todo.slice(1) : p.device.todo;
  return withImap({ device: p.device, session: { ...p.session, made: name } }, imap, todo);
}
const targetOf = (task: Task): Octets => (task.does === 'move' ? task.to : task.folder);

const refusal = {
  create: {
    to: 'working',
    says: '{tag} CREATE {folder}',
    when: 'a letter was to go to a mailbox that is not there, and could be: it is made',
    from: ['working'],
    rfc: '9051#7.1.2',
  },
  ...logout,
} as const;
export const refused = command({
  verb: 'NO',
  from: ['selecting', 'comparing', 'heading', 'working', 'filing', 'listening', 'rousing'],
  args: response,
  rfc: '9051#7.1.2',
  summary: 'The server will not do that.',
  outcomes: { ...refusal, logout: { ...refusal.logout, when: 'always else: it is not tried again' } },
  run(cx, text, take) {
    const p = pictureOf(cx);
    const [task] = p.device.todo;
    const target = task && targetOf(task);
    const tryCreate = codeOf(text)[0] === 'TRYCREATE' && target !== p.session.made;
    const tag = tagOf(p.session);
    if (target !== undefined && tryCreate && (cx.at.name === 'working' || cx.at.name === 'filing'))
      return take.create({ tag, folder: astring(target) }, { ...patchOf(cx, p), state: { doing: 'create' } });
    const trouble = { what: 'refused', said: text } as const;
    const device = { ...p.device, imap: shown(p.device.imap, task), todo: p.device.todo.slice(1), trouble };
    return take.logout({ tag }, patchOf(cx, { device, session: p.session }));
  },
});
/** It is where it was. */
const shown = (cache: Cache, task: Task | undefined): Cache =>
  task && 'uid' in task
    ? changedCached(cache, task.folder, task.uid, (it) => ({ ...it, hidden: false }))
    : cache;

export const literal = command({
  verb: '+',
  from: ['filing'],
  args: response,
  rfc: '9051#4.3',
  summary: 'The server waits for the letter.',
  outcomes: { letter: { to: 'working', says: '{letter}', when: 'always: so many octets as were announced' } },
  run(cx, _text, take) {
    const [task] = pictureOf(cx).device.todo;
    return take.letter({ letter: task?.does === 'file' ? task.body : '' }, { state: { doing: 'append' } });
  },
});
