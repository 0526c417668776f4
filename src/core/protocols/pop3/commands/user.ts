import { word } from '../../../spec/grammar.ts';
import { command } from '../shape.ts';

export const user = command({
  verb: 'USER',
  from: ['authorization', 'named'],
  args: word('name'),
  rfc: '1939#7',
  summary: 'Say whose maildrop you want.',
  outcomes: {
    ok: { to: 'named', says: '+OK Now the password', when: 'always: whether such a user exists is not told' },
  },
  run: (_cx, name, take) => take.ok({ state: { user: name } }),
});
