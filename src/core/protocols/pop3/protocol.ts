import { answerSpans } from './answer-spans.ts';
import { MINUTE } from '../../base/time.ts';
import type { Host } from '../../host/host.ts';
import type { Leniency, Protocol } from '../../spec/protocol.ts';
import { lines, nothing, type Framing } from '../../wire/framing.ts';
import { saysSecret } from '../sasl/exchange.ts';
import { offered } from '../sasl/mechanisms.ts';
import { capabilities } from './capabilities.ts';
import { apop } from './commands/apop.ts';
import { sasl } from './commands/auth.ts';
import { capa } from './commands/capa.ts';
import { dele } from './commands/dele.ts';
import { languages } from './commands/lang.ts';
import { list } from './commands/list.ts';
import { noop } from './commands/noop.ts';
import { quit } from './commands/quit.ts';
import { retr } from './commands/retr.ts';
import { rset } from './commands/rset.ts';
import { closed, dropped, idle, opened, shutdown } from './commands/session.ts';
import { stat } from './commands/stat.ts';
import { startTls } from './commands/stls.ts';
import { top } from './commands/top.ts';
import { uidl } from './commands/uidl.ts';
import { userAndPass } from './commands/user.ts';
import { utf8 } from './commands/utf8.ts';
import { message } from './maildrop.ts';
import { interrupted, loggedIn, otherwise, responding } from './otherwise.ts';
import { encode } from './reply.ts';
import type { Pop3 } from './shape.ts';

const bareLf: Leniency<Pop3> = {
  name: 'commandLf',
  rfc: '1939#3',
  summary: 'A bare LF ends a command as CR LF does.',
  tolerated: ({ policy }) => policy.commandLf === 'accept',
};
const aheadOfTls: Leniency<Pop3> = {
  name: 'aheadOfTls',
  rfc: '2595#4',
  summary: 'What has come in before TLS is obeyed after it: whoever sits between may have said it.',
  tolerated: ({ policy }) => policy.aheadOfTls === 'obeyed',
};
/** Lines that end in CR LF; where the host is lenient, in a bare LF too. */
function upTo(limit: number, rfc: Framing['rfc']): (data: unknown, host: Host) => Framing {
  const [strict, lenient] = [lines(limit, rfc), lines(limit, rfc, { lf: true })];
  return (_data, host) => (bareLf.tolerated(host) ? lenient : strict);
}
const line = upTo(255, '2449#4');
/** As long as any mechanism in use needs. */
const response = upTo(12_288, '4954#4');
const timeout = { after: 10 * MINUTE, signal: 'idle' } as const;

export const pop3: Protocol<Pop3> = {
  id: 'pop3',
  title: 'POP3',
  initial: { name: 'connected', data: {} },
  session: { tls: false, timestamp: '', user: '', utf8: false, plainDots: false, challenges: 0 },
  secured: { tls: true },
  usual: ['USER', 'PASS'],
  states: {
    connected: { title: 'Connected', rfc: '1939#4', reads: nothing, timeout },
    authorization: { title: 'Who are you?', rfc: '1939#4', reads: line, timeout },
    named: { title: 'And the password?', rfc: '1939#7', reads: line, timeout, otherwise: interrupted },
    authenticating: {
      title: 'Proving who you are',
      rfc: '5034#4',
      reads: response,
      as: 'response',
      secret: ({ exchange }, line) => saysSecret(exchange, line),
      timeout,
      otherwise: responding,
    },
    securing: {
      title: 'TLS handshake',
      rfc: '2595#4',
      reads: nothing,
      carries: aheadOfTls.tolerated,
      timeout,
    },
    transaction: { title: 'Maildrop open', rfc: '1939#5', reads: line, timeout, otherwise: loggedIn },
  },
  commands: [apop, capa, stat, list, retr, dele, noop, rset, quit],
  signals: [opened, closed, dropped, idle, shutdown],
  extensions: [top, userAndPass, sasl, uidl, startTls, utf8, languages, ...capabilities],
  leniency: [bareLf, aheadOfTls],
  otherwise,
  hear(text) {
    const space = text.indexOf(' ');
    const end = space < 0 ? text.length : space;
    return { tag: '', verb: text.slice(0, end).toUpperCase(), rest: Math.min(end + 1, text.length) };
  },
  bears: ({ policy }) => policy.dropAfter,
  encode: (said, _tag, { plainDots }) => encode(said, plainDots),
  answerSpans,
  hints: (at, session, host) => ({
    mechanism: offered({ session, host }),
    ...(at.name === 'transaction' ? { message: numbers(at.data) } : {}),
  }),
};
/** The message numbers that can still be named. */
const numbers = (drop: Pop3['states']['transaction']): readonly string[] =>
  Array.from({ length: drop.rows.length }, (_, i) => i + 1)
    .filter((number) => message(drop, number) !== undefined)
    .map(String);
