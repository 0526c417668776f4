import type { Extension } from '../../../spec/protocol.ts';
import { nothing } from '../grammar/cursor.ts';
import { command, signal, type Imap } from '../shape.ts';

const start = command({
  verb: 'STARTTLS',
  from: ['notAuthenticated'],
  args: nothing,
  rfc: '9051#6.2.1',
  summary: 'From here on, TLS.',
  outcomes: {
    ok: {
      to: 'securing',
      says: 'OK Begin the TLS handshake',
      when: 'there is no TLS yet; what was sent ahead is thrown away',
      then: 'secure',
    },
    already: { to: 'same', says: 'BAD This connection has TLS already', when: 'there is TLS already' },
  },
  run: ({ session }, _nothing, take) => (session.tls ? take.already() : take.ok()),
});
const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '9051#6.2.1',
  summary: 'The handshake is done; what was told of capabilities before holds no longer.',
  outcomes: { ready: { to: 'notAuthenticated', when: 'always; there is no second greeting' } },
  run: (_cx, _secured, take) => take.ready({ session: { tls: true } }),
});
const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '9051#6.2.1',
  summary: 'The handshake failed.',
  outcomes: { failed: { to: 'closed', when: 'always: there is no way back to plain text' } },
  run: (_cx, _insecure, take) => take.failed(),
});
export const startTls: Extension<Imap> = {
  keyword: 'STARTTLS',
  rfc: '9051#6.2.1',
  summary: 'A connection that begins in the clear can be secured.',
  enabled: ({ policy }) => policy.tls !== 'off',
  adverts: ({ tls, user }) => (tls || user !== '' ? undefined : 'STARTTLS'),
  commands: [start],
  signals: [secured, insecure],
};
