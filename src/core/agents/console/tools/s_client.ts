// openssl s_client as OpenSSL 3.0 behaves: LF unless -crlf, and a line that begins with Q, R, K or k may be an order to the
// tool itself.
import type { Octets } from '../../../base/octets.ts';
import type { Closed, Effect, Flaw, Resolved, Tls } from '../../../spec/machine.ts';
import { isAddress, reached } from '../dial.ts';
import {
  hangUp,
  heard,
  interrupted,
  over,
  says,
  sent,
  stay,
  type Cx,
  type Mode,
  type Program,
  type Stir,
  type Turn,
} from '../tool.ts';
import {
  hear,
  hearEnd,
  MISSED,
  missed,
  newChat,
  type Chat,
  type Heard,
  type Starttls,
} from './s_client.starttls.ts';
import {
  brief,
  connectFailed,
  errorLine,
  HEADER,
  LOOKUP,
  noCertificate,
  session,
  tickets,
  UNEXPECTED_EOF,
  verified,
  WRONG_VERSION,
} from './s_client.words.ts';

/** What the command line asked for. */
export interface Wanted {
  readonly host: string;
  readonly port: number;
  readonly crlf: boolean;
  readonly quiet: boolean;
  /** -brief: a summary instead of everything; it is quiet too. */
  readonly brief: boolean;
  readonly showCerts: boolean;
  /** The name the certificate has to have; undefined: nobody asks. */
  readonly mustBe: string | undefined;
  /** Ctrl-D does not end it. */
  readonly ignoresEnd: boolean;
  /** Q, R, K and k at the start of a line are orders. */
  readonly commands: boolean;
  readonly starttls: Starttls | undefined;
  /** Who it says it is in those words. */
  readonly name: string;
  /** Undefined: the host's name, when it is one. */
  readonly serverName: string | undefined;
}
export interface SClient {
  readonly program: 's_client';
  readonly phase: 'connecting' | 'chat' | 'handshake' | 'open';
  readonly wanted: Wanted;
  /** The other machine's address. */
  readonly peer: string;
  /** What was said before TLS. */
  readonly chat: Chat | null;
  /** A new key was asked for, and the server's own comes before its next reply (RFC 8446 §4.6.3). */
  readonly rekeys: number;
  /** What is wrong with the server's certificate. */
  readonly flaw: Flaw | '';
  /** Ctrl-D was pressed although it ends nothing: nothing more is read. */
  readonly deaf: boolean;
}
export const newSClient = (wanted: Wanted): SClient => ({
  program: 's_client',
  phase: 'connecting',
  wanted,
  peer: '',
  chat: wanted.starttls ? newChat(wanted.starttls, wanted.name) : null,
  flaw: '',
  deaf: false,
  rekeys: 0,
});

const secure = ({ serverName, host }: Wanted): Effect => ({
  type: 'secure',
  serverName: serverName ?? (isAddress(host) ? '' : host),
});

function on(state: SClient, stir: Stir, cx: Cx): Turn<SClient> {
  switch (stir.type) {
    case 'resolved':
      return resolved(state, stir, cx);
    case 'refused':
      return over([says(...connectFailed(stir.why, cx))]);
    case 'opened':
      return opened(state, stir.peer);
    case 'received':
      return received(state, stir.octets);
    case 'secured':
      return secured({ ...state, phase: 'open', flaw: flawIn(stir.tls) }, cx);
    case 'ticket':
      return stay(state, state.wanted.quiet ? [] : [says(...tickets(state, cx))]);
    case 'insecure':
      return failed(state, errorLine(cx, WRONG_VERSION), HEADER);
    case 'closed':
      return closed(state, stir.how, cx);
    case 'line':
      return line(state, stir, cx);
    case 'end':
      return end(state);
    case 'interrupt':
      return over([interrupted], [hangUp]);
    default:
      return stay(state);
  }
}
const done: Turn<SClient> = over([says('DONE')], [hangUp]);
const end = (state: SClient): Turn<SClient> =>
  state.wanted.ignoresEnd ? stay({ ...state, deaf: true }) : done;

function resolved(state: SClient, answer: Resolved, cx: Cx): Turn<SClient> {
  const found = reached(answer, state.wanted.host);
  if (!found || state.phase !== 'connecting') return stay(state);
  const { address, why } = found;
  return address === undefined
    ? over([says(errorLine(cx, `${LOOKUP}${why}`), 'connect:errno=22')])
    : stay(state, [], [{ type: 'connect', to: address, port: state.wanted.port }]);
}

