import { CRLF } from '../../../../src/core/base/octets.ts';
import type { Extension, Protocol } from '../../../../src/core/spec/protocol.ts';
import { lines, nothing } from '../../../../src/core/wire/framing.ts';
import { literalLines } from '../../../../src/core/wire/literal-lines.ts';
import { changed, done, idle } from './commands/idle.ts';
import { fetch, uidFetch } from './commands/fetch.ts';
import { append, expunge, literal, select } from './commands/mailbox.ts';
import { authenticate, login, logout, noop, opened, response } from './commands/session.ts';
import { store, uidStore } from './commands/store.ts';
import { settle } from './untagged.ts';
import type { Imap } from './shape.ts';

const commands = literalLines();
const plain = (keyword: string, rfc: Extension<Imap>['rfc'], summary: string): Extension<Imap> => ({
  keyword,
  rfc,
  summary,
  adverts: () => keyword,
});

export const imap: Protocol<Imap> = {
  id: 'imap',
  title: 'IMAP',
  initial: { name: 'connected', data: {} },
  session: { user: '' },
  leniency: [],
  states: {
    connected: { title: 'Connected', rfc: '9051#3', reads: nothing },
    notAuthenticated: { title: 'Not authenticated', rfc: '9051#3.1', reads: commands },
    authenticating: {
      title: 'Proving who you are',
      rfc: '9051#6.2.2',
      reads: lines(12_288, '9051#6.2.2'),
      as: 'response',
    },
    authenticated: { title: 'Authenticated', rfc: '9051#3.2', reads: commands },
    selected: { title: 'Mailbox selected', rfc: '9051#3.3', reads: commands },
    idling: { title: 'Idling', rfc: '9051#6.3.13', reads: lines(512, '9051#6.3.13'), as: 'done' },
  },
  commands: [
    noop,
    logout,
    login,
    authenticate,
    select,
    append,
    fetch,
    uidFetch,
    store,
    uidStore,
    expunge,
    idle,
  ],
  signals: [opened, response, literal, changed, done],
  extensions: [
    plain('IMAP4rev2', '9051', 'The protocol.'),
    plain('LITERAL+', '7888#4', 'Literals without waiting.'),
    plain('IDLE', '2177', 'Told at once.'),
  ],
  otherwise: {
    unknown: { to: 'same', says: 'BAD No such command', when: 'the verb is not known' },
    badSequence: { to: 'same', says: 'BAD Not now', when: 'the verb is not legal in this state' },
    badSyntax: { to: 'same', says: 'BAD Expected {expected}', when: 'the arguments do not parse' },
    badParameter: { to: 'same', says: 'BAD Expected {expected}', when: 'never' },
    tooLong: { to: 'same', says: 'BAD Line too long', when: 'more than 64 KiB' },
    fault: { to: 'closed', says: '* BYE A bug in us', when: 'a rule threw' },
  },
  hear(text) {
    const first = text.indexOf(' ');
    if (first <= 0) return { tag: first < 0 && text !== '' ? text : '*', verb: '', rest: text.length };
    let end = text.indexOf(' ', first + 1);
    if (end < 0) end = text.length;
    let verb = text.slice(first + 1, end).toUpperCase();
    if (verb === 'UID') {
      const from = end + 1;
      end = text.indexOf(' ', from);
      if (end < 0) end = text.length;
      verb = `UID ${text.slice(from, end).toUpperCase()}`;
    }
    return { tag: text.slice(0, first), verb, rest: Math.min(end + 1, text.length) };
  },
  encode({ rows: [text = ''] }, tag) {
    return (text.startsWith('+ ') || text.startsWith('* ') ? text : `${tag} ${text}`) + CRLF;
  },
  settle,
};
