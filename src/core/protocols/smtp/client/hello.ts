// From the greeting to the first MAIL: who are you, what can you do, shall we whisper?
import { encode64 } from '../../../base/base64.ts';
import type { Login } from '../../../host/errand.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { beginning, letterOf, open } from './envelope.ts';
import { conclude, own, refusedWith, remoteOf } from './findings.ts';
import { unfit } from './needs.ts';
import { offers, offersIn } from './offers.ts';
import { reply, type Reply } from './reply.ts';
import { command, signal, type Sending } from './shape.ts';
import { isBare, isBroken, isSecret, promised, withoutTls } from './tls.ts';

export const opened = signal({
  on: 'opened',
  from: ['connecting'],
  rfc: '5321#3.1',
  summary: 'The connection is up; the server speaks first.',
  outcomes: {
    wait: { to: 'greeting', when: 'always, unless TLS comes first' },
    secure: {
      to: 'securing',
      when: 'a letter is handed in where TLS comes first',
      then: 'secure',
      rfc: '8314#3.3',
    },
  },
  run: ({ session }, _opened, take) => (session.mission.login?.secure ? take.secure() : take.wait()),
});
export const welcomed = command({
  verb: '2yz',
  from: ['greeting'],
  args: reply,
  rfc: '5321#3.1',
  summary: 'The server is ready.',
  outcomes: { hello: { to: 'hello', says: 'EHLO {name}', when: 'always', rfc: '5321#3.2' } },
  run: ({ host }, _said, take) => take.hello({ name: host.id }),
});
/** Another exchanger may be of another opinion; only when all of them say never, it is never. */
const leave = (cx: Cx<Sending>, said: Reply) =>
  conclude(cx, refusedWith(cx, said, false), { hope: said.code < 500 });
export const notNow = command({
  verb: '4yz',
  from: ['greeting', 'hello', 'oldHello'],
  args: reply,
  rfc: '5321#3.1',
  summary: 'The server does not want to talk now.',
  outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always: the next machine, or another time' } },
  run: (cx, said, take) => take.quit(leave(cx, said)),
});
export const never = command({
  verb: '5yz',
  from: ['greeting', 'oldHello'],
  args: reply,
  rfc: '5321#3.1',
  summary: 'The server does not want to talk at all.',
  outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always: the next machine, if there is one' } },
  run: (cx, said, take) => take.quit(leave(cx, said)),
});

