import { message as numbered } from '../arguments.ts';
import { mark, message } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { command } from '../shape.ts';

export const dele = command({
  verb: 'DELE',
  from: ['transaction'],
  args: numbered,
  rfc: '1939#5',
  summary: 'Mark a message for deletion. Nothing is gone yet.',
  outcomes: {
    ok: {
      to: 'same',
      says: '+OK Message {number} is marked; it goes when you QUIT',
      when: 'there is such a message',
    },
    ...missing,
  },
  run({ state }, number, take) {
    const row = message(state, number);
    if (!row) return refuseMissing(state, number, take);
    const facts = [{ type: 'mark', mailbox: state.mailbox, uids: [row.uid] }] as const;
    return take.ok({ number }, { state: mark(state, number, row), facts });
  },
});
