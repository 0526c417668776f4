import { none } from '../arguments.ts';
import { markedUids, unmarkAll } from '../maildrop.ts';
import { command } from '../shape.ts';

export const rset = command({
  verb: 'RSET',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'Take every mark back.',
  outcomes: { ok: { to: 'same', says: '+OK {count} messages ({octets} octets)', when: 'always' } },
  run({ state }, _none, take) {
    const uids = markedUids(state);
    const clean = unmarkAll(state);
    const { count, octets, mailbox } = clean;
    return take.ok(
      { count, octets },
      { state: clean, facts: uids.length > 0 ? [{ type: 'unmark', mailbox, uids }] : [] },
    );
  },
});
