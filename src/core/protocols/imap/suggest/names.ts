// What this session's user has: mailboxes, subscriptions, flags.
import type { Octets } from '../../../base/octets.ts';
import type { Standing } from '../../../spec/protocol.ts';
import { flagsIn } from '../../../store/flags.ts';
import { listed, subscriptionsOf, type Listed } from '../../../store/tree.ts';
import { fromModifiedUtf7 } from '../../../wire/modified-utf7.ts';
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
/** Those that begin with what was typed as people read them, whatever they are written in: quotes, or modified UTF-7. */
export function meantBy(typed: Octets, values: readonly Octets[], here: Here): readonly Octets[] {
  const wanted = typed.replace(/^"/, '').toLowerCase();
  if (wanted === '') return [];
  return values.filter((value) => {
    const bare = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
    const read = here.session.rev2 ? bare : (fromModifiedUtf7(bare) ?? bare);
    return read !== value && read.toLowerCase().startsWith(wanted);
  });
}
/** Of the mailbox that is open: what its messages may be marked with. */
export function flags(here: Here): readonly Octets[] {
  const found = here.at.name === 'selected' ? whereabouts(here.host, here.at.data) : undefined;
  return found ? flagsIn(found.box) : [];
}
export const keywords = (here: Here): readonly Octets[] =>
  flags(here).filter((flag) => !flag.startsWith('\\'));
