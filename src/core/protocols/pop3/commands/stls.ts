import type { Extension } from '../../../spec/protocol.ts';
import { none } from '../arguments.ts';
import { command, signal, type Pop3 } from '../shape.ts';

const stls = command({
  verb: 'STLS',
  from: ['authorization', 'named'],
  args: none,
  rfc: '2595#4',
  summary: 'From here on, TLS.',
  outcomes: {
    ok: {
      to: 'securing',
      says: '+OK Begin the TLS handshake',
      when: 'there is no TLS yet; what was sent ahead is thrown away',
      then: 'secure',
    },
    down: {
      to: 'authorization',
      says: '-ERR [SYS/TEMP] TLS cannot begin at the moment; try again later',
      when: 'this host has trouble with its key',
      rfc: '2595#4',
    },
    already: {
      to: 'authorization',
      says: '-ERR This connection has TLS already',
      when: 'there is TLS already',
      rfc: '2595#4',
    },
    late: {
      to: 'authorization',
      says: '-ERR STLS has to come before UTF8',
      when: 'UTF8 was said',
      rfc: '6856#2.1',
    },
  },
  offered: ({ tls }) => !tls,
  run({ session, host }, _none, take) {
    if (session.tls) return take.already();
    if (session.utf8) return take.late();
    return host.policy.tlsDown ? take.down() : take.ok();
  },
});
const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '2595#4',
  summary: 'The handshake is done; who you are is still to be said.',
  outcomes: { ready: { to: 'authorization', when: 'always; there is no second greeting' } },
  run: (_cx, _secured, take) => take.ready({ session: { tls: true } }),
});
const insecure = signal({
  on: 'insecure',
  from: ['securing'],
  rfc: '2595#2.5',
  summary: 'The handshake failed.',
  outcomes: { failed: { to: 'closed', when: 'always: there is no way back to plain text', rfc: '2595#2.5' } },
  run: (_cx, _insecure, take) => take.failed(),
});
export const startTls: Extension<Pop3> = {
  keyword: 'STLS',
  rfc: '2595#4',
  summary: 'A connection that begins in the clear can be secured.',
  enabled: ({ policy }) => policy.tls !== 'off',
  adverts: ({ tls, user, utf8 }) => (tls || user !== '' || utf8 ? undefined : 'STLS'),
  commands: [stls],
  signals: [secured, insecure],
};
