import { CRLF } from '../../../../../src/core/base/octets.ts';
import { none, optional, seq, word } from '../../../../../src/core/spec/grammar.ts';
import { answer, begin, conclude } from '../../sasl/exchange.ts';
import { astring } from '../grammar.ts';
import { anywhere, command, signal } from '../shape.ts';

export const opened = signal({
  on: 'opened',
  from: ['connected'],
  rfc: '9051#7.1.1',
  summary: 'A client has connected.',
  outcomes: {
    welcome: {
      to: 'notAuthenticated',
      says: '* OK [CAPABILITY {capabilities}] {domain} ready',
      when: 'always',
    },
  },
  run: ({ host, adverts }, _opened, take) =>
    take.welcome({ domain: host.domain, capabilities: adverts().join(' ') }),
});
export const noop = command({
  verb: 'NOOP',
  from: anywhere,
  args: none,
  rfc: '9051#6.1.2',
  summary: 'Anything new?',
  outcomes: { ok: { to: 'same', says: 'OK NOOP completed', when: 'always' } },
  run: (_cx, _none, take) => take.ok(),
});
export const logout = command({
  verb: 'LOGOUT',
  from: anywhere,
  args: none,
  rfc: '9051#6.1.3',
  summary: 'Part politely.',
  outcomes: { bye: { to: 'closed', says: 'OK LOGOUT completed', when: 'always' } },
  run: (_cx, _none, take) => take.bye({ say: [`* BYE See you${CRLF}`] }),
});
export const login = command({
  verb: 'LOGIN',
  from: ['notAuthenticated'],
  args: seq({ user: astring('user'), password: astring('password') }),
  rfc: '9051#6.2.3',
  summary: 'Name and password, in clear.',
  outcomes: {
    ok: { to: 'authenticated', says: 'OK LOGIN completed', when: 'they fit' },
    wrong: {
      to: 'same',
      says: 'NO [AUTHENTICATIONFAILED] Wrong name or password',
      when: 'they do not',
      rfc: '5530#3',
    },
  },
  run: ({ host }, { user, password }, take) =>
    host.store.users[user]?.password === password ? take.ok({ session: { user } }) : take.wrong(),
});
const outcomes = {
  challenge: { to: 'authenticating', says: '+ {challenge}', when: 'the mechanism wants to hear more' },
  granted: { to: 'authenticated', says: 'OK Welcome, {user}', when: 'the proof is good' },
  refused: {
    to: 'notAuthenticated',
    says: 'NO [AUTHENTICATIONFAILED] Wrong name or password',
    when: 'it is not',
    rfc: '5530#3',
  },
  malformed: {
    to: 'notAuthenticated',
    says: 'BAD Not base64',
    when: 'the response cannot be decoded',
    rfc: '9051#6.2.2',
  },
  cancelled: {
    to: 'notAuthenticated',
    says: 'BAD Cancelled',
    when: 'the client sent a lone *',
    rfc: '9051#6.2.2',
  },
  unknown: {
    to: 'notAuthenticated',
    says: 'NO No such mechanism',
    when: 'we do not know it',
    rfc: '9051#6.2.2',
  },
} as const;
export const authenticate = command({
  verb: 'AUTHENTICATE',
  from: ['notAuthenticated'],
  args: seq({ mechanism: word('mechanism'), initial: optional(word('initial-response')) }),
  rfc: '9051#6.2.2',
  summary: 'Log in with SASL.',
  outcomes,
  run: (cx, { mechanism, initial }, take) => conclude(begin(mechanism, initial, cx), take),
});
export const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '9051#6.2.2',
  summary: 'The client answers the challenge.',
  outcomes,
  run: (cx, line, take) => conclude(answer(cx.state.exchange, line, cx), take),
});
