import { seq } from '../../../spec/grammar.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { statusItems } from '../grammar/status-items.ts';
import { openIn } from '../selected.ts';
import { command, loggedIn } from '../shape.ts';
import { sessionCounting, statusLine, unknownItem } from '../status.ts';
import { mailboxNamed, noMailbox } from '../target.ts';
import { condstoreLine } from '../untagged.ts';

export const status = command({
  verb: 'STATUS',
  from: loggedIn,
  args: takes(
    'a mailbox and what to count, as in INBOX (MESSAGES UNSEEN)',
    seq({ mailbox, items: statusItems }),
  ),
  rfc: '9051#6.3.11',
  summary: 'Count what is in a mailbox without opening it.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK Counted', when: 'there is such a mailbox' },
    unknown: {
      to: 'same',
      says: 'BAD STATUS does not know {item} here',
      when: 'an item is wanted that this host does not know, or that revision 2 has dropped',
    },
    ...noMailbox,
  },
  run({ at, host, session }, { mailbox, items }, take) {
    const item = unknownItem(items, session, host);
    if (item !== undefined) return take.unknown({ item });
    const found = mailboxNamed(host, session, mailbox);
    if (typeof found === 'string') return take.missing();
    const after = sessionCounting(session, items);
    return take.ok({
      session: after,
      say: [
        condstoreLine(openIn(at), host, session, after),
        statusLine({ name: found.place.name, box: found.box }, items, { session, host }),
      ],
    });
  },
});
