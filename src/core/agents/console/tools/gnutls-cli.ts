// gnutls-cli 3.7: LF unless --crlf; with --starttls it talks plainly until Ctrl-D, then shakes hands; with --starttls-proto it
// says the words for that itself.
import { SECOND } from '../../../base/time.ts';
import type { Effect, Flaw, Resolved } from '../../../spec/machine.ts';
import { inRange, isAddress, literal, peerName, portOf, reach, reached, reason } from '../dial.ts';
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
import { read } from './gnutls-cli.options.ts';
import { awaited, begin, hear, isKnown, type Step, type Waiting } from './gnutls-cli.starttls.ts';
import { certificates, distrust, sessionWords } from './gnutls-cli.words.ts';
import { chainOf, commonName } from '../../../net/x509.ts';

export interface GnutlsCli {
  readonly program: 'gnutls-cli';
  readonly phase: 'connecting' | 'plain' | 'waiting' | 'handshake' | 'open' | 'leaving';
  readonly host: string;
  readonly port: number;
  /** As it was typed: the tool quotes it. */
  readonly portText: string;
  readonly address: string;
  /** The first address of the machine that answered. */
  readonly peer: string;
  readonly crlf: boolean;
  readonly starttls: boolean;
  /** --starttls-proto; '': none. */
  readonly protocol: string;
  /** What it waits for before TLS. */
  readonly waiting: Waiting | null;
}
export function startGnutlsCli(args: readonly string[]): Turn<GnutlsCli> {
  const wanted = read(args);
  if (!('host' in wanted)) return over([says(...wanted)]);
  const { host, port: portText, crlf, starttls, protocol } = wanted;
  if (host === '') return over([says('No hostname specified')]);
  const first = ['Processed 1 CA certificate(s).', `Resolving '${host}:${portText}'...`];
  const port = portOf(portText);
  if (port === undefined || !inRange(port))
    return over([
      says(...first, `Cannot resolve ${host}:${portText}: Servname not supported for ai_socktype`),
    ]);
  const address = literal(host) ?? '';
  const state: GnutlsCli = {
    program: 'gnutls-cli',
    phase: 'connecting',
    host,
    port,
    portText,
    address,
    peer: '',
    crlf,
    starttls,
    protocol,
    waiting: null,
  };
  const dialling = address === '' ? [] : [connecting(address, port)];
  return stay(state, [says(...first, ...dialling)], [reach(host, port)]);
}
const connecting = (address: string, port: number): string => `Connecting to '${address}:${port}'...`;
const simple = ['', '- Simple Client Mode:', ''];
const secure = (state: GnutlsCli): Turn<GnutlsCli>['effects'] => [
  { type: 'secure', serverName: isAddress(state.host) ? '' : state.host },
];
const gone = says('- Peer has closed the GnuTLS connection');

function resolved(state: GnutlsCli, answer: Resolved): Turn<GnutlsCli> {
  const found = state.phase === 'connecting' ? reached(answer, state.host) : undefined;
  if (!found) return stay(state);
  const { address, why } = found;
  if (address === undefined) return over([says(`Cannot resolve ${state.host}:${state.portText}: ${why}`)]);
  const dial = { type: 'connect', to: address, port: state.port } as const;
  return stay({ ...state, address }, [says(connecting(address, state.port))], [dial]);
}
const on = (state: GnutlsCli, stir: Stir, cx: Cx): Turn<GnutlsCli> =>
  state.waiting ? negotiating(state, state.waiting, stir, cx) : going(state, stir, cx);
