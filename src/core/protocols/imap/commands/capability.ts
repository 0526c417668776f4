import { listOf } from '../capabilities.ts';
import { nothing } from '../grammar/cursor.ts';
import { anywhere, command } from '../shape.ts';

export const capability = command({
  verb: 'CAPABILITY',
  from: anywhere,
  args: nothing,
  rfc: '9051#6.1.1',
  summary: 'What can this server do, here and now?',
  traits: { mayExpunge: true },
  outcomes: {
    ok: {
      to: 'same',
      says: '* CAPABILITY {capabilities}\nOK That is what I can do here and now',
      when: 'always',
    },
  },
  run: ({ adverts }, _nothing, take) => take.ok({ capabilities: listOf(adverts()) }),
});
