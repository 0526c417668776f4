import { none } from '../../../spec/grammar.ts';
import { update } from '../maildrop.ts';
import { command } from '../shape.ts';

export const quit = command({
  verb: 'QUIT',
  from: ['authorization', 'named', 'transaction'],
  args: none,
  rfc: '1939#6',
  summary: 'Leave. What is marked is deleted now, and only now.',
  outcomes: { bye: { to: 'closed', says: '+OK Bye', when: 'always' } },
  run({ at, host }, _none, take) {
    if (at.name !== 'transaction') return take.bye();
    return take.bye(update(host, at.data));
  },
});
