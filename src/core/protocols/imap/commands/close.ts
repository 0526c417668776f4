// Ways to leave a mailbox without leaving the server.
import { withMailbox } from '../../../host/host.ts';
import { expunge, expungeFact } from '../../../store/mailbox.ts';
import { known } from '../capabilities.ts';
import { isDeleted } from '../deleted.ts';
import { nothing } from '../grammar/cursor.ts';
import { whereabouts } from '../selected.ts';
import { command } from '../shape.ts';

export const close = command({
  verb: 'CLOSE',
  from: ['selected'],
  args: nothing,
  rfc: '9051#6.4.1',
  summary: 'Close the mailbox and expunge what is \\Deleted, without telling which.',
  outcomes: {
    ok: {
      to: 'authenticated',
      says: 'OK Closed',
      when: 'always; in a mailbox opened with EXAMINE nothing is expunged',
    },
  },
  run({ state, host }, _nothing, take) {
    const found = state.readOnly ? undefined : whereabouts(host, state);
    const kept = found && expunge(found.box, isDeleted);
    if (!found || !kept || kept === found.box) return take.ok();
    return take.ok({
      host: withMailbox(host, found.key, kept),
      facts: [expungeFact(found.key, found.box, kept)],
    });
  },
});
const unselectCommand = command({
  verb: 'UNSELECT',
  from: ['selected'],
  args: nothing,
  rfc: '9051#6.4.2',
  summary: 'Close the mailbox and expunge nothing.',
  outcomes: { ok: { to: 'authenticated', says: 'OK Closed, and nothing expunged', when: 'always' } },
  run: (_cx, _nothing, take) => take.ok(),
});
export const unselect = known({
  keyword: 'UNSELECT',
  rfc: '3691#2',
  summary: 'A mailbox can be closed without expunging anything.',
  commands: [unselectCommand],
});
export const check = command({
  verb: 'CHECK',
  from: ['selected'],
  args: nothing,
  rfc: '3501#6.4.1',
  summary: 'Put everything in order on disk. It does not look for new mail; NOOP is for that.',
  offered: ({ rev2 }) => !rev2,
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK All in order', when: 'always' },
    dropped: {
      to: 'same',
      says: 'BAD Revision 2 has no CHECK; NOOP does all it did',
      when: 'IMAP4rev2 was enabled',
      rfc: '9051#E',
    },
  },
  run: ({ session }, _nothing, take) => (session.rev2 ? take.dropped() : take.ok()),
});
