// openssl's own command line: which of its tools, and what s_client was asked for.
import { inRange, portOf, reach } from '../dial.ts';
import { optionRows, S_CLIENT } from '../manual.ts';
import { over, says, stay, type Turn } from '../tool.ts';
import { newSClient, type SClient, type Wanted } from './s_client.ts';

const HELP = 's_client: Use -help for summary.';
const valued = new Map(S_CLIENT.map(({ flag, value }) => [flag, value !== undefined]));

interface Given {
  readonly flags: ReadonlyMap<string, string>;
  readonly target: string | undefined;
}
type Read = Given | readonly string[];
/** The options; or the words of the refusal. One dash or two are the same to openssl. */
function read(args: readonly string[]): Read {
  const flags = new Map<string, string>();
  let target: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-')) {
      if (target !== undefined || i < args.length - 1) return [HELP];
      target = arg;
      continue;
    }
    const flag = arg.replace(/^--/, '-');
    if (flag === '-help') return help();
    if (flag === '-tls1_2' || flag === '-tls1_1' || flag === '-tls1')
      return [`s_client: ${flag}: every server of this world speaks TLS 1.3, and nothing older is simulated`];
    const takes = valued.get(flag);
    if (takes === undefined) return [`s_client: Unknown option: ${arg}`, HELP];
    const value = takes ? args[++i] : '';
    if (value === undefined) return [`s_client: Option ${arg} needs a value`, HELP];
    flags.set(flag, value);
  }
  return { flags, target };
}
const help = (): readonly string[] => [
  'Usage: s_client [options] [host:port]',
  '',
  'Valid options are:',
  ...optionRows(S_CLIENT),
];
const DEFAULT_PORT = '4433';
/** `host:port`, `[2001:db8::1]:port`, or a host alone. */
function target(text: string): { readonly host: string; readonly port: string } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/.exec(text) ?? [];
  return { host: bracketed ?? plain ?? text, port: port ?? DEFAULT_PORT };
}
export function startSClient(args: readonly string[]): Turn<SClient> {
  const given = read(args);
  if (!('flags' in given)) return over([says(...given)]);
  const { flags } = given;
  const starttls = flags.get('-starttls');
  if (starttls !== undefined && starttls !== 'pop3')
    return over([says('s_client: Value must be one of:', '\tpop3')]);
  const { host, port: portText } = target(given.target ?? flags.get('-connect') ?? 'localhost');
  const port = portOf(portText);
  if (port === undefined || !inRange(port)) return over([says(`s_client: no such port: ${portText}`)]);
  const wanted: Wanted = {
    host: host === '' ? 'localhost' : host,
    port,
    crlf: flags.has('-crlf'),
    quiet: flags.has('-quiet'),
    ignoresEnd: (flags.has('-quiet') || flags.has('-ign_eof')) && !flags.has('-no_ign_eof'),
    commands: !['-quiet', '-ign_eof', '-nocommands'].some((flag) => flags.has(flag)),
    starttls,
    serverName: flags.has('-noservername') ? '' : flags.get('-servername'),
  };
  return stay(newSClient(wanted), [], [reach(wanted.host, port)]);
}