const needs = {
  bare: {
    to: 'leaving',
    says: 'QUIT',
    when: 'this host sends nothing without TLS, and the server has none',
    rfc: '3207#4.1',
  },
  promised: {
    to: 'leaving',
    says: 'QUIT',
    when: 'the zone of the server is signed, and promises TLS that the server does not offer',
    rfc: '7672#2.2',
  },
  unfit: {
    to: 'leaving',
    says: 'QUIT',
    when: 'what the letter needs is not offered: its size, octets above 127 that it cannot do without, addresses beyond ASCII',
    rfc: '1870#6.2',
  },
} as const;
const clear = { ...beginning, ...needs } as const;
type Clear = Take<Sending, 'hello', typeof clear>;
/** What comes after the last hello, given what the server can do. */
function proceed(
  cx: Cx<Sending>,
  all: Sending['session']['offers'],
  take: Omit<Clear, 'group' | 'bare' | 'promised'> & Partial<Clear>,
): Taken {
  const { session } = cx;
  if (take.promised && isBroken(cx) && !isSecret(cx)) return take.promised(promised(cx));
  if (take.bare && isBare(cx) && !isSecret(cx)) return take.bare(withoutTls(cx));
  const why = unfit(cx, letterOf(cx), all);
  if (why !== undefined) return take.unfit(conclude(cx, own(cx, why), { hope: false }));
  return open(cx, session.open, all, take);
}
export const known = command({
  verb: '2yz',
  from: ['hello'],
  args: reply,
  rfc: '5321#4.1.1.1',
  summary: 'The server says what it can do.',
  outcomes: {
    ...clear,
    secure: {
      to: 'starting',
      says: 'STARTTLS',
      when: 'the server offers TLS and there is none yet: better than none (RFC 7435)',
      rfc: '3207#4.1',
    },
    prove: {
      to: 'proving',
      says: 'AUTH PLAIN {response}',
      when: 'somebody hands a letter in, and has to say who that is',
      rfc: '4954#4',
    },
    mute: {
      to: 'leaving',
      says: 'QUIT',
      when: 'somebody hands a letter in, and the server offers no login here',
      rfc: '6409#4.3',
    },
  },
  run(cx, said, take) {
    const all = offersIn(said);
    const { tls, mission } = cx.session;
    const wanted = cx.host.policy.sendTls !== 'never' && !mission.plain;
    if (!tls && wanted && offers(all, 'STARTTLS')) return take.secure({ session: { offers: all } });
    const { login } = mission;
    // before the password: it is not for everybody on the way
    if (login && isBare(cx)) return take.bare(withoutTls(cx));
    if (login && !(all['AUTH'] ?? []).includes('PLAIN'))
      return take.mute(
        conclude(cx, own(cx, `530 5.7.0 ${remoteOf(cx)} offers no login here`), { hope: false }),
      );
    if (login) return take.prove({ response: plainResponse(login) }, { session: { offers: all } });
    return proceed(cx, all, take);
  },
});
export const unknown = command({
  verb: '5yz',
  from: ['hello'],
  args: reply,
  rfc: '5321#3.2',
  summary: 'The server does not know EHLO.',
  outcomes: { old: { to: 'oldHello', says: 'HELO {name}', when: 'always: as before there were extensions' } },
  run: ({ host }, _said, take) => take.old({ name: host.id }),
});
export const knownOfOld = command({
  verb: '2yz',
  from: ['oldHello'],
  args: reply,
  rfc: '5321#4.1.1.1',
  summary: 'The server knows us, and has no extensions.',
  outcomes: { mail: beginning.mail, ...needs },
  run: (cx, _said, take) => proceed(cx, {}, take),
});
export const start = command({
  verb: '2yz',
  from: ['starting'],
  args: reply,
  rfc: '3207#4',
  summary: 'The server is ready for TLS.',
  outcomes: { secure: { to: 'securing', when: 'always', then: 'secure' } },
  run: (_cx, _said, take) => take.secure(),
});
const noStart = (verb: '4yz' | '5yz') =>
  command({
    verb,
    from: ['starting'],
    args: reply,
    rfc: '3207#4.1',
    summary: 'The server offered TLS and will not begin it.',
    outcomes: clear,
    run: (cx, _said, take) => proceed(cx, cx.session.offers, take),
  });
export const notStarted = [noStart('4yz'), noStart('5yz')];
/** RFC 4616 §2: as nobody else, this user, with this password. */
const plainResponse = ({ user, password }: Login): string => encode64(`\0${user}\0${password}`);
export const proven = command({
  verb: '2yz',
  from: ['proving'],
  args: reply,
  rfc: '4954#4',
  summary: 'The server knows who hands in.',
  outcomes: { ...beginning, unfit: needs.unfit },
  run: (cx, _said, take) => proceed(cx, cx.session.offers, take),
});
const unproven = (verb: '4yz' | '5yz') =>
  command({
    verb,
    from: ['proving'],
    args: reply,
    rfc: '4954#6',
    summary: verb === '4yz' ? 'Nobody can log in now.' : 'Not with this name and password.',
    outcomes: { quit: { to: 'leaving', says: 'QUIT', when: 'always' } },
    run: (cx, said, take) => take.quit(conclude(cx, refusedWith(cx, said, verb === '5yz'))),
  });
export const notProven = [unproven('4yz'), unproven('5yz')];
