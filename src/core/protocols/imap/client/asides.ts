// What a server tells on its own (RFC 9051 §7): a client has to be ready for all of it at any time, and keeps its picture true.
import type { Octets } from '../../../base/octets.ts';
import {
  folderOf,
  newFolder,
  withFolder,
  withoutUids,
  type Cached,
  type Folder,
} from '../../../host/device/cache.ts';
import type { Device } from '../../../host/device/device.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { deviceOf } from '../../device/shape.ts';
import { codeOf, itemsOf, valuesOf, wordsIn, type Value } from './response.ts';
import type { Browsing, Session } from './shape.ts';

export interface Picture {
  readonly device: Device;
  readonly session: Session;
}
export const pictureOf = (cx: Pick<Cx<Browsing>, 'host' | 'session'>): Picture => ({
  device: deviceOf(cx),
  session: cx.session,
});
/** The picture after an untagged response. */
export function told(p: Picture, text: Octets): Picture {
  const [, number = '', name = ''] = /^\* (?:(\d{1,10}) )?([A-Za-z]+)/.exec(text.slice(0, 64)) ?? [];
  const n = Number(number);
  switch (name.toUpperCase()) {
    case 'OK':
      return coded(p, text);
    case 'CAPABILITY':
      return withSession(p, { can: wordsOf(text).slice(2) });
    case 'ENABLED':
      return withSession(p, { qresync: p.session.qresync || wordsOf(text).includes('QRESYNC') });
    case 'LIST':
      return listed(p, valuesOf(text).slice(2));
    case 'EXISTS':
      return withOpen(p, { exists: n });
    case 'EXPUNGE':
      return expunged(p, n);
    case 'VANISHED':
      return vanished(p, text);
    case 'FETCH':
      return fetched(p, n, itemsOf(valuesOf(text)[3]));
    default:
      return p;
  }
}
const wordsOf = (text: Octets): readonly string[] => text.toUpperCase().split(' ');
const withSession = (p: Picture, set: Partial<Session>): Picture => ({
  device: p.device,
  session: { ...p.session, ...set },
});
const withOpen = (p: Picture, set: Partial<Session['open']>): Picture =>
  withSession(p, { open: { ...p.session.open, ...set } });
const withCache = (p: Picture, imap: Device['imap']): Picture =>
  imap === p.device.imap ? p : { device: { ...p.device, imap }, session: p.session };
export const openFolder = ({ device, session }: Picture): Folder | undefined =>
  folderOf(device.imap, session.open.name);

/** Of untagged and of tagged status responses. */
export function coded(p: Picture, text: Octets): Picture {
  const [code, rest] = codeOf(text);
  const n = /^\d{1,19}/.test(rest) ? Number.parseInt(rest, 10) : 0;
  if (code === 'CAPABILITY') return withSession(p, { can: rest.toUpperCase().split(' ') });
  if (code === 'UIDVALIDITY') return withOpen(p, { uidValidity: n });
  if (code === 'UIDNEXT') return withOpen(p, { uidNext: n });
  return code === 'HIGHESTMODSEQ' ? withModseq(withOpen(p, { modseq: n }), n) : p;
}
/** Never back, or changes would be told twice; nor before the mailbox is known to be the one of last time. */
function withModseq(p: Picture, modseq: number): Picture {
  const folder = openFolder(p);
  if (
    !folder ||
    folder.modseq === 0 ||
    modseq <= folder.modseq ||
    folder.uidValidity !== p.session.open.uidValidity
  )
    return p;
  return withCache(p, withFolder(p.device.imap, { ...folder, modseq }));
}
function listed(p: Picture, [attributes, delimiter, name]: readonly Value[]): Picture {
  const marks = wordsIn(attributes);
  if (typeof name !== 'string' || marks.some((it) => /^\\(?:noselect|nonexistent)$/i.test(it))) return p;
  const uses = marks.filter((it) => /^\\(?:sent|trash|drafts|junk|archive|all|flagged)$/i.test(it));
  const level = typeof delimiter === 'string' && delimiter.toUpperCase() !== 'NIL' ? delimiter : '';
  const known = folderOf(p.device.imap, name) ?? newFolder(name);
  const named = withCache(p, withFolder(p.device.imap, { ...known, delimiter: level, uses }));
  return withSession(named, { listed: [...named.session.listed, name] });
}
/** By its number: its place among those that are there. */
function expunged(p: Picture, n: number): Picture {
  const gone = openFolder(p)?.letters[n - 1];
  const less = withOpen(p, { exists: Math.max(0, p.session.open.exists - 1) });
  return gone
    ? withCache(
        less,
        withoutUids(p.device.imap, p.session.open.name, (uid) => uid === gone.uid),
      )
    : less;
}
/** By their UIDs (RFC 7162 §3.2.10). `(EARLIER)`: they were gone before EXISTS was told. */
function vanished(p: Picture, text: Octets): Picture {
  const values = valuesOf(text);
  const set = values.at(-1);
  if (typeof set !== 'string') return p;
  const ranges = set.split(',').map((range) => range.split(':').map(Number));
  const isGone = (uid: number): boolean =>
    ranges.some(([from = 0, to = from]) => uid >= Math.min(from, to) && uid <= Math.max(from, to));
  const size = ranges.reduce((sum, [from = 0, to = from]) => sum + Math.abs(to - from) + 1, 0);
  const earlier = typeof values[2] === 'object';
  const exists = earlier ? p.session.open.exists : Math.max(0, p.session.open.exists - size);
  return withCache(withOpen(p, { exists }), withoutUids(p.device.imap, p.session.open.name, isGone));
}
function fetched(p: Picture, n: number, items: ReadonlyMap<string, Value>): Picture {
  const folder = openFolder(p);
  if (!folder) return p;
  const uid = Number(items.get('UID') ?? folder.letters[n - 1]?.uid ?? 0);
  if (!Number.isSafeInteger(uid) || uid <= 0) return p;
  const there = folder.letters.find((it) => it.uid === uid);
  const letter = withItems(there ?? { uid, flags: [], size: 0, head: '', body: null, hidden: false }, items);
  const letters = there
    ? folder.letters.map((it) => (it === there ? letter : it))
    : // a letter of which only flags are told is fetched in its turn
      items.has('BODY[')
      ? [...folder.letters, letter].toSorted((a, b) => a.uid - b.uid)
      : folder.letters;
  const now = withCache(p, withFolder(p.device.imap, { ...folder, letters }));
  const [modseq] = wordsIn(items.get('MODSEQ'));
  return withOpen(withModseq(now, Number(modseq ?? 0)), { told: [...p.session.open.told, uid] });
}
function withItems(letter: Cached, items: ReadonlyMap<string, Value>): Cached {
  const flags = items.get('FLAGS');
  const [head, body, size] = ['BODY[', 'BODY[]', 'RFC822.SIZE'].map((name) => items.get(name));
  return {
    uid: letter.uid,
    flags: flags === undefined ? letter.flags : wordsIn(flags).filter((it) => it !== '\\Recent'),
    size: typeof size === 'string' && /^\d+$/.test(size) ? Number(size) : letter.size,
    head: typeof head === 'string' ? head : letter.head,
    body: typeof body === 'string' ? body : letter.body,
    hidden: letter.hidden,
  };
}
