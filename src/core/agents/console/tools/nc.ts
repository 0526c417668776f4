// nc as OpenBSD's prints it: almost never.
import { SECOND } from '../../../base/time.ts';
import type { Effect } from '../../../spec/machine.ts';
import {
  inRange,
  isAddress,
  isOtherFamily,
  literal,
  portOf,
  reach,
  reached,
  reason,
  serviceOf,
} from '../dial.ts';
import { flagsOf, type Flags } from '../flags.ts';
import { manualOf, optionRows } from '../manual.ts';
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

export interface Nc {
  readonly program: 'nc';
  readonly phase: 'connecting' | 'open';
  readonly host: string;
  readonly port: number;
  /** What `host` stands for; '' when it says so itself. */
  readonly address: string;
  readonly crlf: boolean;
  readonly verbose: boolean;
  /** -N: the end of what is typed is said to the other side. */
  readonly shuts: boolean;
  /** -z: only to see whether somebody listens. */
  readonly scans: boolean;
  /** -q: seconds after the end of what is typed; null: it stays. */
  readonly quits: number | null;
  /** -w: seconds of silence; null: it stays. */
  readonly idles: number | null;
  /** Ctrl-D was pressed: nothing more is read from the terminal. */
  readonly deaf: boolean;
  /** The other side has finished. */
  readonly ended: boolean;
}
const USAGE = [
  'usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]',
  '\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]',
  '\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]',
  '\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]',
  '\t  [destination] [port]',
];

const KNOWN = '46bCDdFhI:i:klM:m:NnO:P:p:q:rSs:T:tUuV:vW:w:X:x:Zz';
const DONE = '46CdhNnqvwz';

function refused({ flags, unknown, missing, operands }: Flags): readonly string[] | undefined {
  if (unknown !== undefined) return [`nc: invalid option -- '${unknown}'`, ...USAGE];
  if (missing !== undefined) return [`nc: option requires an argument -- '${missing}'`, ...USAGE];
  if (flags.includes('h')) return [...USAGE, ...optionRows(manualOf('nc')?.options ?? [])];
  if (flags.includes('l')) return ['nc: this machine has no server to be: only connecting is simulated'];
  const absent = flags.find((flag) => !DONE.includes(flag));
  if (absent !== undefined) return [`nc: -${absent}: not simulated here`];
  const [host, port] = operands;
  if (host === undefined) return USAGE;
  if (port === undefined) return ['nc: missing port number'];
  return operands.length > 2 || /^\d+-\d+$/.test(port)
    ? ['nc: several ports at a time are not simulated here']
    : undefined;
}
/** Seconds after -w or -q; undefined: none were given; or the words of the refusal. */
function seconds({ values }: Flags, letter: 'q' | 'w'): number | undefined | string {
  const text = values.get(letter);
  if (text === undefined) return undefined;
  const name = letter === 'q' ? 'quit timer' : 'timeout';
  if (!/^[-+]?\d+$/.test(text)) return `nc: ${name} invalid: ${text}`;
  if (Number(text) > 2 ** 31 - 1) return `nc: ${name} too large: ${text}`;
  if (Number(text) >= 0) return Number(text);
  return letter === 'q' ? undefined : `nc: ${name} too small: ${text}`;
}
export function startNc(args: readonly string[]): Turn<Nc> {
  const given = flagsOf(args, KNOWN);
  const { flags, operands } = given;
  const [host = '', portText = ''] = operands;
  const wrong = refused(given);
  if (wrong) return over([says(...wrong)]);
  const quits = seconds(given, 'q');
  const idles = seconds(given, 'w');
  if (typeof quits === 'string') return over([says(quits)]);
  if (typeof idles === 'string') return over([says(idles)]);
  const port = portOf(portText);
  if (port === undefined) return over([says(`nc: port number invalid: ${portText}`)]);
  if (!inRange(port)) return over([says(`nc: port number too ${port > 0 ? 'large' : 'small'}: ${portText}`)]);
  const last = flags.findLast((flag) => flag === '4' || flag === '6');
  const family = last === undefined ? undefined : last === '4' ? 4 : 6;
  if (isOtherFamily(host, family))
    return over([says(lost(host, port, 'Address family for hostname not supported'))]);
  if (flags.includes('n') && !isAddress(host))
    return over([says(lost(host, port, 'Name or service not known'))]);
  const address = literal(host, family) ?? host;
  const state: Nc = {
    program: 'nc',
    phase: 'connecting',
    host,
    port,
    address: address === host ? '' : address,
    crlf: flags.includes('C'),
    verbose: flags.includes('v'),
    shuts: flags.includes('N'),
    scans: flags.includes('z'),
    quits: quits ?? null,
    idles: idles ?? null,
    deaf: flags.includes('d'),
    ended: false,
  };
  return stay(state, [], [reach(host, port, family)]);
}
const lost = (host: string, port: number, why: string): string =>
  `nc: getaddrinfo for host "${host}" port ${port}: ${why}`;
