import { verify } from '../../sasl/verify.ts';
import { password } from '../arguments.ts';
import { advice, exposed } from '../cleartext.ts';
import { openMaildrop } from '../maildrop.ts';
import { command } from '../shape.ts';

export const pass = command({
  verb: 'PASS',
  from: ['named'],
  args: password,
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
      when: 'the password fits, but the lock is taken',
      rfc: '2449#8.1.2',
    },
    broken: {
      to: 'authorization',
      says: '-ERR [SYS/PERM] The maildrop cannot be opened; tell the postmaster',
      when: 'the password fits, but this user has no maildrop',
      rfc: '3206#4',
    },
    down: {
      to: 'authorization',
      says: '-ERR [SYS/TEMP] Nobody can log in at the moment; try again later',
      when: 'the directory of users does not answer',
      rfc: '3206#4',
    },
    exposed: {
      to: 'authorization',
      says: '-ERR No login where anybody on the way can read it: {advice}',
      when: 'this host wants TLS and the connection has none',
      rfc: '8314#4.1',
    },
  },
  run({ state, session, host, conn }, password, take) {
    if (exposed(session, host)) return take.exposed({ advice: advice(session, host) });
    if (host.policy.authDown) return take.down();
    const user = verify(host, state.user, password);
    if (!user) return take.wrong();
    const opened = openMaildrop(host, user.name, conn);
    if (typeof opened === 'string') return take[opened]();
    const { count, octets } = opened.state;
    return take.ok({ count, octets }, opened);
  },
});
