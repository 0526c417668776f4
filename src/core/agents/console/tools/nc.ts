// nc as OpenBSD's prints it: almost never.
import { inRange, portOf, reach, reached, reason, serviceOf } from '../dial.ts';
import { flagsOf } from '../flags.ts';
import {
  hangUp,
  heard,
  interrupted,
  over,
  says,
  sent,
  stay,
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
  /** What `host` stands for; '' when it is an address itself. */
  readonly address: string;
  readonly crlf: boolean;
  readonly verbose: boolean;
  /** -N: the end of what is typed is said to the other side. */
  readonly shuts: boolean;
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

export function startNc(args: readonly string[]): Turn<Nc> {
  const { flags, operands, unknown } = flagsOf(args, 'CvN46n');
  const [host, portText] = operands;
  if (unknown === 'l')
    return over([says('nc: this machine has no server to be: only connecting is simulated')]);
  if (unknown !== undefined) return over([says(`nc: invalid option -- '${unknown}'`, ...USAGE)]);
  if (host === undefined) return over([says(...USAGE)]);
  if (portText === undefined) return over([says('nc: missing port number')]);
  const port = portOf(portText);
  if (port === undefined) return over([says(`nc: port number invalid: ${portText}`)]);
  if (!inRange(port)) return over([says(`nc: port number too ${port > 0 ? 'large' : 'small'}: ${portText}`)]);
  const state: Nc = {
    program: 'nc',
    phase: 'connecting',
    host,
    port,
    address: '',
    crlf: flags.includes('C'),
    verbose: flags.includes('v'),
    shuts: flags.includes('N'),
    deaf: false,
    ended: false,
  };
  return stay(state, [], [reach(host, port)]);
}
const target = ({ host, address }: Nc): string => (address === '' ? host : `${host} (${address})`);

function on(state: Nc, stir: Stir): Turn<Nc> {
  const { host, port, verbose } = state;
  switch (stir.type) {
    case 'resolved': {
      const dial = reached(stir, port);
      const lost = `nc: getaddrinfo for host "${host}" port ${port}: Name or service not known`;
      return dial ? stay({ ...state, address: stir.answer ?? '' }, [], [dial]) : over([says(lost)]);
    }
    case 'refused': {
      const why = `nc: connect to ${target(state)} port ${port} (tcp) failed: ${reason(stir.why)}`;
      return over(verbose ? [says(why)] : []);
    }
    case 'opened': {
      const well = `Connection to ${target(state)} ${port} port [tcp/${serviceOf(port) ?? '*'}] succeeded!`;
      return stay({ ...state, phase: 'open' }, verbose ? [says(well)] : []);
    }
    case 'received':
      return stay(state, [heard(stir.octets)]);
    case 'closed':
      return stir.how === 'reset' || state.deaf ? over([], [hangUp]) : stay({ ...state, ended: true });
    case 'line':
      return line(state, stir);
    case 'end':
      return end(state);
    case 'interrupt':
      return over([interrupted], [hangUp]);
    default:
      return stay(state);
  }
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
function end(state: Nc): Turn<Nc> {
  if (state.ended) return over([], [hangUp]);
  return stay({ ...state, deaf: true }, [], state.shuts ? [{ type: 'close', how: 'half' }] : []);
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
