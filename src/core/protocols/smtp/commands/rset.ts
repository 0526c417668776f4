import { nothing } from '../arguments.ts';
import { command } from '../shape.ts';

export const rset = command({
  verb: 'RSET',
  from: ['greeted', 'ready', 'mail', 'recipients', 'chunked', 'failed'],
  args: nothing,
  rfc: '5321#4.1.1.5',
  summary: 'Throw the envelope away; hello, TLS and login stay.',
  outcomes: {
    ok: {
      to: 'ready',
      says: '250 2.0.0 The envelope is gone; MAIL opens another',
      when: 'there was a hello',
      from: ['ready', 'mail', 'recipients', 'chunked', 'failed'],
    },
    early: {
      to: 'greeted',
      says: '250 2.0.0 There was no envelope',
      when: 'there was none',
      from: ['greeted'],
    },
  },
  run: ({ at }, _nothing, take) => (at.name === 'greeted' ? take.early() : take.ok()),
});
