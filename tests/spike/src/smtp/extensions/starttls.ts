import { none } from '../../../../../src/core/spec/grammar.ts';
import type { Extension } from '../../../../../src/core/spec/protocol.ts';
import { command, signal, type Smtp } from '../shape.ts';

const start = command({
  verb: 'STARTTLS',
  from: ['ready'],
  args: none,
  rfc: '3207#4',
  traits: { endsGroup: true },
  summary: 'Encrypt from here on.',
  outcomes: {
    go: { to: 'securing', says: '220 2.0.0 Go ahead', when: 'TLS is not on yet', then: 'secure' },
    already: { to: 'same', says: '503 5.5.1 TLS is on already', when: 'it is', rfc: '3207#4.2' },
  },
  run: ({ session }, _none, take) => (session.tls ? take.already() : take.go()),
});
const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '3207#4.2',
  summary: 'The handshake is done; both forget what was said before.',
  outcomes: { ok: { to: 'greeted', when: 'always: say EHLO again' } },
  run: (_cx, _tls, take) => take.ok({ session: { tls: true, esmtp: false, client: '', user: '' } }),
});
export const starttls: Extension<Smtp> = {
  keyword: 'STARTTLS',
  rfc: '3207#4',
  summary: 'Upgrade this connection to TLS.',
  adverts: ({ tls }) => (tls ? undefined : 'STARTTLS'),
  commands: [start],
  signals: [secured],
};
