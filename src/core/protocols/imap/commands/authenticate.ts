import type { Host } from '../../../host/host.ts';
import { optional, seq, token } from '../../../spec/grammar.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { answer, begin, type Verdict } from '../../sasl/exchange.ts';
import { offered } from '../../sasl/mechanisms.ts';
import { has, listOf } from '../capabilities.ts';
import { advice } from '../cleartext.ts';
import { takes } from '../grammar/cursor.ts';
import { command, signal, type Imap } from '../shape.ts';
import { verdicts } from './login.ts';

const { down, ...common } = verdicts;
const outcomes = {
  challenge: {
    to: 'authenticating',
    says: '+ {challenge}',
    when: 'the mechanism waits for a response',
  },
  ...common,
  refused: {
    to: 'notAuthenticated',
    says: 'NO [AUTHENTICATIONFAILED] That does not prove that you are a user here',
    when: 'the mechanism is not convinced',
    rfc: '5530#3',
  },
  malformed: {
    to: 'notAuthenticated',
    says: 'BAD That is base64, but not what this mechanism sends',
    when: 'the mechanism does not understand the response (PLAIN: NUL, name, NUL, password)',
    rfc: '4422#5',
  },
  undecodable: {
    to: 'notAuthenticated',
    says: 'BAD That is not base64',
    when: 'the response cannot be decoded',
  },
} as const;

function conclude(
  verdict: Verdict,
  { host, session, adverts }: Pick<Cx<Imap>, 'host' | 'session' | 'adverts'>,
  take: Take<Imap, 'notAuthenticated', typeof outcomes>,
): Taken {
  const { facts } = verdict;
  if (verdict.is === 'challenge') {
    const challenges = session.challenges + 1;
    return take.challenge(verdict, { state: verdict, session: { challenges }, facts });
  }
  if (verdict.is === 'exposed') return take.exposed({ advice: advice(host) }, { facts });
  if (verdict.is !== 'granted') return take[verdict.is]({ facts });
  const { user } = verdict;
  return take.ok({ user, capabilities: listOf(adverts({ user })) }, { session: { user }, facts });
}
const isOffered = (session: Imap['session'], host: Host): boolean => offered({ session, host }).length > 0;

export const authenticate = command({
  verb: 'AUTHENTICATE',
  from: ['notAuthenticated'],
  args: takes(
    'a mechanism and, if you like, its first response',
    seq({
      mechanism: token('mechanism', /[A-Za-z0-9_-]{1,20}/, (s) => s, { rfc: '4422#3.1' }),
      initial: optional(token('initial-response', /[\x21-\x7e]+/, (s) => s, { secret: true, rfc: '4959#3' })),
    }),
  ),
  rfc: '9051#6.2.2',
  summary: 'Log in with a mechanism that other protocols use too.',
  offered: isOffered,
  outcomes: {
    ...outcomes,
    down,
    unknown: {
      to: 'notAuthenticated',
      says: 'NO No such mechanism here; there is {mechanisms}',
      when: 'this host does not have it',
    },
    uninvited: {
      to: 'notAuthenticated',
      says: 'BAD With {mechanism} the server speaks first; say no more than its name',
      when: 'a response came with a mechanism that begins with a challenge',
      rfc: '4959#3',
    },
    early: {
      to: 'notAuthenticated',
      says: 'BAD A first response comes when it is asked for; SASL-IR is not known here',
      when: 'a response came, and this host does not know SASL-IR',
      rfc: '4959#3',
    },
  },
  run(cx, { mechanism, initial }, take) {
    const { host } = cx;
    if (host.policy.authDown) return take.down();
    if (initial !== undefined && !has(host, 'SASL-IR')) return take.early();
    const verdict = begin(mechanism, initial, cx);
    if (verdict === 'uninvited') return take.uninvited({ mechanism: mechanism.toUpperCase() });
    if (verdict !== 'unknown') return conclude(verdict, cx, take);
    const names = offered(cx);
    return names.length === 0
      ? take.exposed({ advice: advice(host) })
      : take.unknown({ mechanisms: names.join(' ') });
  },
});
export const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '9051#6.2.2',
  summary: 'The client answers the challenge.',
  outcomes: {
    ...outcomes,
    cancelled: {
      to: 'notAuthenticated',
      says: 'BAD Cancelled, as you wish',
      when: 'the client sent a lone *',
    },
  },
  run(cx, line, take) {
    const verdict = answer(cx.state.exchange, line, cx);
    return verdict === 'cancelled' ? take.cancelled() : conclude(verdict, cx, take);
  },
});
