import { optional, seq, word } from '../../../../../src/core/spec/grammar.ts';
import type { Extension } from '../../../../../src/core/spec/protocol.ts';
import { answer, begin, conclude, mechanisms } from '../../sasl/exchange.ts';
import { command, signal, type Smtp } from '../shape.ts';

const outcomes = {
  challenge: { to: 'authenticating', says: '334 {challenge}', when: 'the mechanism wants to hear more' },
  granted: { to: 'ready', says: '235 2.7.0 Welcome, {user}', when: 'the proof is good' },
  refused: { to: 'ready', says: '535 5.7.8 Wrong name or password', when: 'it is not' },
  malformed: {
    to: 'ready',
    says: '501 5.5.2 Not base64',
    when: 'the response cannot be decoded',
    rfc: '4954#4',
  },
  cancelled: { to: 'ready', says: '501 5.7.0 Cancelled', when: 'the client sent a lone *', rfc: '4954#4' },
  unknown: { to: 'ready', says: '504 5.5.4 No such mechanism', when: 'we do not know it', rfc: '4954#4' },
} as const;
const auth = command({
  verb: 'AUTH',
  from: ['ready'],
  args: seq({ mechanism: word('mechanism'), initial: optional(word('initial-response')) }),
  rfc: '4954#4',
  summary: 'Prove who is submitting.',
  outcomes,
  run: (cx, { mechanism, initial }, take) => conclude(begin(mechanism, initial, cx), take),
});
const response = signal({
  on: 'response',
  from: ['authenticating'],
  rfc: '4954#4',
  summary: 'The client answers the challenge.',
  outcomes,
  run: (cx, line, take) => conclude(answer(cx.state.exchange, line, cx), take),
});
export const authentication: Extension<Smtp> = {
  keyword: 'AUTH',
  rfc: '4954#3',
  summary: 'Log in with SASL.',
  adverts: () => `AUTH ${mechanisms.join(' ')}`,
  commands: [auth],
  signals: [response],
};
