// What nc was asked for, and the words it refuses with.
import type { Family } from '../../../base/address.ts';
import { inRange, isAddress, isOtherFamily, portOf } from '../dial.ts';
import { flagsOf, type Flags } from '../flags.ts';
import { manualOf } from '../manual.ts';
import { optionRows } from '../manuals.ts';

const USAGE = [
  'usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]',
  '\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]',
  '\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]',
  '\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]',
  '\t  [destination] [port]',
];

const KNOWN = '46bCDdFhI:i:klM:m:NnO:P:p:q:rSs:T:tUuV:vW:w:X:x:Zz';
const DONE = '46CdhklNnpqvwz';

function refused({ flags, values, unknown, missing, operands }: Flags): readonly string[] | undefined {
  if (unknown !== undefined) return [`nc: invalid option -- '${unknown}'`, ...USAGE];
  if (missing !== undefined) return [`nc: option requires an argument -- '${missing}'`, ...USAGE];
  if (flags.includes('h')) return [...USAGE, ...optionRows(manualOf('nc')?.options ?? [])];
  const absent = flags.find((flag) => !DONE.includes(flag));
  if (absent !== undefined) return [`nc: -${absent}: not simulated here`];
  if (flags.includes('l')) return refusedToListen({ flags, values, operands });
  if (flags.includes('k')) return ['nc: must use -l with -k'];
  if (flags.includes('p')) return ['nc: -p: not simulated here, but with -l'];
  const [host, port] = operands;
  if (host === undefined) return USAGE;
  if (port === undefined) return ['nc: missing port number'];
  return operands.length > 2 || /^\d+-\d+$/.test(port)
    ? ['nc: several ports at a time are not simulated here']
    : undefined;
}
function refusedToListen({ flags, values, operands }: Pick<Flags, 'flags' | 'values' | 'operands'>) {
  if (operands.length > (values.has('p') ? 0 : 2)) return USAGE;
  if (flags.includes('z')) return ['nc: cannot use -z and -l'];
  if (operands.length === 2)
    return ['nc: with -l it answers at every address of this machine: to choose one is not simulated here'];
  return operands.length === 0 && !values.has('p') ? ['nc: missing port number'] : undefined;
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
function wrongPort(text: string, port: number | undefined): string | undefined {
  if (port === undefined) return `nc: port number invalid: ${text}`;
  return inRange(port) ? undefined : `nc: port number too ${port > 0 ? 'large' : 'small'}: ${text}`;
}
function wrongHost(
  host: string,
  port: number,
  family: Family | undefined,
  { flags }: Flags,
): string | undefined {
  if (isOtherFamily(host, family)) return lost(host, port, 'Address family for hostname not supported');
  return flags.includes('n') && !isAddress(host) ? lost(host, port, 'Name or service not known') : undefined;
}
export const lost = (host: string, port: number, why: string): string =>
  `nc: getaddrinfo for host "${host}" port ${port}: ${why}`;

function wrongPortToListen(text: string, port: number | undefined): string | undefined {
  if (port === undefined) return 'nc: getaddrinfo: Servname not supported for ai_socktype';
  if (port === 0) return 'nc: port 0 means any that is free: not simulated here';
  return inRange(port) ? undefined : `nc: port number too large: ${text}`;
}

export interface Wanted {
  readonly flags: readonly string[];
  /** '': it is the one who answers. */
  readonly host: string;
  readonly port: number;
  readonly family: Family | undefined;
  readonly quits: number | null;
  readonly idles: number | null;
}
function familyOf(flags: readonly string[]): Family | undefined {
  const last = flags.findLast((flag) => flag === '4' || flag === '6');
  return last === undefined ? undefined : last === '4' ? 4 : 6;
}
/** Or the words of the refusal. */
export function read(args: readonly string[]): Wanted | readonly string[] {
  const given = flagsOf(args, KNOWN);
  const { flags, operands, values } = given;
  const listens = flags.includes('l');
  const [host = '', portText = ''] = listens ? ['', values.get('p') ?? operands[0]] : operands;
  const wrong = refused(given);
  if (wrong) return wrong;
  const quits = seconds(given, 'q');
  const idles = seconds(given, 'w');
  if (typeof quits === 'string') return [quits];
  if (typeof idles === 'string') return [idles];
  const family = familyOf(flags);
  const port = portOf(portText);
  const lostAt = listens
    ? wrongPortToListen(portText, port)
    : (wrongPort(portText, port) ?? wrongHost(host, port ?? 0, family, given));
  if (lostAt !== undefined || port === undefined) return [lostAt ?? ''];
  return { flags, host, port, family, quits: quits ?? null, idles: idles ?? null };
}
