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
      when: 'one was open',
      from: ['mail', 'recipients', 'chunked', 'failed'],
    },
    none: {
      to: 'ready',
      says: '250 2.0.0 There was no envelope; MAIL opens one',
      when: 'none was open',
      from: ['ready'],
    },
    early: {
      to: 'greeted',
      says: '250 2.0.0 There was no envelope',
      when: 'none was open, and nobody has said hello',
      from: ['greeted'],
    },
  },
  run({ at }, _nothing, take) {
    if (at.name === 'greeted') return take.early();
    return at.name === 'ready' ? take.none() : take.ok();
  },
});
