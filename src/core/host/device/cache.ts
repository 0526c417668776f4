// What IMAP has shown a device: folders, and of their letters the headers, the flags and, once asked for, the whole.
import type { Octets } from '../../base/octets.ts';

export interface Cached {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly size: number;
  /** The fields a list of letters shows, as the letter has them. */
  readonly head: Octets;
  /** Null: the rest of it is on the server only. */
  readonly body: Octets | null;
  /** Moved away or deleted here, and not there yet. */
  readonly hidden: boolean;
}
export interface Folder {
  readonly name: Octets;
  /** '' where there are no levels. */
  readonly delimiter: string;
  /** Attributes of RFC 6154: `\Sent`. */
  readonly uses: readonly string[];
  /** Of the mailbox these letters were seen in; 0: it was never opened. A new one, and all of them are void (RFC 9051 §2.3.1.1). */
  readonly uidValidity: number;
  readonly uidNext: number;
  /** HIGHESTMODSEQ as of the last look; 0: the server has none (RFC 7162). */
  readonly modseq: number;
  /** By UID, which is their order in the mailbox. */
  readonly letters: readonly Cached[];
}
export interface Cache {
  readonly folders: readonly Folder[];
}
export const newFolder = (name: Octets, delimiter = '', uses: readonly string[] = []): Folder => ({
  name,
  delimiter,
  uses,
  uidValidity: 0,
  uidNext: 1,
  modseq: 0,
  letters: [],
});
export const folderOf = ({ folders }: Cache, name: Octets): Folder | undefined =>
  folders.find((it) => it.name === name);
export const withFolder = ({ folders }: Cache, folder: Folder): Cache => ({
  folders: folders.some((it) => it.name === folder.name)
    ? folders.map((it) => (it.name === folder.name ? folder : it))
    : [...folders, folder],
});
/** The folder that serves this purpose, by its attribute, else by its usual name. */
export function folderFor({ folders }: Cache, use: 'Sent' | 'Trash'): Folder | undefined {
  const last = ({ name, delimiter }: Folder): string =>
    delimiter === '' ? name : (name.split(delimiter).at(-1) ?? '');
  return folders.find(({ uses }) => uses.includes(`\\${use}`)) ?? folders.find((it) => last(it) === use);
}
export const changedCached = (
  cache: Cache,
  name: Octets,
  uid: number,
  change: (it: Cached) => Cached,
): Cache => {
  const folder = folderOf(cache, name);
  if (!folder) return cache;
  return withFolder(cache, {
    ...folder,
    letters: folder.letters.map((it) => (it.uid === uid ? change(it) : it)),
  });
};
export function withoutUids(cache: Cache, name: Octets, isGone: (uid: number) => boolean): Cache {
  const folder = folderOf(cache, name);
  if (!folder?.letters.some(({ uid }) => isGone(uid))) return cache;
  return withFolder(cache, { ...folder, letters: folder.letters.filter(({ uid }) => !isGone(uid)) });
}
