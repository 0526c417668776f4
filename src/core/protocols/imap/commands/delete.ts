import { remove } from '../../../store/grow.ts';
import { keyNow } from '../../../store/tree.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { nameFrom } from '../mailbox-name.ts';
import { fixed, grown, inbox, missing } from '../refusals.ts';
import { command, loggedIn } from '../shape.ts';

export const deleteMailbox = command({
  verb: 'DELETE',
  from: loggedIn,
  args: takes('the name of a mailbox', mailbox),
  rfc: '9051#6.3.5',
  summary: 'Remove a mailbox with all its messages. What lies below it stays.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK It is gone', when: 'there was one' },
    closed: {
      to: 'authenticated',
      says: 'OK [CLOSED] It is gone, and with it what you had open',
      when: 'it was the mailbox this session has open',
      from: ['selected'],
    },
    missing,
    inbox,
    fixed,
    children: {
      to: 'same',
      says: 'NO [HASCHILDREN] That is only a name with mailboxes below it; those have to go first',
      when: 'it is no mailbox, but others lie below it',
    },
  },
  run({ at, host, session }, name, take) {
    const wanted = nameFrom(name, session);
    const gone = wanted === undefined ? 'missing' : remove(host.store, session.user, wanted);
    if (typeof gone !== 'string') {
      const move = grown(host, gone);
      const isOpen = at.name === 'selected' && keyNow(gone.tree, at.data.key, at.data.id) === undefined;
      return isOpen ? take.closed(move) : take.ok(move);
    }
    if (gone === 'inbox' || gone === 'fixed' || gone === 'children') return take[gone]();
    return take.missing();
  },
});
