// What a click does to what lies on the device, at once; and what is left to be done on a server.
import {
  changedCached,
  folderFor,
  folderOf,
  newFolder,
  withFolder,
  type Cached,
} from '../../host/device/cache.ts';
import { FLAGS, INBOX, type Deed, type Draft, type LetterRef } from '../../base/device.ts';
import { accounted, isDraft, isFolderName, settled } from '../../host/device/deed.ts';
import { noCache, noMaildrop, type Device } from '../../host/device/device.ts';
import { changedKept, foldersIn, thrownAway } from '../../host/device/maildrop.ts';
import type { Task } from '../../host/device/task.ts';
import { jobsIn } from '../../host/jobs.ts';
import { dropJob, jobOf, putJob } from '../../host/queued.ts';
import { compose } from './compose.ts';
import { put, type Turn } from './turn.ts';

export function act(t: Turn, deed: Deed): void {
  const isPop3 = t.device.settings.access === 'pop3';
  put(t, { trouble: null });
  if (deed.does === 'set') put(t, { settings: settled(t.device.settings, deed.settings) });
  else if (deed.does === 'account') put(t, accounted(deed.account, t.device) ?? {});
  else if (deed.does === 'sync') sync(t);
  else if (deed.does === 'look') look(t, deed.folder);
  else if (deed.does === 'forget') put(t, { pop3: noMaildrop, imap: noCache, todo: [], folder: INBOX });
  else if (deed.does === 'make') make(t, deed.folder);
  else if (deed.does === 'send') {
    if (isDraft(deed.draft)) send(t, deed.draft);
  } else if (deed.does === 'discard') discard(t, deed.job);
  else if (isPop3) here(t, deed);
  else there(t, deed);
}
type OfLetter = Extract<Deed, { readonly letter: LetterRef }>;

const adding = ({ todo }: Device, ...more: readonly Task[]): readonly Task[] => [...todo, ...more];
function sync(t: Turn): void {
  const { folder, settings } = t.device;
  for (const job of jobsIn(t.host.spool.jobs)) t.host = putJob(t.host, { ...job, next: t.env.now });
  put(t, {
    due: true,
    ...(settings.access === 'imap' ? { todo: adding(t.device, { does: 'refresh', folder }) } : {}),
  });
}
function look(t: Turn, folder: string): void {
  const { settings, pop3, imap } = t.device;
  if (settings.access === 'pop3') {
    if (foldersIn(pop3).includes(folder)) put(t, { folder });
  } else if (folderOf(imap, folder)) put(t, { folder, todo: adding(t.device, { does: 'refresh', folder }) });
}
function make(t: Turn, folder: string): void {
  const { settings, pop3, imap } = t.device;
  if (!isFolderName(folder)) return;
  if (settings.access === 'pop3') {
    if (!foldersIn(pop3).includes(folder)) put(t, { pop3: { ...pop3, folders: [...pop3.folders, folder] } });
  } else if (!folderOf(imap, folder))
    put(t, { imap: withFolder(imap, newFolder(folder)), todo: adding(t.device, { does: 'create', folder }) });
}
function send(t: Turn, draft: Draft): void {
  if (!compose(t, draft) || !draft.re) return;
  const deed = { does: 'flag', letter: draft.re, flag: '\\Answered', on: true } as const;
  if (t.device.settings.access === 'pop3') here(t, deed);
  else there(t, deed);
}
/** What is on its way is not called back. */
function discard(t: Turn, id: string): void {
  const job = jobOf(t.host, id);
  if (job?.errands.length === 0) t.host = dropJob(t.host, id);
}

type Marking = {
  readonly does: 'flag';
  readonly letter: LetterRef;
  readonly flag: string;
  readonly on: boolean;
};
type Acting = Exclude<OfLetter, { does: 'flag' }> | Marking;
const ANSWERED = '\\Answered';
const isFlag = (flag: string): boolean => flag === ANSWERED || FLAGS.some((it) => it === flag);
const flagged = (flags: readonly string[], flag: string, on: boolean): readonly string[] =>
  on ? [...new Set([...flags, flag])] : flags.filter((it) => it !== flag);

/** POP3: the server is told nothing of all this. */
function here(t: Turn, deed: Acting): void {
  const { pop3 } = t.device;
  const { id } = deed.letter;
  if (!pop3.letters.some((it) => it.id === id)) return;
  if (deed.does === 'delete') put(t, { pop3: thrownAway(pop3, t.device.settings, id) });
  else if (deed.does === 'move') {
    const { to } = deed;
    if (foldersIn(pop3).includes(to))
      put(t, { pop3: changedKept(pop3, id, (it) => ({ ...it, folder: to })) });
  } else {
    const { flag, on } = deed.does === 'read' ? { flag: '\\Seen', on: true } : deed;
    if (isFlag(flag))
      put(t, { pop3: changedKept(pop3, id, (it) => ({ ...it, flags: flagged(it.flags, flag, on) })) });
  }
}
/** IMAP: all of it is to be done on the server; here it has happened already. */
function there(t: Turn, deed: Acting): void {
  const { folder, id } = deed.letter;
  const uid = Number(id);
  const cached = folderOf(t.device.imap, folder)?.letters.find((it) => it.uid === uid);
  if (!cached || cached.hidden) return;
  if (deed.does === 'flag') {
    if (isFlag(deed.flag)) mark(t, folder, uid, deed.flag, deed.on);
  } else if (deed.does === 'read') read(t, folder, cached);
  else if (deed.does === 'move') {
    if (deed.to !== folder && folderOf(t.device.imap, deed.to)) move(t, folder, uid, deed.to);
  } else {
    const trash = folderFor(t.device.imap, 'Trash');
    if (trash && trash.name !== folder) move(t, folder, uid, trash.name);
    else remove(t, { does: 'erase', folder, uid });
  }
}
/** Offline, only what has come as a whole can be read. */
function read(t: Turn, folder: string, { uid, body, flags }: Cached): void {
  if (body === null) {
    if (!t.device.settings.online) {
      put(t, { trouble: { what: 'not here', said: '' } });
      return;
    }
    put(t, { todo: adding(t.device, { does: 'fetch', folder, uid }) });
  }
  if (!flags.includes('\\Seen')) mark(t, folder, uid, '\\Seen', true);
}
function mark(t: Turn, folder: string, uid: number, flag: string, on: boolean): void {
  put(t, {
    imap: changedCached(t.device.imap, folder, uid, (it) => ({ ...it, flags: flagged(it.flags, flag, on) })),
    todo: adding(t.device, { does: 'flag', folder, uid, flag, on }),
  });
}
const move = (t: Turn, folder: string, uid: number, to: string): void =>
  remove(t, { does: 'move', folder, uid, to });
function remove(t: Turn, task: Extract<Task, { does: 'move' | 'erase' }>): void {
  const { folder, uid } = task;
  put(t, {
    imap: changedCached(t.device.imap, folder, uid, (it) => ({ ...it, hidden: true })),
    todo: adding(t.device, task),
  });
}
