// From the connection to the open maildrop.
import type { Rfc } from '../../../base/ids.ts';
import type { Trouble } from '../../../host/device/device.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { changed, deviceOf, over } from '../../device/shape.ts';
import { answer, linesOf } from './answer.ts';
import { command, signal, type Collecting } from './shape.ts';

export const greeted = command({
  verb: '+OK',
  from: ['greeting'],
  args: answer,
  rfc: '2449#5',
  summary: 'The server is ready.',
  outcomes: { ask: { to: 'asking', says: 'CAPA', when: 'always' } },
  run: (_cx, _answer, take) => take.ask(),
});
const want = {
  upgrade: {
    to: 'starting',
    says: 'STLS',
    when: 'this device wants TLS, there is none yet, and the server has it',
    rfc: '2595#4',
  },
  bare: { to: 'leaving', says: 'QUIT', when: 'it wants TLS, and the server has none', rfc: '2595#2.1' },
} as const;
const name = { user: { to: 'naming', says: 'USER {user}', when: 'always', rfc: '1939#7' } } as const;
const without = { bare: want.bare, ...name } as const;
const asks = { from: ['asking'], args: answer, rfc: '2449#5' } as const;
function goOn(cx: Cx<Collecting>, take: Take<Collecting, 'asking', typeof without>): Taken {
  return cx.session.upgrade
    ? take.bare(changed(cx, { trouble: { what: 'no TLS', said: '' } }))
    : take.user({ user: deviceOf(cx).account.user });
}
export const asked = [
  command({
    ...asks,
    verb: '+OK',
    summary: 'The server says what it can do.',
    outcomes: { ...want, ...name },
    run: (cx, said, take) =>
      cx.session.upgrade && linesOf(said).some((line) => line.trim().toUpperCase() === 'STLS')
        ? take.upgrade()
        : goOn(cx, take),
  }),
  command({
    ...asks,
    verb: '-ERR',
    summary: 'The server does not know CAPA.',
    outcomes: without,
    run: (cx, _answer, take) => goOn(cx, take),
  }),
];
export const welcome = command({
  verb: '+OK',
  from: ['naming'],
  args: answer,
  rfc: '1939#7',
  summary: 'The server waits for the password.',
  outcomes: { pass: { to: 'proving', says: 'PASS {password}', when: 'always' } },
  run: (cx, _answer, take) => take.pass({ password: deviceOf(cx).account.password }),
});
export const inside = command({
  verb: '+OK',
  from: ['proving'],
  args: answer,
  rfc: '1939#7',
  summary: 'The maildrop is open, and locked for others.',
  outcomes: { list: { to: 'listing', says: 'UIDL', when: 'always' } },
  run: (_cx, _answer, take) => take.list(),
});
export const started = command({
  verb: '+OK',
  from: ['starting'],
  args: answer,
  rfc: '2595#4',
  summary: 'The server is ready for TLS.',
  outcomes: { secure: { to: 'upgrading', when: 'always', then: 'secure' } },
  run: (_cx, _answer, take) => take.secure(),
});
export const upgrades = [
  signal({
    on: 'secured',
    from: ['upgrading'],
    rfc: '2595#4',
    summary: 'The handshake is done; what the server could do before counts no more.',
    outcomes: {
      ask: { to: 'asking', says: 'CAPA', when: 'the certificate is good' },
      untrusted: { to: 'closed', when: 'it is not: whoever shows it might be anybody', rfc: '8314#4.4' },
    },
    run: (cx, { tls: { flaw } }, take) =>
      flaw === undefined
        ? take.ask({ session: { upgrade: false } })
        : take.untrusted(over(cx, { what: 'untrusted', said: flaw })),
  }),
  signal({
    on: 'insecure',
    from: ['upgrading'],
    rfc: '2595#2.1',
    summary: 'The handshake has failed; nothing is said without TLS.',
    outcomes: { failed: { to: 'closed', when: 'always' } },
    run: (cx, _insecure, take) => take.failed(over(cx, { what: 'no TLS', said: '' })),
  }),
] as const;
const turnedAway = (
  verb: '-ERR' | '[IN-USE]',
  from: readonly ('greeting' | 'starting' | 'naming' | 'proving' | 'listing')[],
  rfc: Rfc,
  what: Trouble['what'],
  summary: string,
) =>
  command({
    verb,
    from,
    args: answer,
    rfc,
    summary,
    outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always', rfc: '1939#6' } },
    run: (cx, { text }, take) => take.quit(changed(cx, { trouble: { what, said: text } })),
  });
export const refusals = [
  turnedAway('-ERR', ['starting'], '2595#4', 'no TLS', 'The server has TLS and will not begin it.'),
  turnedAway('-ERR', ['greeting'], '1939#3', 'refused', 'The server does not want to talk.'),
  turnedAway('-ERR', ['naming', 'proving'], '1939#7', 'denied', 'Not with this name and password.'),
  turnedAway('[IN-USE]', ['proving'], '2449#8.1.2', 'in use', 'Somebody else has this maildrop open.'),
  turnedAway(
    '-ERR',
    ['listing'],
    '1939#7',
    'refused',
    'The server has no names for its letters: nobody can say which are new.',
  ),
];
