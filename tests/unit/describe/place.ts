// POP3 sessions standing somewhere, without a connection.
import type { Host } from '../../../src/core/host/host.ts';
import type { Pop3 } from '../../../src/core/protocols/pop3/shape.ts';
import type { At } from '../../../src/core/spec/take.ts';
import type { Place } from '../../../src/core/spec/describe.ts';
import { openMaildrop } from '../../../src/core/protocols/pop3/maildrop.ts';
import { POP, testWorld } from '../../world.ts';

const hostOf = (tls: 'required' | 'optional'): Host => {
  const host = testWorld({ tls }).hosts[POP];
  if (!host) throw new Error('the test world has a POP3 host');
  return host;
};
interface Wish {
  readonly policy?: 'required' | 'optional';
  readonly tls?: boolean;
}
export const place = (at: At<Pop3>, { policy = 'optional', tls = false }: Wish = {}): Place<Pop3> => ({
  session: { at, session: { tls, timestamp: '', user: '', utf8: false, plainDots: false, challenges: 0 } },
  host: hostOf(policy),
});
export const start: At<Pop3> = { name: 'authorization', data: {} };
export const named: At<Pop3> = { name: 'named', data: { user: 'bob' } };
const bobs = openMaildrop(hostOf('optional'), 'bob', 1);
if (typeof bobs === 'string') throw new Error('bob has a maildrop');
/** bob's three messages, the second marked. */
export const open: At<Pop3> = { name: 'transaction', data: { ...bobs.state, marked: [2] } };
