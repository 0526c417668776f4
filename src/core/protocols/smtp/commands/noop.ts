import { text } from '../arguments.ts';
import { anywhere, command } from '../shape.ts';

export const noop = command({
  verb: 'NOOP',
  from: anywhere,
  args: text('string'),
  rfc: '5321#4.1.1.9',
  traits: { endsGroup: true },
  summary: 'Are you still there?',
  outcomes: { ok: { to: 'same', says: '250 2.0.0 Still here', when: 'always' } },
  run: (_cx, _text, take) => take.ok(),
});
