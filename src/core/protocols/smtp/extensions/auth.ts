import type { Host } from '../../../host/host.ts';
import { optional, seq, token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { answer, begin, type Verdict } from '../../sasl/exchange.ts';
import { offered, standingOf } from '../../sasl/mechanisms.ts';
import { addressOf } from '../path.ts';
import { command, parameter, signal, type Smtp } from '../shape.ts';
import { beginsTls, refusals } from '../submission.ts';
import { xtext } from '../xtext.ts';

const outcomes = {
  challenge: {
    to: 'authenticating',
    says: '334 {challenge}',
    when: 'the mechanism waits for a response',
    rfc: '4954#4',
  },
  granted: {
    to: 'ready',
    says: '235 2.7.0 Welcome, {user}',
    when: 'the mechanism is convinced',
    rfc: '4954#6',
    makes: { session: { user: 'somebody' } },
  },
  refused: {
    to: 'ready',
    says: '535 5.7.8 That does not prove that you are a user here',
    when: 'the mechanism is not convinced',
    rfc: '4954#6',
  },
  malformed: {
    to: 'ready',
    says: '501 5.5.2 That is base64, but not what this mechanism sends',
    when: 'the mechanism does not understand the response (PLAIN: NUL, name, NUL, password)',
    rfc: '4954#4',
  },
  undecodable: {
    to: 'ready',
    says: '501 5.5.2 That is not base64',
    when: 'the response cannot be decoded',
    rfc: '4954#4',
  },
  secureFirst: { ...refusals.secureFirst, to: 'ready', when: 'not without TLS, which this host has' },
  encryptionNeeded: {
    to: 'ready',
    says: '538 5.7.11 Encryption required for that, and this port begins none; connect to port 465',
    when: 'not without TLS, and the host hides STARTTLS',
    rfc: '4954#6',
  },
} as const;
function conclude(
  verdict: Verdict,
  { session, host }: { readonly session: Smtp['session']; readonly host: Host },
  take: Take<Smtp, 'ready', typeof outcomes>,
): Taken {
  const { facts } = verdict;
  if (verdict.is === 'exposed') return beginsTls(host) ? take.secureFirst() : take.encryptionNeeded();
  if (verdict.is === 'challenge') {
    const { exchange } = verdict;
    const challenges = session.challenges + 1;
    return take.challenge(verdict, { state: { exchange }, session: { challenges }, facts });
  }
  if (verdict.is !== 'granted') return take[verdict.is]({ facts });
  return take.granted({ user: verdict.user }, { session: { user: verdict.user }, facts });
}

const authenticate = command({
  verb: 'AUTH',
  from: ['ready'],
  args: seq({
    mechanism: token('mechanism', /[A-Za-z0-9_-]{1,20}/, (it) => it, {
      rfc: '4422#3.1',
      expected: 'a mechanism and, if you like, its first response',
    }),
    initial: optional(token('initial-response', /[^ \r\n]+/, (it) => it, { secret: true, rfc: '4954#4' })),
  }),
  rfc: '4954#4',
  traits: { endsGroup: true },
  summary: 'Log in with a SASL mechanism.',
  outcomes: {
    ...outcomes,
    unknown: {
      to: 'same',
      says: '504 5.5.4 No such mechanism here; there is {mechanisms}',
      when: 'this host does not have it',
      rfc: '4954#4',
    },
    weak: {
      to: 'same',
      says: '534 5.7.9 {mechanism} is too weak for this host',
      when: 'this host has it and does not trust it',
      rfc: '4954#6',
    },
    already: {
      to: 'same',
      says: '503 5.5.1 You are logged in as {user}; a session has one login',
      when: 'there was a login already',
      rfc: '4954#4',
    },
    notHere: {
      to: 'same',
      says: '502 5.5.1 Nobody logs in on this port; it takes mail for {domain} from anybody',
      when: 'the port is for mail from other servers',
      rfc: '6409#3.1',
    },
    uninvited: {
      to: 'same',
      says: '501 5.7.0 With {mechanism} the server speaks first; say no more than AUTH {mechanism}',
      when: 'a response came with a mechanism that begins with a challenge',
      rfc: '4954#4',
    },
    down: {
      to: 'same',
      says: '454 4.7.0 Nobody can log in at the moment; try again later',
      when: 'the directory of users does not answer',
      rfc: '4954#6',
    },
  },
  offered: (session, host) => isOffered(session, host),
  run(cx, { mechanism, initial }, take) {
    const { session, host } = cx;
    const { policy } = host;
    if (session.user !== '') return take.already({ user: session.user });
    if (session.role !== 'submission') return take.notHere({ domain: host.domain });
    if (policy.authDown) return take.down();
    const name = mechanism.toUpperCase();
    if (policy.authWeak.some((it) => it === name) && standingOf(cx, name) === 'offered')
      return take.weak({ mechanism: name });
    const verdict = begin(mechanism, initial, cx);
    if (verdict === 'unknown')
      return take.unknown({ mechanisms: offered(cx).join(' ') || 'none without TLS' });
    if (verdict === 'uninvited') return take.uninvited({ mechanism: name });
    return conclude(verdict, cx, take);
  },
});
const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '4954#4',
  summary: 'The client answers the challenge.',
  outcomes: {
    ...outcomes,
    cancelled: {
      to: 'ready',
      says: '501 5.7.0 Cancelled, as you wish',
      when: 'the client sent a lone *',
      rfc: '4954#4',
    },
  },
  run(cx, line, take) {
    const verdict = answer(cx.state.exchange, line, cx);
    return verdict === 'cancelled' ? take.cancelled() : conclude(verdict, cx, take);
  },
});
/** Who handed the letter in, says a server that trusts its client. This one trusts its own login alone (RFC 4954 §5). */
const submitter = parameter({
  of: 'MAIL',
  name: 'AUTH',
  from: ['ready'],
  args: xtext('submitter', 'AUTH=<> or AUTH=address, written as xtext', (it) =>
    it === '<>' || (it !== '' && addressOf(it, 'reverse-path').wrong === '') ? it : undefined,
  ),
  rfc: '4954#5',
  summary: 'Who handed the letter in first; <> for nobody knows.',
  outcomes: {},
});
const isOffered = (session: Smtp['session'], host: Host): boolean =>
  session.role === 'submission' && session.user === '' && offered({ session, host }).length > 0;
export const auth: Extension<Smtp> = {
  keyword: 'AUTH',
  rfc: '4954#3',
  summary: 'Log in with a mechanism that other protocols use too.',
  // after the login too, so that a client sees whether somebody between has changed the list (§4)
  adverts(session, host) {
    const names = session.role === 'submission' ? offered({ session, host }) : [];
    return names.length === 0 ? undefined : `AUTH ${names.join(' ')}`;
  },
  commands: [authenticate],
  signals: [response],
  parameters: [submitter],
};
