import { seq } from '../../../spec/grammar.ts';
import { verify } from '../../sasl/verify.ts';
import { listOf } from '../capabilities.ts';
import { advice, exposed } from '../cleartext.ts';
import { takes } from '../grammar/cursor.ts';
import { astring } from '../grammar/strings.ts';
import { command } from '../shape.ts';

/** How any login may end, whichever command brings it. */
export const verdicts = {
  ok: {
    to: 'authenticated',
    says: 'OK [CAPABILITY {capabilities}] Welcome, {user}',
    when: 'it is a user of this host',
  },
  exposed: {
    to: 'notAuthenticated',
    says: 'NO [PRIVACYREQUIRED] No login where anybody on the way can read it: {advice}',
    when: 'this host wants TLS and the connection has none',
    rfc: '5530#3',
  },
  down: {
    to: 'notAuthenticated',
    says: 'NO [UNAVAILABLE] Nobody can log in at the moment; try again later',
    when: 'the directory of users does not answer',
    rfc: '5530#3',
  },
} as const;

export const login = command({
  verb: 'LOGIN',
  from: ['notAuthenticated'],
  args: takes(
    'a name and a password; what has spaces or quotes in it goes in "quotes" or in a {literal}',
    seq({ name: astring('name'), password: astring('password', { secret: true }) }),
  ),
  rfc: '9051#6.2.3',
  summary: 'Prove it is you, with your password as it is.',
  offered: (session, host) => !exposed(session, host),
  outcomes: {
    ...verdicts,
    wrong: {
      to: 'notAuthenticated',
      says: 'NO [AUTHENTICATIONFAILED] No such user or wrong password',
      when: 'it does not fit, or nobody has that name; which of the two is never told',
      rfc: '5530#3',
    },
  },
  run({ session, host, adverts }, { name, password }, take) {
    if (exposed(session, host)) return take.exposed({ advice: advice(host) });
    if (host.policy.authDown) return take.down();
    const user = verify(host, name, password)?.name;
    if (user === undefined) return take.wrong();
    return take.ok({ user, capabilities: listOf(adverts({ user })) }, { session: { user } });
  },
});
