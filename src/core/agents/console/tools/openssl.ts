// openssl's own command line: which of its tools, and what s_client was asked for.
import { portOf, reach } from '../dial.ts';
import { optionRows, S_CLIENT } from '../manuals.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import { newSClient, type SClient, type Wanted } from './s_client.ts';
import { STARTTLS } from './s_client.starttls.ts';
import { errorLine, NO_SERVICE } from './s_client.words.ts';

const HELP = 's_client: Use -help for summary.';
const valued = new Map(S_CLIENT.map(({ flag, value }) => [flag, value !== undefined]));

interface Given {
  readonly flags: ReadonlyMap<string, string>;
  readonly target: string | undefined;
}
type Read = Given | readonly string[];
const REAL =
  /^-(?:4|6|unix|bind|proxy|verify|verify_.*|cert|key|pass|CA.*|no-CA.*|chainC.*|state|debug|msg|trace|security_.*|reconnect|prexit|no_(?:ssl3|tls1|tls1_1|tls1_2|tls1_3|ticket)|cipher|ciphersuites|groups|curves|sigalgs|alpn|sess_.*|tlsextdebug|status|keylogfile|early_data|enable_pha|dtls.*|async|nbio|verifyCA.*|xmpphost|psk.*|dane_.*|x509_strict|partial_chain|crl(?:_.*)?|policy.*|purpose|bugs|legacy_.*|no_legacy_.*|ct|noct)$/;
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
    if (takes === undefined && REAL.test(flag)) return [`s_client: ${flag}: not simulated here`];
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
/** `host:port`, `[2001:db8::1]:port`, or a host alone; undefined: it is neither. */
function target(text: string): { readonly host: string; readonly port: string | undefined } | undefined {
  const found = /^(?:\[([^\]]*)\]|([^:]*))(?::([^:]*))?$/.exec(text);
  return found ? { host: found[1] ?? found[2] ?? '', port: found[3] } : undefined;
}
function wrongPort(port: string): readonly string[] | undefined {
  if (!/^-?\d{1,18}$/.test(port)) return [`s_client: Can't parse "${port}" as a number`, HELP];
  return Number(port) > 0 ? undefined : [`s_client: Non-positive number "${port}" for option -port`, HELP];
}
const MALFORMED = 's_client: -connect argument or target parameter malformed or ambiguous';
interface Place {
  readonly host: string;
  readonly port: number;
}
/** Where to; or the words of the refusal. */
function placeOf({ flags, target: operand }: Given, cx: Cx): Place | readonly string[] {
  const wrong = wrongPort(flags.get('-port') ?? DEFAULT_PORT);
  if (wrong) return wrong;
  const connect = flags.get('-connect');
  if (operand !== undefined && connect !== undefined)
    return ['s_client: cannot provide both -connect option and target parameter', HELP];
  const named = operand ?? connect;
  const parsed = named === undefined ? { host: flags.get('-host') ?? '', port: undefined } : target(named);
  if (!parsed) return [MALFORMED];
  const port = portOf(parsed.port ?? flags.get('-port') ?? DEFAULT_PORT);
  if (port === undefined) return [errorLine(cx, NO_SERVICE), 'connect:errno=0'];
  // Sixteen bits are kept of it, whatever it is.
  return { host: parsed.host === '' ? 'localhost' : parsed.host, port: port % 65_536 };
}
const ELSEWHERE = /^(?:ftp|xmpp|xmpp-server|telnet|irc|mysql|postgres|nntp|sieve|ldap)$/;
const unknownProtocol = (name: string): readonly string[] =>
  ELSEWHERE.test(name)
    ? [`s_client: -starttls ${name}: not simulated here`]
    : ['s_client: Value must be one of:', ...STARTTLS.map((it) => `\t${it}`)];
export function startSClient(args: readonly string[], cx: Cx): Turn<SClient> {
  const given = read(args);
  if (!('flags' in given)) return over([says(...given)]);
  const { flags } = given;
  const place = placeOf(given, cx);
  if (!('port' in place)) return over([says(...place)]);
  const asked = flags.get('-starttls');
  const starttls = STARTTLS.find((it) => it === asked);
  if (asked !== undefined && starttls === undefined) return over([says(...unknownProtocol(asked))]);
  const wanted: Wanted = {
    ...place,
    crlf: flags.has('-crlf'),
    quiet: flags.has('-quiet') || flags.has('-brief'),
    brief: flags.has('-brief'),
    showCerts: flags.has('-showcerts'),
    mustBe: flags.get('-verify_hostname'),
    ignoresEnd: (flags.has('-quiet') || flags.has('-ign_eof')) && !flags.has('-no_ign_eof'),
    commands: !['-quiet', '-ign_eof', '-nocommands'].some((flag) => flags.has(flag)),
    starttls,
    name: flags.get('-name') ?? 'mail.example.com',
    serverName: flags.has('-noservername') ? '' : flags.get('-servername'),
  };
  return stay(newSClient(wanted), [], [reach(wanted.host, wanted.port)]);
}