function going(state: GnutlsCli, stir: Stir, cx: Cx): Turn<GnutlsCli> {
  switch (stir.type) {
    case 'resolved':
      return resolved(state, stir);
    case 'refused':
      return over([says(`Could not connect to ${state.address}:${state.port}: ${reason(stir.why)}`)]);
    case 'opened':
      return opened({ ...state, peer: stir.peer }, cx);
    case 'received':
      return stay(state, [heard(stir.octets)]);
    case 'secured':
      return secured(state, stir.tls.flaw ?? '', cx);
    case 'insecure':
      return insecure(state);
    case 'closed':
      return closed(state, stir.how);
    case 'line':
      return stay(state, [], [sent(stir, state.crlf ? '\r\n' : '\n')]);
    case 'end':
      return end(state);
    case 'interrupt':
      return over([interrupted], [hangUp]);
    default:
      return stay(state);
  }
}
function opened(state: GnutlsCli, cx: Cx): Turn<GnutlsCli> {
  if (state.starttls) return stay({ ...state, phase: 'plain' }, [says(...simple)]);
  const { protocol } = state;
  const strange = protocol === '' || isKnown(protocol) ? [] : [says(`unknown protocol '${protocol}'`)];
  const { shown, effects, state: now } = negotiated(state, begin(protocol, state.host), cx);
  return { state: now, shown: [...strange, ...shown], effects };
}
function negotiating(state: GnutlsCli, waiting: Waiting, stir: Stir, cx: Cx): Turn<GnutlsCli> {
  switch (stir.type) {
    case 'received':
      return negotiated(state, hear(waiting, stir.octets, state.host), cx);
    case 'due':
      return gaveUp(waiting, 'Timeout');
    case 'closed':
      return gaveUp(waiting, stir.how === 'reset' ? 'Connection reset by peer' : 'Timeout');
    case 'interrupt':
      return over([interrupted], [hangUp, STAY]);
    default:
      return stay(state);
  }
}
const PATIENCE = 10 * SECOND;
const STAY: Effect = { type: 'wait', until: -1 };
/** Every piece that comes begins its patience anew. */
function negotiated(state: GnutlsCli, { waiting, says: words }: Step, { now }: Cx): Turn<GnutlsCli> {
  const sends = words.map((octets): Effect => ({ type: 'send', octets }));
  if (waiting)
    return stay(
      { ...state, phase: 'waiting', waiting },
      [],
      [...sends, { type: 'wait', until: now + PATIENCE }],
    );
  const calm: readonly Effect[] = state.waiting ? [STAY] : [];
  return stay({ ...state, phase: 'handshake', waiting }, [], [...sends, ...calm, ...secure(state)]);
}
/** It makes no difference between silence and the end. */
const gaveUp = (waiting: Waiting, why: string): Turn<GnutlsCli> =>
  over([says(`error receiving '${awaited(waiting)}': ${why}`)], [hangUp, STAY]);
function secured(state: GnutlsCli, flaw: Flaw | '', cx: Cx): Turn<GnutlsCli> {
  const chain = chainOf(peerName(cx.host, state.peer, state.host), cx.seed, cx.epoch, flaw);
  const shown = certificates(chain);
  const why = distrust(chain, commonName(chain[0]) === state.host.toLowerCase(), cx);
  if (why !== '')
    return over(
      [
        says(
          ...shown,
          `- Status: The certificate is NOT trusted. ${why}`,
          '*** PKI verification of server certificate failed...',
          '*** Fatal error: Error in the certificate.',
          ...(state.starttls ? ['*** Handshake has failed'] : []),
        ),
      ],
      [hangUp],
    );
  const words = [
    ...shown,
    ...sessionWords(cx),
    ...(state.starttls ? [] : ['- Handshake was completed', ...simple]),
  ];
  return stay({ ...state, phase: 'open' }, [says(...words)]);
}
/** It names the first octet it got: of `+OK` when the server spoke first, of `-ERR` when it answered the ClientHello. */
const insecure = ({ starttls }: GnutlsCli): Turn<GnutlsCli> =>
  over(
    [
      says(
        `|<1>| Received record packet of unknown type ${starttls ? 45 : 43}`,
        '*** Fatal error: An unexpected TLS packet was received.',
        ...(starttls ? ['*** Handshake has failed'] : []),
      ),
    ],
    [hangUp],
  );
const RESET = '*** Fatal error: Error in the pull function.';
function closed(state: GnutlsCli, how: 'close' | 'reset'): Turn<GnutlsCli> {
  if (state.phase === 'handshake')
    return over(
      [
        says(
          how === 'reset' ? RESET : '*** Fatal error: The TLS connection was non-properly terminated.',
          ...(state.starttls ? ['*** Handshake has failed'] : []),
        ),
      ],
      [hangUp],
    );
  const abrupt = says(RESET, '*** Server has terminated the connection abnormally.');
  return over([how === 'close' ? gone : abrupt], [hangUp]);
}
function end(state: GnutlsCli): Turn<GnutlsCli> {
  if (state.phase === 'plain')
    return stay({ ...state, phase: 'handshake' }, [says('*** Starting TLS handshake')], secure(state));
  return stay({ ...state, phase: 'leaving' }, [], [{ type: 'close', how: 'half' }]);
}
const PHASE = {
  connecting: 'connecting',
  plain: 'open',
  waiting: 'waiting',
  handshake: 'handshake',
  open: 'open',
  leaving: 'waiting',
} as const;

export const gnutlsCli: Program<GnutlsCli> = {
  on,
  reads: ({ phase }) => phase === 'plain' || phase === 'open',
  mode: ({ phase, host, port, crlf }): Mode => ({
    program: 'gnutls-cli',
    phase: PHASE[phase],
    host,
    port,
    eol: crlf ? 'crlf' : 'lf',
    tls: phase === 'open' || phase === 'leaving',
  }),
};
