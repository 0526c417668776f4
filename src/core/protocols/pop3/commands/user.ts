import type { Extension } from '../../../spec/protocol.ts';
import { name } from '../arguments.ts';
import { advice, exposed } from '../cleartext.ts';
import { command, type Pop3 } from '../shape.ts';
import { pass } from './pass.ts';

const user = command({
  verb: 'USER',
  from: ['authorization', 'named'],
  args: name,
  rfc: '1939#7',
  summary: 'Say whose maildrop you want.',
  outcomes: {
    ok: { to: 'named', says: '+OK Now the password', when: 'always: whether such a user exists is not told' },
    exposed: pass.outcomes.exposed,
  },
  run({ session, host }, name, take) {
    if (exposed(session, host)) return take.exposed({ advice: advice(session, host) });
    return take.ok({ state: { user: name } });
  },
});
export const userAndPass: Extension<Pop3> = {
  keyword: 'USER',
  rfc: '2449#6.2',
  summary: 'Log in with a name and a password.',
  adverts: (session, host) => (exposed(session, host) ? undefined : 'USER'),
  commands: [user, pass],
};