function opened(state: SClient, peer: string): Turn<SClient> {
  const shown = state.wanted.quiet ? [] : [says('CONNECTED(00000003)')];
  if (state.chat) return stay({ ...state, peer, phase: 'chat' }, shown);
  return stay({ ...state, peer, phase: 'handshake' }, shown, [secure(state.wanted)]);
}
function received(state: SClient, octets: Octets): Turn<SClient> {
  if (state.phase === 'chat' && state.chat) return talked(state, state.chat, hear(state.chat, octets));
  if (state.rekeys === 0) return stay(state, [heard(octets)]);
  const blocks = Array.from({ length: state.rekeys }, () => 'read R BLOCK');
  return stay({ ...state, rekeys: 0 }, [says(...(state.wanted.quiet ? [] : blocks)), heard(octets)]);
}
function talked(state: SClient, before: Chat, { chat, says: words }: Heard): Turn<SClient> {
  const shown = missed(before, chat) ? [says(MISSED)] : [];
  const effects = words.map((octets): Effect => ({ type: 'send', octets }));
  if (chat.step !== 'over') return stay({ ...state, chat }, shown, effects);
  return stay({ ...state, phase: 'handshake', chat }, shown, [...effects, secure(state.wanted)]);
}
const flawIn = ({ flaw }: Tls): SClient['flaw'] => flaw ?? '';
function secured(state: SClient, cx: Cx): Turn<SClient> {
  const { quiet, brief: short } = state.wanted;
  const { serverName, host } = state.wanted;
  const unnamed = serverName === undefined && isAddress(host) ? ["Can't use SSL_get_servername"] : [];
  const words = says(
    ...unnamed,
    ...verified(state, cx),
    ...(short ? brief(state, cx) : quiet ? [] : session(state, cx)),
  );
  return stay(state, state.chat ? [words, heard(state.chat.line)] : [words]);
}
/** `read`: of the handshake. */
function failed(state: SClient, error: string, read: number, begun = true): Turn<SClient> {
  return over([says(error, ...(state.wanted.quiet ? [] : noCertificate(state, read, begun)))], [hangUp]);
}
function closed(state: SClient, how: Closed['how'], cx: Cx): Turn<SClient> {
  if (state.phase === 'chat' && state.chat) return cutOff(state, state.chat, how, cx);
  if (state.phase !== 'open')
    return failed(state, how === 'reset' ? 'write:errno=104' : errorLine(cx, UNEXPECTED_EOF), 0);
  if (how === 'reset') return over([says('read:errno=104')], [hangUp]);
  return over(state.wanted.quiet ? [] : [says('closed')], [hangUp]);
}
/** The server went before it could be asked. s_client does not notice: it asks, and the handshake fails. */
function cutOff(state: SClient, before: Chat, how: Closed['how'], cx: Cx): Turn<SClient> {
  // A reset is noticed by the first write after it; what was asked for by then is what counts as written.
  const { chat, says: words } = hearEnd(before);
  const complaint = missed(before, chat) ? [says(MISSED)] : [];
  if (how === 'reset' && before.protocol === 'pop3') return over([says('BIO_read failed')], [hangUp]);
  const { shown, effects } =
    how === 'reset'
      ? failed(state, 'write:errno=32', 0, false)
      : failed({ ...state, chat }, errorLine(cx, UNEXPECTED_EOF), 0);
  const late = how === 'reset' ? [] : words.map((octets): Effect => ({ type: 'send', octets }));
  return over([...complaint, ...shown], [...late, ...effects]);
}
function line(state: SClient, typed: Stir & { readonly type: 'line' }, cx: Cx): Turn<SClient> {
  const { commands, crlf } = state.wanted;
  const order = commands ? typed.text.charAt(0) : '';
  if (order === 'Q') return done;
  // Only K asks the server for a new key too.
  if (order === 'K') return stay({ ...state, rekeys: state.rekeys + 1 }, [says('KEYUPDATE')]);
  if (order === 'k') return stay(state, [says('KEYUPDATE')]);
  if (order === 'R') {
    const wrong = errorLine(
      cx,
      '0A00010A:SSL routines:can_renegotiate:wrong ssl version:../ssl/ssl_lib.c:2287:',
    );
    return over([says('RENEGOTIATING', wrong)], [hangUp]);
  }
  return stay(state, [], [sent(typed, crlf ? '\r\n' : '\n')]);
}
const PHASE = {
  connecting: 'connecting',
  chat: 'waiting',
  handshake: 'handshake',
  open: 'open',
} as const;

export const sClient: Program<SClient> = {
  on,
  reads: ({ phase, deaf }) => phase === 'open' && !deaf,
  mode: ({ phase, wanted: { host, port, crlf } }): Mode => ({
    program: 's_client',
    phase: PHASE[phase],
    host,
    port,
    eol: crlf ? 'crlf' : 'lf',
    tls: phase === 'open',
  }),
};
