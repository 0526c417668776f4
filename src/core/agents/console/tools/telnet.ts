// telnet as GNU inetutils prints it: CR LF, and Ctrl-] for its own commands. An octet 255 goes out once, not doubled (RFC 854):
// no server here speaks telnet, and none would halve it.
import type { Octets } from '../../../base/octets.ts';
import type { Effect, Resolved } from '../../../spec/machine.ts';
import type { Family } from '../../../base/address.ts';
import { inRange, isOtherFamily, literal, portOf, reach, reached, reason } from '../dial.ts';
import { flagsOf } from '../flags.ts';
import {
  hangUp,
  heard,
  over,
  says,
  sent,
  stay,
  type Mode,
  type Program,
  type Shown,
  type Stir,
  type Turn,
} from '../tool.ts';

export interface Telnet {
  readonly program: 'telnet';
  readonly phase: 'idle' | 'connecting' | 'open';
  readonly host: string;
  readonly port: number;
  /** As it was typed: the tool quotes it. */
  readonly portText: string;
  /** The host was named at the tool's own prompt, and that is where one lands if there is no way to it. */
  readonly asked: boolean;
  /** At its own prompt: what the server says waits. */
  readonly escaped: boolean;
  /** `open` was typed alone: the next line names the host. */
  readonly asking: boolean;
  readonly held: Octets;
  readonly gone: boolean;
}
const idle: Telnet = {
  program: 'telnet',
  phase: 'idle',
  host: '',
  port: 0,
  portText: '',
  asked: false,
  escaped: true,
  asking: false,
  held: '',
  gone: false,
};
const ESCAPE = "Escape character is '^]'.";
const CLOSED = 'Connection closed by foreign host.';
/**
 * Ctrl-C in telnet is not for telnet: IAC IP IAC DO TIMING-MARK goes to the other side (RFC 854, RFC 860). The real tool then shows nothing of
 * the server's until the mark comes back. No server here sends one: it would look dead, so what it says is shown.
 */
const INTERRUPT = '\xff\xf4\xff\xfd\x06';

const TRY = "Try 'telnet --help' or 'telnet --usage' for more information.";
const LONG =
  /^--(?:ipv[46]|binary|binary-output|login|no-login|bind|no-rc|debug|escape|no-escape|user|trace|rlogin|encrypt|realm|disable-auth|help|usage|version)(?:=|$)/;
const absent = (option: string): string => `telnet: ${option}: not simulated here`;

export function startTelnet(args: readonly string[]): Turn<Telnet> {
  const long = args.find((arg) => /^--./.test(arg));
  const { flags, operands, unknown, missing } = flagsOf(args, '468acdEKLrx?Vb:e:l:n:k:X:');
  if (long !== undefined)
    return over([
      says(...(LONG.test(long) ? [absent(long)] : [`telnet: unrecognized option '${long}'`, TRY])),
    ]);
  if (unknown !== undefined) return over([says(`telnet: invalid option -- '${unknown}'`, TRY)]);
  if (missing !== undefined) return over([says(`telnet: option requires an argument -- '${missing}'`, TRY)]);
  const other = flags.find((flag) => flag !== '4' && flag !== '6');
  if (other !== undefined) return over([says(absent(`-${other}`))]);
  if (operands.length > 2) return over([says('telnet: too many arguments')]);
  const [host, portText = 'telnet'] = operands;
  const family = flags.length === 0 ? undefined : flags.at(-1) === '4' ? 4 : 6;
  return host === undefined ? stay(idle) : open(host, portText, false, family);
}
const noWay = (asked: boolean, words: Shown): Turn<Telnet> => (asked ? stay(idle, [words]) : over([words]));
function open(host: string, portText: string, asked: boolean, family?: Family): Turn<Telnet> {
  const port = portOf(portText);
  if (port === undefined)
    return noWay(asked, lookupFailed(host, portText, 'Servname not supported for ai_socktype'));
  if (!inRange(port)) return noWay(asked, says(`Port number ${port} is out of range.`));
  if (isOtherFamily(host, family))
    return noWay(asked, lookupFailed(host, portText, 'Address family for hostname not supported'));
  const state: Telnet = { ...idle, phase: 'connecting', host, port, portText, asked, escaped: false };
  const address = literal(host, family);
  return stay(state, address === undefined ? [] : [trying(address)], [reach(host, port, family)]);
}
const trying = (address: string): Shown => says(`Trying ${address}...`);
const lookupFailed = (host: string, port: string, why: string): Shown =>
  says(`Server lookup failure:  ${host}:${port}, ${why}`);

