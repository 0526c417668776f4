// nc as OpenBSD's prints it: almost never.
import { SECOND } from '../../../base/time.ts';
import { ephemeralPort } from '../../../net/port.ts';
import type { Effect, Opened } from '../../../spec/machine.ts';
import { literal, nameOf, reach, reached, reason, serviceOf } from '../dial.ts';
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
import { lost, read } from './nc.options.ts';

export interface Nc {
  readonly program: 'nc';
  readonly phase: 'connecting' | 'listening' | 'open';
  /** Whom it talks to; '' while it waits for somebody. */
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
  /** -l; null: it was the one who called. */
  readonly server: Server | null;
}
interface Server {
  /** -k: after one caller the next. */
  readonly keeps: boolean;
  /** Not -n: callers are told by name. */
  readonly names: boolean;
  /** Where it listens, as -v tells it. */
  readonly any: '0.0.0.0' | '::';
}
export function startNc(args: readonly string[]): Turn<Nc> {
  const wanted = read(args);
  if (!('flags' in wanted)) return over([says(...wanted)]);
  const { flags, host, port, family, quits, idles } = wanted;
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
    quits,
    idles,
    deaf: flags.includes('d'),
    ended: false,
    server: null,
  };
  if (host !== '') return stay(state, [], [reach(host, port, family)]);
  const server: Server = {
    keeps: flags.includes('k'),
    names: !flags.includes('n'),
    any: family === 6 ? '::' : '0.0.0.0',
  };
  return stay({ ...state, phase: 'listening', server }, [], [{ type: 'listen', port }]);
}
const target = ({ host, address }: Nc): string => (address === '' ? host : `${host} (${address})`);

type Answer = Stir & { readonly type: 'resolved' | 'refused' | 'opened' };
function connecting(state: Nc, stir: Answer): Turn<Nc> {
  const { host, port, verbose } = state;
  if (stir.type === 'resolved') {
    const found = reached(stir, host);
    if (!found) return stay(state);
    const { address, why } = found;
    return address === undefined
      ? over([says(lost(host, port, why))])
      : stay({ ...state, address }, [], [{ type: 'connect', to: address, port }]);
  }
  if (stir.type === 'refused') {
    const why = `nc: connect to ${target(state)} port ${port} (tcp) failed: ${reason(stir.why)}`;
    return over(verbose ? [says(why)] : []);
  }
  const well = `Connection to ${target(state)} ${port} port [tcp/${serviceOf(port) ?? '*'}] succeeded!`;
  const shown = verbose ? [says(well)] : [];
  return state.scans ? over(shown, [hangUp]) : stay({ ...state, phase: 'open' }, shown);
}
function on(state: Nc, stir: Stir, cx: Cx): Turn<Nc> {
  switch (stir.type) {
    case 'listening':
    case 'taken':
      return bound(state, stir.type);
    case 'resolved':
    case 'refused':
      return connecting(state, stir);
    case 'opened':
      return state.server ? answered(state, state.server, stir, cx) : connecting(state, stir);
    case 'received':
      return received(state, stir.octets, cx);
    case 'closed':
      return closed(state, stir.how);
    case 'line':
      return line(state, stir);
    case 'end':
      return end(state, cx);
    case 'due':
      return state.deaf ? tired(state) : stay(state);
    case 'interrupt':
      return leave([interrupted]);
    default:
      return stay(state);
  }
}
function bound(state: Nc, how: 'listening' | 'taken'): Turn<Nc> {
  if (how === 'taken') return over([says('nc: Address already in use')]);
  const where = `Listening on ${state.server?.any} ${state.port}`;
  return stay(state, state.verbose ? [says(where)] : [], [{ type: 'accept' }]);
}
function answered(state: Nc, { names }: Server, { peer }: Opened, cx: Cx): Turn<Nc> {
  const from = names ? nameOf(cx.host, peer) : peer;
  const words = `Connection received on ${from} ${ephemeralPort(cx.seed, cx.conn)}`;
  const shown = state.verbose ? [says(words)] : [];
  const open: Nc = { ...state, phase: 'open', host: peer };
  // What ended before anybody called ends for this caller too.
  const { state: now, effects } = open.deaf ? end(open, cx) : stay(open);
  return { state: now, shown, effects };
}
/** A server goes with its caller; a client stays, until it is told something to send. */
function closed(state: Nc, how: 'close' | 'reset'): Turn<Nc> {
  if (state.server) return state.server.keeps ? another(state) : leave();
  return how === 'reset' || state.deaf ? leave() : stay({ ...state, ended: true });
}
/** This caller has gone: the next. */
const another = (state: Nc): Turn<Nc> =>
  stay({ ...state, phase: 'listening', host: '' }, [], [hangUp, STAY, { type: 'accept' }]);
/** -q ends nc itself, -w only the connection. */
const tired = (state: Nc): Turn<Nc> =>
  state.server?.keeps && state.quits === null ? another(state) : leave();
const STAY: Effect = { type: 'wait', until: -1 };
/** Every word of the other side begins its silence anew; -q counts on. */
const received = (state: Nc, octets: string, cx: Cx): Turn<Nc> =>
  stay(state, [heard(octets)], state.deaf && state.quits === null ? silence(state, cx) : []);
/** Whatever was waited for is waited for no longer. */
const leave = (shown: Turn<Nc>['shown'] = []): Turn<Nc> => over(shown, [hangUp, { type: 'unlisten' }, STAY]);
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
  if (state.server?.keeps && state.quits === 0) return another({ ...state, deaf: true });
  if (state.ended || state.quits === 0) return leave();
  const half: readonly Effect[] = state.shuts ? [{ type: 'close', how: 'half' }] : [];
  return stay({ ...state, deaf: true }, [], [...half, ...silence(state, cx)]);
}

export const nc: Program<Nc> = {
  on,
  reads: ({ phase, deaf }) => phase === 'open' && !deaf,
  mode: ({ phase, host, port, crlf }): Mode => ({
    program: 'nc',
    phase: phase === 'listening' ? 'waiting' : phase,
    ...(host === '' ? {} : { host }),
    port,
    eol: crlf ? 'crlf' : 'lf',
    tls: false,
  }),
};
