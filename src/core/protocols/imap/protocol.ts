import { MINUTE } from '../../base/time.ts';
import type { Protocol } from '../../spec/protocol.ts';
import { nothing } from '../../wire/framing.ts';
import { saysSecret } from '../sasl/exchange.ts';
import { offered } from '../sasl/mechanisms.ts';
import { initialResponse, literals, loginDisabled, mechanisms, revisions } from './capabilities.ts';
import { authenticate, response } from './commands/authenticate.ts';
import { capability } from './commands/capability.ts';
import { enable } from './commands/enable.ts';
import { id } from './commands/id.ts';
import { literal } from './commands/literal.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { noop } from './commands/noop.ts';
import { closed, idle, opened, patienceOf, shutdown } from './commands/session.ts';
import { startTls } from './commands/starttls.ts';
import { bareLf, commandLines, responseLines } from './framing.ts';
import { hear } from './hear.ts';
import { loggedIn, otherwise, responding } from './otherwise.ts';
import { encode } from './reply.ts';
import type { Imap } from './shape.ts';

const timeout = {
  after: (_data: unknown, session: Imap['session']): number => patienceOf(session),
  signal: 'idle',
} as const;

export const imap: Protocol<Imap> = {
  id: 'imap',
  title: 'IMAP',
  initial: { name: 'connected', data: {} },
  session: { tls: false, user: '', challenges: 0, rev2: false, patience: 30 * MINUTE },
  secured: { tls: true },
  usual: ['LOGIN', 'SELECT'],
  states: {
    connected: { title: 'Connected', rfc: '9051#3', reads: nothing, timeout },
    notAuthenticated: { title: 'Who are you?', rfc: '9051#3.1', reads: commandLines, timeout },
    authenticating: {
      title: 'Proving who you are',
      rfc: '9051#6.2.2',
      reads: responseLines,
      as: 'response',
      secret: ({ exchange }) => saysSecret(exchange),
      timeout,
      otherwise: responding,
    },
    securing: { title: 'TLS handshake', rfc: '9051#6.2.1', reads: nothing, timeout },
    authenticated: { title: 'Logged in', rfc: '9051#3.2', reads: commandLines, timeout, otherwise: loggedIn },
  },
  commands: [capability, noop, logout, authenticate, login],
  signals: [opened, response, literal, closed, idle, shutdown],
  extensions: [...revisions, literals, startTls, loginDisabled, mechanisms, initialResponse, id, enable],
  leniency: [bareLf],
  otherwise,
  hear,
  encode,
  hints: (_at, session, host) => ({ mechanism: offered({ session, host }) }),
};
