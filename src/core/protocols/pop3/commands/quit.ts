import { none } from '../arguments.ts';
import { update } from '../maildrop.ts';
import { command } from '../shape.ts';

export const quit = command({
  verb: 'QUIT',
  from: ['authorization', 'named', 'transaction'],
  args: none,
  rfc: '1939#6',
  summary: 'Leave. What is marked is deleted now, and only now.',
  outcomes: {
    bye: { to: 'closed', says: '+OK Bye', when: 'nobody has logged in', from: ['authorization', 'named'] },
    updated: {
      to: 'closed',
      says: '+OK Bye; {gone} deleted, {left} left',
      when: 'a maildrop is open',
      from: ['transaction'],
    },
  },
  run({ at, host }, _none, take) {
    if (at.name !== 'transaction') return take.bye();
    const { mailbox, marked } = at.data;
    const updated = update(host, at.data);
    const left = updated.host.store.mailboxes[mailbox]?.rows.length ?? 0;
    return take.updated({ gone: marked.length, left }, updated);
  },
});
