// gnutls-cli 3.7: LF unless --crlf; with --starttls it talks plainly until Ctrl-D, then shakes hands.
import type { Resolved } from '../../../spec/machine.ts';
import { inRange, isAddress, literal, peerName, portOf, reach, reached, reason } from '../dial.ts';
import { optionRows, GNUTLS_CLI } from '../manual.ts';
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
import { certificates, sessionWords } from './gnutls-cli.words.ts';

export interface GnutlsCli {
  readonly program: 'gnutls-cli';
  readonly phase: 'connecting' | 'plain' | 'handshake' | 'open' | 'leaving';
  readonly host: string;
  readonly port: number;
  /** As it was typed: the tool quotes it. */
  readonly portText: string;
  readonly address: string;
  /** The first address of the machine that answered. */
  readonly peer: string;
  readonly crlf: boolean;
  readonly starttls: boolean;
}
const USAGE = [
  'gnutls-cli - GnuTLS client',
  'Usage:  gnutls-cli [ -<flag> [<val>] | --<name>[{=| }<val>] ]... [hostname]',
  '',
  ...optionRows(GNUTLS_CLI),
];
const REAL =
  /^(?:-[dVvHNe]|--(?:debug|verbose|tofu|dane|strict-tofu|ca-verification|insecure|no-ca-verification|ranges|benchmark-.*|starttls-proto|starttls-name|resume|sni-hostname|verify-hostname|alpn|print-cert|save-cert|x509cafile|priority|list|version|help|keymatexport.*|rehandshake|logfile|udp|mtu))$/;
interface Read {
  crlf: boolean;
  starttls: boolean;
  port: string;
  host: string;
}
/** Or the words of the refusal. */
function read(args: readonly string[]): Readonly<Read> | readonly string[] {
  const wanted: Read = { crlf: false, starttls: false, port: '443', host: '' };
  const left = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=') : [arg]));
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--crlf') wanted.crlf = true;
    else if (arg === '--starttls' || arg === '-s') wanted.starttls = true;
    else if (/^-p./.test(arg)) wanted.port = arg.slice(2);
    else if (arg === '--port' || arg === '-p') {
      const port = left.shift();
      if (port === undefined) {
        const words = arg === '-p' ? "requires an argument -- 'p'" : `'${arg}' requires an argument`;
        return [`gnutls-cli: option ${words}`, ...USAGE];
      }
      wanted.port = port;
    } else if (REAL.test(arg)) return [`gnutls-cli: ${arg}: not simulated here`];
    else if (/^-[^-]/.test(arg)) return [`gnutls-cli: invalid option -- '${arg.charAt(1)}'`, ...USAGE];
    else if (arg.startsWith('-')) return [`gnutls-cli: unrecognized option '${arg}'`, ...USAGE];
    else wanted.host = arg;
  }
  const [, host, port] = /^([^:]+):(\w+)$/.exec(wanted.host) ?? [];
  return host === undefined || port === undefined ? wanted : { ...wanted, host, port };
}
export function startGnutlsCli(args: readonly string[]): Turn<GnutlsCli> {
  const wanted = read(args);
  if (!('host' in wanted)) return over([says(...wanted)]);
  const { host, port: portText, crlf, starttls } = wanted;
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
function on(state: GnutlsCli, stir: Stir, cx: Cx): Turn<GnutlsCli> {
  switch (stir.type) {
    case 'resolved':
      return resolved(state, stir);
    case 'refused':
      return over([says(`Could not connect to ${state.address}:${state.port}: ${reason(stir.why)}`)]);
    case 'opened':
      return state.starttls
        ? stay({ ...state, peer: stir.peer, phase: 'plain' }, [says(...simple)])
        : stay({ ...state, peer: stir.peer, phase: 'handshake' }, [], secure(state));
    case 'received':
      return stay(state, [heard(stir.octets)]);
    case 'secured':
      return secured(state, cx);
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
function secured(state: GnutlsCli, cx: Cx): Turn<GnutlsCli> {
  const name = peerName(cx.host, state.peer, state.host);
  const shown = certificates(name, cx);
  // Unlike s_client it compares the names, and gives up (RFC 9525 §6).
  if (name !== state.host.toLowerCase())
    return over(
      [
        says(
          ...shown,
          '- Status: The certificate is NOT trusted. The name in the certificate does not match the expected. ',
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
function closed(state: GnutlsCli, how: 'close' | 'reset'): Turn<GnutlsCli> {
  if (state.phase === 'handshake')
    return over(
      [
        says(
          '*** Fatal error: The TLS connection was non-properly terminated.',
          ...(state.starttls ? ['*** Handshake has failed'] : []),
        ),
      ],
      [hangUp],
    );
  const abrupt = says(
    '*** Fatal error: Error in the pull function.',
    '*** Server has terminated the connection abnormally.',
  );
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
