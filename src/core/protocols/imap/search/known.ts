// Keys and options that are not everybody's: an extension brings them, or revision 2 has dropped them.
import type { Host } from '../../../host/host.ts';
import { has } from '../capabilities.ts';
import type { Imap } from '../shape.ts';
import type { ReturnOption } from './grammar.ts';
import { mentions, type SearchKey } from './key.ts';

export const unknownKey = {
  foreign: {
    to: 'same',
    says: 'BAD This host does not search with {item}',
    when: 'a key or an option of an extension that this host does not know, or one that revision 2 has dropped',
    rfc: '9051#6.4.4',
  },
} as const;

interface Speaking {
  readonly host: Host;
  readonly session: Pick<Imap['session'], 'rev2'>;
}

type Extension = Parameters<typeof has>[1];
const NEEDS: readonly (readonly [SearchKey['kind'], name: string, extension: Extension])[] = [
  ['older', 'OLDER', 'WITHIN'],
  ['younger', 'YOUNGER', 'WITHIN'],
  ['modseq', 'MODSEQ', 'CONDSTORE'],
  ['email', 'EMAILID', 'OBJECTID'],
  ['thread', 'THREADID', 'OBJECTID'],
  ['saveDates', 'SAVEDATESUPPORTED', 'SAVEDATE'],
];
/** The first key that there is not here. */
export function unknownIn(key: SearchKey, at: Speaking): string | undefined {
  if (at.session.rev2 && mentions(key, 'recent')) return 'RECENT, NEW or OLD';
  if (asksSaved(key) && !has(at.host, 'SAVEDATE')) return 'save date';
  if (usesSaved(key) && !has(at.host, 'SEARCHRES')) return '$';
  return NEEDS.find(([kind, , extension]) => mentions(key, kind) && !has(at.host, extension))?.[1];
}
const any = (key: SearchKey, wanted: (key: SearchKey) => boolean): boolean =>
  wanted(key) ||
  (key.kind === 'not' ? any(key.key, wanted) : 'keys' in key && key.keys.some((it) => any(it, wanted)));
const asksSaved = (key: SearchKey): boolean => any(key, (it) => it.kind === 'date' && it.of === 'saved');
const usesSaved = (key: SearchKey): boolean =>
  any(key, (it) => (it.kind === 'numbers' || it.kind === 'uids') && it.set === 'saved');

/** RETURN, and what may stand in it. */
export function unknownReturn(
  returns: readonly ReturnOption[] | undefined,
  at: Speaking,
  extension: 'ESEARCH' | 'ESORT',
): string | undefined {
  if (returns === undefined) return undefined;
  if (!has(at.host, extension)) return 'RETURN';
  return returns.includes('SAVE') && !has(at.host, 'SEARCHRES') ? 'SAVE' : undefined;
}
