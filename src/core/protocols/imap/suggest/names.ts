// What this session's user has: mailboxes, subscriptions, flags.
import type { Octets } from '../../../base/octets.ts';
import type { Standing } from '../../../spec/protocol.ts';
import { flagsIn } from '../../../store/flags.ts';
import { listed, subscriptionsOf, type Listed } from '../../../store/tree.ts';
import { nameText } from '../mailbox-name.ts';
import { whereabouts } from '../selected.ts';
import type { Imap } from '../shape.ts';

type Here = Standing<Imap>;

/** Mailboxes there are, as they are written; the user's own come first. */
export function mailboxes({ host, session }: Here): readonly Octets[] {
  const all = listed(host.store, session.user).filter(({ key }) => key !== undefined);
  const isOwn = ({ namespace }: Listed): boolean => namespace.owner === '';
  const sorted = [...all.filter(isOwn), ...all.filter((it) => !isOwn(it))];
  return sorted.map(({ name }) => nameText(name, session));
}
export const subscriptions = ({ host, session }: Here): readonly Octets[] =>
  subscriptionsOf(host.store, session.user).map((name) => nameText(name, session));
/** Of the mailbox that is open: what its messages may be marked with. */
export function flags(here: Here): readonly Octets[] {
  const found = here.at.name === 'selected' ? whereabouts(here.host, here.at.data) : undefined;
  return found ? flagsIn(found.box) : [];
}
export const keywords = (here: Here): readonly Octets[] =>
  flags(here).filter((flag) => !flag.startsWith('\\'));
