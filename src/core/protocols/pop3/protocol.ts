import { MINUTE } from '../../base/time.ts';
import type { Protocol } from '../../spec/protocol.ts';
import { lines, nothing } from '../../wire/framing.ts';
import { noop } from './commands/noop.ts';
import { pass } from './commands/pass.ts';
import { quit } from './commands/quit.ts';
import { closed, opened, shutdown } from './commands/session.ts';
import { stat } from './commands/stat.ts';
import { user } from './commands/user.ts';
import { encode } from './reply.ts';
import type { Pop3 } from './shape.ts';

const line = lines(255, '2449#4');
const patience = { after: 10 * MINUTE, signal: 'idle' } as const;

export const pop3: Protocol<Pop3> = {
  id: 'pop3',
  title: 'POP3',
  initial: { name: 'connected', data: {} },
  session: { tls: false, timestamp: '' },
  states: {
    connected: { title: 'Connected', rfc: '1939#4', reads: nothing },
    authorization: { title: 'Who are you?', rfc: '1939#4', reads: line, timeout: patience },
    named: { title: 'And the password?', rfc: '1939#7', reads: line, timeout: patience },
    securing: { title: 'TLS handshake', rfc: '2595#4', reads: nothing, timeout: patience },
    transaction: { title: 'Maildrop open', rfc: '1939#5', reads: line, timeout: patience },
  },
  commands: [user, pass, stat, noop, quit],
  signals: [opened, closed, shutdown],
  extensions: [],
  leniency: [],
  otherwise: {
    unknown: { to: 'same', says: '-ERR No such command', when: 'the verb is not known here', rfc: '1939#3' },
    badSequence: { to: 'same', says: '-ERR Not now', when: 'the verb is not legal in this state', rfc: '1939#3' },
    badSyntax: { to: 'same', says: '-ERR Expected {expected}', when: 'the arguments do not parse', rfc: '1939#3' },
    badParameter: { to: 'same', says: '-ERR Expected {expected}', when: 'never', rfc: '1939#3' },
    tooLong: { to: 'same', says: '-ERR Line too long', when: 'more than 255 octets', rfc: '2449#4' },
    fault: { to: 'closed', says: '-ERR [SYS/TEMP] A fault of this server', when: 'a rule threw', rfc: '3206#5' },
  },
  hear(text) {
    const space = text.indexOf(' ');
    const end = space < 0 ? text.length : space;
    return { tag: '', verb: text.slice(0, end).toUpperCase(), rest: Math.min(end + 1, text.length) };
  },
  encode,
};
