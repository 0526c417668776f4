import { MINUTE } from '../../base/time.ts';
import type { Protocol } from '../../spec/protocol.ts';
import { nothing } from '../../wire/framing.ts';
import { saysSecret } from '../sasl/exchange.ts';
import { offered } from '../sasl/mechanisms.ts';
import { initialResponse, literals, loginDisabled, mechanisms, revisions } from './capabilities.ts';
import { believes } from './believes.ts';
import { answerSpans } from './answer-spans.ts';
import { append, multiAppend } from './commands/append.ts';
import { authenticate, response } from './commands/authenticate.ts';
import { capability } from './commands/capability.ts';
import { changed } from './commands/changed.ts';
import { check, close, unselect } from './commands/close.ts';
import { copy, uidCopy } from './commands/copy.ts';
import { create, createSpecialUse } from './commands/create.ts';
import { deleteMailbox } from './commands/delete.ts';
import { enable } from './commands/enable.ts';
import { expunge, uidPlus } from './commands/expunge.ts';
import { fetch, uidFetch } from './commands/fetch.ts';
import { id } from './commands/id.ts';
import { idling } from './commands/idle.ts';
import { list, listExtensions } from './commands/list.ts';
import { literal } from './commands/literal.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { lsub } from './commands/lsub.ts';
import { move } from './commands/move.ts';
import { namespace } from './commands/namespace.ts';
import { noop } from './commands/noop.ts';
import { replace } from './commands/replace.ts';
import { rename } from './commands/rename.ts';
import { examine, select } from './commands/select.ts';
import { closed, dropped, idle, opened, patienceOf, shutdown } from './commands/session.ts';
import { startTls } from './commands/starttls.ts';
import { status } from './commands/status.ts';
import { store, uidStore } from './commands/store.ts';
import { subscribe, unsubscribe } from './commands/subscribe.ts';
import { unauthenticate } from './commands/unauthenticate.ts';
import { dataItems } from './data-items.ts';
import { quotas } from './quota/commands.ts';
import { search, searchExtensions, uidSearch } from './search/commands/search.ts';
import { sortExtensions } from './search/commands/sort.ts';
import { thread } from './search/commands/thread.ts';
import { bareLf, commandLines, doneLines, responseLines } from './framing.ts';
import { begins } from './begins.ts';
import { hear } from './hear.ts';
import { loggedIn, otherwise, responding, unselected } from './otherwise.ts';
import { encode } from './reply.ts';
import type { Imap } from './shape.ts';
import { suggests } from './suggest/suggest.ts';
import { settle } from './untagged.ts';

const timeout = {
  after: (_data: unknown, session: Imap['session']): number => patienceOf(session),
  signal: 'idle',
} as const;

export const imap: Protocol<Imap> = {
  id: 'imap',
  title: 'IMAP',
  initial: { name: 'connected', data: {} },
  session: {
    tls: false,
    user: '',
    challenges: 0,
    rev2: false,
    condstore: false,
    qresync: false,
    swaps: false,
    patience: 30 * MINUTE,
  },
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
      secret: ({ exchange }, line) => saysSecret(exchange, line),
      timeout,
      otherwise: responding,
    },
    securing: { title: 'TLS handshake', rfc: '9051#6.2.1', reads: nothing, timeout },
    authenticated: {
      title: 'Logged in',
      rfc: '9051#3.2',
      reads: commandLines,
      timeout,
      otherwise: unselected,
    },
    selected: { title: 'Mailbox open', rfc: '9051#3.3', reads: commandLines, timeout, otherwise: loggedIn },
    idling: { title: 'Listening', rfc: '9051#6.3.13', reads: doneLines, as: 'done', over: 'done', timeout },
  },
  commands: [
    capability,
    noop,
    logout,
    authenticate,
    login,
    select,
    examine,
    create,
    deleteMailbox,
    rename,
    subscribe,
    unsubscribe,
    list,
    lsub,
    status,
    append,
    check,
    close,
    expunge,
    fetch,
    uidFetch,
    store,
    uidStore,
    copy,
    uidCopy,
    search,
    uidSearch,
  ],
  signals: [opened, response, literal, changed, closed, dropped, idle, shutdown],
  extensions: [
    ...revisions,
    literals,
    startTls,
    loginDisabled,
    mechanisms,
    initialResponse,
    id,
    enable,
    idling,
    namespace,
    unselect,
    uidPlus,
    move,
    ...listExtensions,
    createSpecialUse,
    multiAppend,
    ...dataItems,
    replace,
    unauthenticate,
    ...searchExtensions,
    ...sortExtensions,
    thread,
    ...quotas,
  ],
  leniency: [bareLf],
  otherwise,
  hear,
  begins,
  bears: ({ policy }) => policy.dropAfter,
  encode,
  settle,
  believes,
  hints: (_at, session, host) => ({ mechanism: offered({ session, host }) }),
  suggests,
  answerSpans,
};
