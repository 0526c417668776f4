import { rest } from '../../../spec/grammar.ts';
import { openMaildrop } from '../maildrop.ts';
import { command } from '../shape.ts';
import { verify } from '../verify.ts';

export const pass = command({
  verb: 'PASS',
  from: ['named'],
  args: rest('password', { secret: true }),
  rfc: '1939#7',
  summary: 'Prove it is you; the server then locks your maildrop.',
  outcomes: {
    ok: {
      to: 'transaction',
      says: '+OK {count} messages ({octets} octets)',
      when: 'the password fits and the lock is free',
    },
    wrong: {
      to: 'authorization',
      says: '-ERR [AUTH] No such user or wrong password',
      when: 'it does not fit, or nobody has that name; which of the two is never told',
      rfc: '3206#5',
    },
    locked: {
      to: 'authorization',
      says: '-ERR [IN-USE] Another session has this maildrop open',
      when: 'the lock is taken',
      rfc: '2449#8.1.2',
    },
  },
  run({ state, host, conn }, password, take) {
    if (!verify(host, state.user, password)) return take.wrong();
    const opened = openMaildrop(host, state.user, conn);
    if (!opened) return take.locked();
    const { drop, facts } = opened;
    return take.ok({ count: drop.count, octets: drop.octets }, { state: drop, host: opened.host, facts });
  },
});
