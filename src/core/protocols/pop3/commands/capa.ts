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
      to: 'same',
      says: '+OK Here and now, I can do\n{*capabilities}',
      when: 'always, where no name waits for its password',
      from: ['authorization', 'transaction'],
    },
    interrupted: {
      to: 'authorization',
      says: '+OK Here and now, I can do\n{*capabilities}',
      when: 'a name was waiting for its password: it is forgotten',
      from: ['named'],
    },
  },
  run({ at, adverts }, _none, take) {
    const capabilities = adverts();
    return at.name === 'named' ? take.interrupted({ capabilities }) : take.ok({ capabilities });
  },
});
