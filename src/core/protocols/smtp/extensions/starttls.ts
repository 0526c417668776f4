import type { Extension } from '../../../spec/protocol.ts';
import { nothing } from '../arguments.ts';
import { command, signal, type Smtp } from '../shape.ts';

const start = command({
  verb: 'STARTTLS',
  from: ['ready'],
  args: nothing,
  rfc: '3207#4',
  traits: { endsGroup: true },
  summary: 'From here on, TLS.',
  outcomes: {
    ok: {
      to: 'securing',
      says: '220 2.0.0 Begin the TLS handshake',
      when: 'there is no TLS yet; what was sent ahead is thrown away',
      then: 'secure',
    },
    down: {
      to: 'same',
      says: '454 4.7.0 TLS cannot begin at the moment; try again later',
      when: 'this host has trouble with its key',
      rfc: '3207#4',
    },
    already: {
      to: 'same',
      says: '503 5.5.1 This connection has TLS already',
      when: 'there is TLS already',
      rfc: '3207#4.2',
    },
  },
  offered: ({ tls }) => !tls,
  run({ session, host }, _nothing, take) {
    if (session.tls) return take.already();
    return host.policy.tlsDown ? take.down() : take.ok();
  },
});
const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '3207#4.2',
  summary: 'The handshake is done; both sides forget what was said before.',
  outcomes: { ready: { to: 'greeted', when: 'always: say hello again' } },
  run: (_cx, _secured, take) =>
    take.ready({ session: { tls: true, esmtp: false, utf8: false, client: '', user: '' } }),
});
const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '3207#4.1',
  summary: 'The handshake failed.',
  outcomes: { failed: { to: 'closed', when: 'always: there is no way back to plain text', rfc: '3207#4.1' } },
  run: (_cx, _insecure, take) => take.failed(),
});
export const startTls: Extension<Smtp> = {
  keyword: 'STARTTLS',
  rfc: '3207#4',
  summary: 'A connection that begins in the clear can be secured.',
  enabled: ({ policy }) => policy.tls !== 'off',
  adverts: ({ tls }) => (tls ? undefined : 'STARTTLS'),
  commands: [start],
  signals: [secured, insecure],
};
