import { known } from '../capabilities.ts';
import { nothing } from '../grammar/cursor.ts';
import { command, loggedIn } from '../shape.ts';

const unauthenticateCommand = command({
  verb: 'UNAUTHENTICATE',
  from: loggedIn,
  args: nothing,
  rfc: '8437#2',
  summary: 'Forget who I am; somebody else may log in on this connection. TLS stays.',
  outcomes: {
    ok: {
      to: 'notAuthenticated',
      says: 'OK Who are you?',
      when: 'always; what was enabled is off, and an open mailbox is closed',
    },
  },
  run: (_cx, _nothing, take) =>
    take.ok({ session: { user: '', rev2: false, condstore: false, qresync: false } }),
});
export const unauthenticate = known({
  keyword: 'UNAUTHENTICATE',
  rfc: '8437#2',
  summary: 'One connection serves one user after another.',
  commands: [unauthenticateCommand],
});
