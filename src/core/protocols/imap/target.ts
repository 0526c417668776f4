// Where messages are put: how the name of a mailbox may fail, whichever command names it.
import type { Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { placeOf } from '../../store/naming.ts';
import { find, namingOf, type Found } from '../../store/tree.ts';
import { nameFrom } from './mailbox-name.ts';
import type { Imap } from './shape.ts';

export const noTarget = {
  missing: {
    to: 'same',
    says: 'NO [TRYCREATE] There is no such mailbox; CREATE makes one',
    when: 'there is no such mailbox, but there could be',
    rfc: '9051#6.3.12',
  },
  badName: {
    to: 'same',
    says: 'NO [CANNOT] No mailbox can be called so',
    when: 'the name has an empty level, a wildcard or letters that are not written as they should be',
    rfc: '9051#5.1',
  },
  overQuota: {
    to: 'same',
    says: 'NO [OVERQUOTA] You have no room for that',
    when: 'it would be more than the user may keep',
    rfc: '9208#4.3.1',
  },
} as const;

/** For commands that only look. */
export const noMailbox = {
  missing: {
    to: 'same',
    says: 'NO [NONEXISTENT] There is no such mailbox',
    when: 'there is none',
    rfc: '5530#3',
  },
} as const;

/** The mailbox a client calls so. */
export function mailboxNamed(
  { store }: Host,
  session: Imap['session'],
  octets: Octets,
): Found | 'missing' | 'badName' {
  const name = nameFrom(octets, session);
  if (name === undefined || !placeOf(namingOf(store), session.user, name)) return 'badName';
  return find(store, session.user, name) ?? 'missing';
}
