import { nothing } from '../grammar/cursor.ts';
import { anywhere, command } from '../shape.ts';

export const noop = command({
  verb: 'NOOP',
  from: anywhere,
  args: nothing,
  rfc: '9051#6.1.2',
  summary: 'Nothing, but whatever is new may be told.',
  traits: { mayExpunge: true },
  outcomes: { ok: { to: 'same', says: 'OK Nothing done', when: 'always' } },
  run: (_cx, _nothing, take) => take.ok(),
});
