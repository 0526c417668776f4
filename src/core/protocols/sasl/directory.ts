// Keys that are filed apart from the users they belong to: nobody needs them before somebody logs in.
import { shelf, type Shelf } from '../../base/parts.ts';
import type { ScramKeys, User } from '../../host/host.ts';

/** By `name:password`, in octets. */
export type Directory = ReadonlyMap<string, ScramKeys>;
export const DIRECTORIES: Shelf<Directory> = shelf('directories');

/** Null: this user has none for this password. */
export const keysOf = ({ name, password, keys }: User): ScramKeys | null =>
  typeof keys === 'string' ? (DIRECTORIES.get(keys)?.get(`${name}:${password}`) ?? null) : keys;
