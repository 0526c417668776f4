import type { Octets } from '../../../base/octets.ts';
import type { Host } from '../../../host/host.ts';
import { seq } from '../../../spec/grammar.ts';
import { rename as renameIn } from '../../../store/grow.ts';
import { INBOX, placeOf } from '../../../store/naming.ts';
import { listed, namingOf } from '../../../store/tree.ts';
import { unixNow } from '../clock.ts';
import { takes } from '../grammar/cursor.ts';
import { another, mailbox } from '../grammar/mailbox.ts';
import { listLine } from '../list.ts';
import { nameFrom, nameText } from '../mailbox-name.ts';
import { badName, exists, fixed, grown, missing, tooMany } from '../refusals.ts';
import { command, loggedIn, type Imap } from '../shape.ts';

/** Revision 2 tells under which name it was known (§6.3.9.7); INBOX has only given its messages away. */
function renamed(
  tree: Host['store'],
  session: Imap['session'],
  old: Octets,
  next: Octets,
): readonly Octets[] {
  const place = placeOf(namingOf(tree), session.user, next);
  const it = place && listed(tree, session.user).find(({ name }) => name === place.name);
  if (!session.rev2 || !it || old.toUpperCase() === INBOX) return [];
  const line = listLine({ it, childInfo: [] }, session, SHOWN);
  return [line.replace(/\r\n$/, ` ("OLDNAME" (${nameText(old, session)}))\r\n`)];
}
const SHOWN = { subscribed: true, children: true, uses: true, extended: true };

export const rename = command({
  verb: 'RENAME',
  from: loggedIn,
  args: takes('the name of a mailbox and the name it shall have', seq({ old: mailbox, next: another })),
  rfc: '9051#6.3.6',
  summary: 'Give a mailbox another name, and those below it with it. INBOX stays, and its messages go.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK It has that name now', when: 'there is the one and not the other' },
    missing,
    badName,
    exists,
    fixed,
    tooMany,
    inside: {
      to: 'same',
      says: 'NO [CANNOT] A mailbox cannot move into itself',
      when: 'the new name lies below the old one',
    },
  },
  run(cx, { old, next }, take) {
    const { host, session } = cx;
    const [from, to] = [nameFrom(old, session), nameFrom(next, session)];
    if (from === undefined) return take.missing();
    if (to === undefined) return take.badName();
    const done = renameIn(host.store, session.user, from, to, unixNow(cx));
    if (typeof done !== 'string')
      return take.ok({ ...grown(host, done), say: renamed(done.tree, session, from, to) });
    if (
      done === 'exists' ||
      done === 'fixed' ||
      done === 'tooMany' ||
      done === 'inside' ||
      done === 'badName'
    )
      return take[done]();
    return take.missing();
  },
});
