import { none } from '../arguments.ts';
import { command } from '../shape.ts';

export const stat = command({
  verb: 'STAT',
  from: ['transaction'],
  args: none,
  rfc: '1939#5',
  summary: 'How many messages, how many octets; the marked ones are not counted.',
  outcomes: { ok: { to: 'same', says: '+OK {count} {octets}', when: 'always' } },
  run: ({ state: { count, octets } }, _none, take) => take.ok({ count, octets }),
});
