// From the connection to the open maildrop.
import type { Trouble } from '../../../host/device/device.ts';
import { answer } from './answer.ts';
import { changed, command, deviceOf, signal, type Collecting } from './shape.ts';
import type { Cx } from '../../../spec/protocol.ts';

export const opened = signal({
  on: 'opened',
  from: ['connecting'],
  rfc: '1939#3',
  summary: 'The connection is up.',
  outcomes: {
    secure: { to: 'securing', when: 'TLS comes first here', then: 'secure', rfc: '8314#3.3' },
    wait: { to: 'greeting', when: 'it does not: the server speaks first' },
  },
  run: ({ session }, _opened, take) => (session.secure ? take.secure() : take.wait()),
});
export const secured = signal({
  on: 'secured',
  from: ['securing'],
  rfc: '8314#3.3',
  summary: 'The handshake is done; now the server speaks.',
  outcomes: {
    wait: { to: 'greeting', when: 'the certificate is good' },
    untrusted: { to: 'closed', when: 'it is not: whoever shows it might be anybody', rfc: '8314#4.4' },
  },
  run(cx, { tls: { flaw } }, take) {
    if (flaw === undefined) return take.wait();
    return take.untrusted(changed(cx, { line: 'no', trouble: { what: 'untrusted', said: flaw } }));
  },
});
export const greeted = command({
  verb: '+OK',
  from: ['greeting'],
  args: answer,
  rfc: '2449#5',
  summary: 'The server is ready.',
  outcomes: { ask: { to: 'asking', says: 'CAPA', when: 'always' } },
  run: (_cx, _answer, take) => take.ask(),
});
const name = { user: { to: 'naming', says: 'USER {user}', when: 'always', rfc: '1939#7' } } as const;
const named = (verb: '+OK' | '-ERR') =>
  command({
    verb,
    from: ['asking'],
    args: answer,
    rfc: '2449#5',
    summary: verb === '+OK' ? 'The server says what it can do.' : 'The server does not know CAPA.',
    outcomes: name,
    run: (cx, _answer, take) => take.user({ user: deviceOf(cx).account.user }),
  });
export const asked = [named('+OK'), named('-ERR')];
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
const out = (what: Trouble['what'], cx: Pick<Cx<Collecting>, 'host'>, said: string) =>
  changed(cx, { trouble: { what, said } });
const leave = { quit: { to: 'leaving', says: 'QUIT', when: 'always', rfc: '1939#6' } } as const;
export const turnedAway = command({
  verb: '-ERR',
  from: ['greeting'],
  args: answer,
  rfc: '1939#3',
  summary: 'The server does not want to talk.',
  outcomes: leave,
  run: (cx, { text }, take) => take.quit(out('refused', cx, text)),
});
export const denied = command({
  verb: '-ERR',
  from: ['naming', 'proving'],
  args: answer,
  rfc: '1939#7',
  summary: 'Not with this name and password.',
  outcomes: leave,
  run: (cx, { text }, take) => take.quit(out('denied', cx, text)),
});
export const busy = command({
  verb: '[IN-USE]',
  from: ['proving'],
  args: answer,
  rfc: '2449#8.1.2',
  summary: 'Somebody else has this maildrop open.',
  outcomes: leave,
  run: (cx, { text }, take) => take.quit(out('in use', cx, text)),
});
export const unnamed = command({
  verb: '-ERR',
  from: ['listing'],
  args: answer,
  rfc: '1939#7',
  summary: 'The server has no names for its letters: nobody can say which are new.',
  outcomes: leave,
  run: (cx, { text }, take) => take.quit(out('refused', cx, text)),
});
