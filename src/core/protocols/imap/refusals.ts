// How changes to the tree of mailboxes may be refused, whichever command asks for them. Each command lists those it may meet.
import type { Host } from '../../host/host.ts';
import type { Grown } from '../../store/grow.ts';
import type { StoreFact } from '../../store/mailbox.ts';

export const badName = {
  to: 'same',
  says: 'NO [CANNOT] No mailbox can be called so',
  when: 'the name has an empty level, a wildcard or letters that are not written as they should be',
  rfc: '9051#5.1',
} as const;
export const exists = {
  to: 'same',
  says: 'NO [ALREADYEXISTS] There is one of that name',
  when: 'there is a mailbox of that name',
  rfc: '5530#3',
} as const;
export const missing = {
  to: 'same',
  says: 'NO [NONEXISTENT] There is no such mailbox',
  when: 'there is none',
  rfc: '5530#3',
} as const;
export const inbox = {
  to: 'same',
  says: 'NO [CANNOT] INBOX stays',
  when: 'it is INBOX',
  rfc: '9051#6.3.5',
} as const;
export const fixed = {
  to: 'same',
  says: 'NO [NOPERM] That part of the tree is not yours to change',
  when: 'it is in a namespace that others share',
  rfc: '5530#3',
} as const;
export const tooMany = {
  to: 'same',
  says: 'NO [LIMIT] You have as many mailboxes as you can have',
  when: 'there would be too many',
  rfc: '5530#3',
} as const;

/** The host after a change of its tree. */
export const grown = (
  host: Host,
  { tree, facts }: Grown<Host['store']>,
): { readonly host: Host; readonly facts: readonly StoreFact[] } => ({
  host: { ...host, store: tree },
  facts,
});
