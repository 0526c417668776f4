import { none } from '../arguments.ts';
import { command } from '../shape.ts';

export const noop = command({
  verb: 'NOOP',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'Still there?',
  outcomes: { ok: { to: 'same', says: '+OK', when: 'always' } },
  run: (_cx, _none, take) => take.ok(),
});
