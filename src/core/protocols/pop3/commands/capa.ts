import { none } from '../arguments.ts';
import { command } from '../shape.ts';

export const capa = command({
  verb: 'CAPA',
  from: ['authorization', 'named', 'transaction'],
  args: none,
  rfc: '2449#5',
  summary: 'What can this server do, here and now?',
  outcomes: {
    ok: {
      to: ['authorization', 'transaction'],
      says: '+OK Here and now, I can do\n{*capabilities}',
      when: 'always; a name given by USER is forgotten',
    },
  },
  run({ at, adverts }, _none, take) {
    return take.ok(
      { capabilities: adverts() },
      { at: at.name === 'named' ? { name: 'authorization', data: {} } : at },
    );
  },
});
