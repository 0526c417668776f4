import { nothing } from '../arguments.ts';
import { anywhere, command } from '../shape.ts';

export const quit = command({
  verb: 'QUIT',
  from: anywhere,
  args: nothing,
  rfc: '5321#4.1.1.10',
  traits: { endsGroup: true },
  summary: 'Part; an open envelope is thrown away.',
  outcomes: { bye: { to: 'closed', says: '221 2.0.0 {host} says goodbye', when: 'always' } },
  run: ({ host }, _nothing, take) => take.bye({ host: host.id }),
});
