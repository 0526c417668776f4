import { none } from '../../../../../src/core/spec/grammar.ts';
import { accept } from '../accept.ts';
import { command, signal } from '../shape.ts';

export const data = command({
  verb: 'DATA',
  from: ['recipients'],
  args: none,
  rfc: '5321#4.1.1.4',
  traits: { endsGroup: true },
  summary: 'Ask to hand over the content.',
  outcomes: {
    go: { to: 'content', says: '354 End data with <CR><LF>.<CR><LF>', when: 'somebody is to receive it' },
  },
  run: ({ state }, _none, take) => take.go({ state }),
});
export const content = signal({
  on: 'content',
  from: ['content'],
  rfc: '5321#4.1.1.4',
  summary: 'The lone dot has come.',
  outcomes: {
    ok: { to: 'ready', says: '250 2.0.0 Queued as {id}', when: 'we take responsibility', rfc: '5321#6.1' },
    tooBig: {
      to: 'ready',
      says: '552 5.3.4 Message too big',
      when: 'it is longer than SIZE allows',
      rfc: '1870#6.3',
    },
  },
  run({ state: { envelope }, host }, body, take) {
    if (body.length > host.policy.size) return take.tooBig();
    const { id, move } = accept(host, envelope, body);
    return take.ok({ id }, move);
  },
});