function resolved(state: Telnet, answer: Resolved): Turn<Telnet> {
  const found = state.phase === 'connecting' ? reached(answer, state.host) : undefined;
  if (!found) return stay(state);
  const { address, why } = found;
  if (address === undefined) return noWay(state.asked, lookupFailed(state.host, state.portText, why));
  return stay(state, [trying(address)], [{ type: 'connect', to: address, port: state.port }]);
}
function on(state: Telnet, stir: Stir): Turn<Telnet> {
  switch (stir.type) {
    case 'resolved':
      return resolved(state, stir);
    case 'refused':
      return noWay(state.asked, says(`telnet: Unable to connect to remote host: ${reason(stir.why)}`));
    case 'opened':
      return stay({ ...state, phase: 'open' }, [says(`Connected to ${state.host}.`, ESCAPE)]);
    case 'received':
      return state.escaped
        ? stay({ ...state, held: state.held + stir.octets })
        : stay(state, [heard(stir.octets)]);
    case 'closed':
      return state.escaped ? stay({ ...state, gone: true }) : over([says(CLOSED)], [hangUp]);
    case 'line':
      return state.escaped ? command(state, stir.text) : stay(state, [], [sent(stir, '\r\n')]);
    case 'escape':
      return state.escaped ? stay(state) : stay({ ...state, escaped: true }, [says('^]')]);
    case 'interrupt':
      return interrupt(state);
    case 'end':
      return end(state, stir.of);
    default:
      return stay(state);
  }
}
function interrupt(state: Telnet): Turn<Telnet> {
  const shown = [says('^C')];
  if (state.phase === 'open' && !state.escaped)
    return stay(state, shown, [{ type: 'send', octets: INTERRUPT }]);
  return state.phase === 'open' ? stay(state, shown) : over(shown, [hangUp]);
}
/** Ctrl-D means nothing to telnet: it goes to the other side like any other octet. */
function end(state: Telnet, of: 'terminal' | 'pipe'): Turn<Telnet> {
  if (of === 'pipe') return over([says(CLOSED)], [hangUp]);
  const [words, effects] = hung(state);
  if (state.escaped) return over([says(''), ...words], effects);
  return stay(state, [], [{ type: 'send', octets: '\x04' }]);
}

interface Own {
  readonly name: string;
  readonly summary: string;
  run(state: Telnet, words: readonly string[]): Turn<Telnet>;
}
const hung = (state: Telnet): readonly [readonly Shown[], readonly Effect[]] =>
  state.phase === 'open' ? [[says('Connection closed.')], [hangUp]] : [[], []];
/** What the real one has besides: an abbreviation may mean one of them. */
const ABSENT = [
  'logout',
  'display',
  'mode',
  'send',
  'set',
  'unset',
  'toggle',
  'slc',
  'auth',
  'encrypt',
  'z',
  '!',
  'environ',
] as const;
const COMMANDS: readonly Own[] = [
  {
    name: 'close',
    summary: 'close current connection',
    run: (state) =>
      state.phase === 'open' ? over(...hung(state)) : stay(state, [says('?Need to be connected first.')]),
  },
  {
    name: 'open',
    summary: 'connect to a site',
    run: (state, words) =>
      state.phase !== 'open' && words.length === 0
        ? stay({ ...state, asking: true })
        : openAgain(state, words),
  },
  { name: 'quit', summary: 'exit telnet', run: (state) => over(...hung(state)) },
  { name: 'status', summary: 'print status information', run: status },
  { name: '?', summary: 'print help information', run: help },
  { name: 'help', summary: '', run: help },
  ...ABSENT.map((name) => ({
    name,
    summary: '',
    run: (state: Telnet) => stay(state, [says(`?${name}: not simulated here`)]),
  })),
];
function command(state: Telnet, line: string): Turn<Telnet> {
  if (state.asking) return openAgain({ ...state, asking: false }, line.trim().split(/\s+/).filter(Boolean));
  const [word = '', ...words] = line.trim().split(/\s+/);
  if (word === '') return state.phase === 'open' ? resume(state) : stay(state);
  const found = COMMANDS.filter(({ name }) => name === word || name.startsWith(word.toLowerCase()));
  const [only] = found;
  if (!only) return stay(state, [says('?Invalid command')]);
  return found.length > 1 && only.name !== word
    ? stay(state, [says('?Ambiguous command')])
    : only.run(state, words);
}
/** Back to the connection: what waited is shown now. */
function resume(state: Telnet, shown: readonly Shown[] = []): Turn<Telnet> {
  const all = state.held === '' ? shown : [...shown, heard(state.held)];
  if (state.gone) return over([...all, says(CLOSED)], [hangUp]);
  return stay({ ...state, escaped: false, held: '' }, all);
}
function openAgain(state: Telnet, [host, port = 'telnet']: readonly string[]): Turn<Telnet> {
  if (state.phase === 'open') return stay(state, [says(`?Already connected to ${state.host}`)]);
  return host === undefined
    ? stay(state, [says('usage: open [-4] [-6] [-l user] [-b addr] [-a] host-name [port]')])
    : open(host, port, true);
}
function status(state: Telnet): Turn<Telnet> {
  if (state.phase !== 'open') return stay(state, [says('No connection.', ESCAPE)]);
  const lines = [
    `Connected to ${state.host}.`,
    'Operating in obsolete linemode',
    'Local character echo',
    ESCAPE,
  ];
  return resume(state, [says(...lines)]);
}
function help(state: Telnet, [about]: readonly string[]): Turn<Telnet> {
  if (about !== undefined) {
    const own = COMMANDS.find(({ name }) => name.startsWith(about));
    const words = own && (own.summary || `${own.name}: not simulated here`);
    return stay(state, [says(words ?? `?Invalid help command ${about}`)]);
  }
  const rows = COMMANDS.filter((c) => c.summary !== '').map((c) => `${c.name.padEnd(8)}\t${c.summary}`);
  return stay(state, [
    says(
      'Commands may be abbreviated.  Commands are:',
      '',
      ...rows,
      '',
      `Not simulated here: ${ABSENT.join(' ')}`,
    ),
  ]);
}

export const telnet: Program<Telnet> = {
  on,
  reads: ({ phase }) => phase !== 'connecting',
  mode: ({ phase, host, port }): Mode => ({
    program: 'telnet',
    phase,
    ...(host === '' ? {} : { host, port }),
    eol: 'crlf',
    tls: false,
  }),
};
