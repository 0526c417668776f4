import type { ConnId } from '../../../base/ids.ts';
import type { Host } from '../../../host/host.ts';
import type { Extension } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { answer, begin, type Verdict } from '../../sasl/exchange.ts';
import { offered } from '../../sasl/mechanisms.ts';
import { mechanism } from '../arguments.ts';
import { advice } from '../cleartext.ts';
import { openMaildrop } from '../maildrop.ts';
import { command, signal, type Pop3 } from '../shape.ts';
import { pass } from './pass.ts';

const { ok, locked, broken, down, exposed: readable } = pass.outcomes;

const outcomes = {
  challenge: {
    to: 'authenticating',
    says: '+ {challenge}',
    when: 'the mechanism waits for a response',
    rfc: '5034#4',
  },
  ok,
  refused: {
    to: 'authorization',
    says: '-ERR [AUTH] That does not prove that you are a user here',
    when: 'the mechanism is not convinced',
    rfc: '3206#5',
  },
  locked,
  broken,
  malformed: {
    to: 'authorization',
    says: '-ERR That is base64, but not what this mechanism sends',
    when: 'the mechanism does not understand the response (PLAIN: NUL, name, NUL, password)',
    rfc: '4422#5',
  },
  undecodable: {
    to: 'authorization',
    says: '-ERR That is not base64',
    when: 'the response cannot be decoded',
    rfc: '5034#4',
  },
  exposed: readable,
} as const;

/** The mechanism has spoken; the maildrop has the last word. */
function conclude(
  verdict: Verdict,
  { host, conn, session }: { readonly host: Host; readonly conn: ConnId; readonly session: Pop3['session'] },
  take: Take<Pop3, 'authorization', typeof outcomes>,
): Taken {
  const { facts } = verdict;
  if (verdict.is === 'challenge') {
    const challenges = session.challenges + 1;
    return take.challenge(verdict, { state: verdict, session: { challenges }, facts });
  }
  if (verdict.is === 'exposed') return take.exposed({ advice: advice(session, host) });
  if (verdict.is !== 'granted') return take[verdict.is]({ facts });
  const opened = openMaildrop(host, verdict.user, conn);
  if (typeof opened === 'string') return take[opened]({ facts });
  const { count, octets } = opened.state;
  return take.ok({ count, octets }, { ...opened, facts: [...facts, ...opened.facts] });
}

const auth = command({
  verb: 'AUTH',
  from: ['authorization', 'named'],
  args: mechanism,
  rfc: '5034#4',
  summary: 'Log in with a SASL mechanism.',
  outcomes: {
    ...outcomes,
    down,
    unknown: {
      to: 'authorization',
      says: '-ERR No such mechanism here; there is {mechanisms}',
      when: 'this host does not have it',
      rfc: '5034#4',
    },
    uninvited: {
      to: 'authorization',
      says: '-ERR With {mechanism} the server speaks first; say no more than AUTH {mechanism}',
      when: 'a response came with a mechanism that begins with a challenge',
      rfc: '5034#4',
    },
  },
  run(cx, { mechanism, initial }, take) {
    if (cx.host.policy.authDown) return take.down();
    const verdict = begin(mechanism, initial, cx);
    if (verdict === 'unknown') {
      const names = offered(cx);
      return names.length === 0
        ? take.exposed({ advice: advice(cx.session, cx.host) })
        : take.unknown({ mechanisms: names.join(' ') });
    }
    if (verdict === 'uninvited') return take.uninvited({ mechanism: mechanism.toUpperCase() });
    return conclude(verdict, cx, take);
  },
});
const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '5034#4',
  summary: 'The client answers the challenge.',
  outcomes: {
    ...outcomes,
    cancelled: {
      to: 'authorization',
      says: '-ERR Cancelled, as you wish',
      when: 'the client sent a lone *',
      rfc: '5034#4',
    },
  },
  run(cx, line, take) {
    const verdict = answer(cx.state.exchange, line, cx);
    if (verdict === 'cancelled') return take.cancelled();
    return conclude(verdict, cx, take);
  },
});
export const sasl: Extension<Pop3> = {
  keyword: 'SASL',
  rfc: '5034#3',
  summary: 'Log in with a mechanism that other protocols use too.',
  adverts(session, host) {
    const names = offered({ session, host });
    return names.length === 0 ? undefined : `SASL ${names.join(' ')}`;
  },
  commands: [auth],
  signals: [response],
};
