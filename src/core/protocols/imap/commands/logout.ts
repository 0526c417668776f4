import { nothing } from '../grammar/cursor.ts';
import { anywhere, command } from '../shape.ts';

export const logout = command({
  verb: 'LOGOUT',
  from: anywhere,
  args: nothing,
  rfc: '9051#6.1.3',
  summary: 'Leave. Nothing is expunged by it.',
  outcomes: {
    ok: { to: 'closed', says: '* BYE Come again\nOK Logged out', when: 'always; BYE comes first' },
  },
  run: (_cx, _nothing, take) => take.ok(),
});