const target = ({ host, address }: Nc): string => (address === '' ? host : `${host} (${address})`);

function on(state: Nc, stir: Stir, cx: Cx): Turn<Nc> {
  const { host, port, verbose } = state;
  switch (stir.type) {
    case 'resolved': {
      const dial = reached(stir, port);
      return dial
        ? stay({ ...state, address: stir.answer ?? '' }, [], [dial])
        : over([says(lost(host, port, 'Name or service not known'))]);
    }
    case 'refused': {
      const why = `nc: connect to ${target(state)} port ${port} (tcp) failed: ${reason(stir.why)}`;
      return over(verbose ? [says(why)] : []);
    }
    case 'opened': {
      const well = `Connection to ${target(state)} ${port} port [tcp/${serviceOf(port) ?? '*'}] succeeded!`;
      const shown = verbose ? [says(well)] : [];
      return state.scans ? over(shown, [hangUp]) : stay({ ...state, phase: 'open' }, shown);
    }
    case 'received':
      return stay(state, [heard(stir.octets)], state.deaf && state.quits === null ? silence(state, cx) : []);
    case 'closed':
      return stir.how === 'reset' || state.deaf ? leave() : stay({ ...state, ended: true });
    case 'line':
      return line(state, stir);
    case 'end':
      return end(state, cx);
    case 'due':
      return state.deaf ? leave() : stay(state);
    case 'interrupt':
      return leave([interrupted]);
    default:
      return stay(state);
  }
}
/** Whatever was waited for is waited for no longer. */
const leave = (shown: Turn<Nc>['shown'] = []): Turn<Nc> => over(shown, [hangUp, { type: 'wait', until: -1 }]);
/**
 * When it leaves of itself. Only once nothing more is typed: virtual time would run past any -w while somebody thinks.
 */
function silence({ quits, idles }: Nc, { now }: Cx): readonly Effect[] {
  const first = Math.min(quits ?? Infinity, idles ?? Infinity);
  return first === Infinity ? [] : [{ type: 'wait', until: now + first * SECOND }];
}
/**
 * With -C, nc writes the text and the CR LF one after the other; a server that has gone answers the first with a reset,
 * and the second fails. Without -C there is one write, and the reset alone ends it.
 */
function line(state: Nc, typed: Stir & { readonly type: 'line' }): Turn<Nc> {
  const send = sent(typed, state.crlf ? '\r\n' : '\n');
  if (state.ended && state.crlf && typed.text !== '')
    return over([says('nc: write failed (0/2): Broken pipe')], [send, hangUp]);
  return stay(state, [], [send]);
}
function end(state: Nc, cx: Cx): Turn<Nc> {
  if (state.ended || state.quits === 0) return leave();
  const half: readonly Effect[] = state.shuts ? [{ type: 'close', how: 'half' }] : [];
  return stay({ ...state, deaf: true }, [], [...half, ...silence(state, cx)]);
}

export const nc: Program<Nc> = {
  on,
  reads: ({ phase, deaf }) => phase === 'open' && !deaf,
  mode: ({ phase, host, port, crlf }): Mode => ({
    program: 'nc',
    phase,
    host,
    port,
    eol: crlf ? 'crlf' : 'lf',
    tls: false,
  }),
};
