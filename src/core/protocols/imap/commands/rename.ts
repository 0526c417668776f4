import { seq } from '../../../spec/grammar.ts';
import { rename as renameIn } from '../../../store/grow.ts';
import { unixNow } from '../clock.ts';
import { takes } from '../grammar/cursor.ts';
import { another, mailbox } from '../grammar/mailbox.ts';
import { nameFrom } from '../mailbox-name.ts';
import { badName, exists, fixed, grown, missing, tooMany } from '../refusals.ts';
import { command, loggedIn } from '../shape.ts';

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
    if (typeof done !== 'string') return take.ok(grown(host, done));
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
