// What gnutls-cli was asked for, and the words it refuses with.
import { optionRows, GNUTLS_CLI } from '../manuals.ts';
import { isElsewhere, serviceFor } from './gnutls-cli.starttls.ts';

const USAGE = [
  'gnutls-cli - GnuTLS client',
  'Usage:  gnutls-cli [ -<flag> [<val>] | --<name>[{=| }<val>] ]... [hostname]',
  '',
  ...optionRows(GNUTLS_CLI),
];
const REAL =
  /^(?:-[dVvHNe]|--(?:debug|verbose|tofu|dane|strict-tofu|ca-verification|insecure|no-ca-verification|ranges|benchmark-.*|starttls-name|resume|sni-hostname|verify-hostname|alpn|print-cert|save-cert|x509cafile|priority|list|version|help|keymatexport.*|rehandshake|logfile|udp|mtu))$/;
interface Read {
  crlf: boolean;
  starttls: boolean;
  protocol: string;
  port: string;
  host: string;
}
/** An option's value, or the words that it has none. */
function valueOf(arg: string, left: string[]): string | readonly string[] {
  const value = left.shift();
  const words = arg === '-p' ? "requires an argument -- 'p'" : `'${arg}' requires an argument`;
  return value ?? [`gnutls-cli: option ${words}`, ...USAGE];
}
const unknown = (arg: string): readonly string[] => {
  if (REAL.test(arg)) return [`gnutls-cli: ${arg}: not simulated here`];
  if (/^-[^-]/.test(arg)) return [`gnutls-cli: invalid option -- '${arg.charAt(1)}'`, ...USAGE];
  return [`gnutls-cli: unrecognized option '${arg}'`, ...USAGE];
};
/** Or the words of the refusal. */
export function read(args: readonly string[]): Readonly<Read> | readonly string[] {
  const wanted: Read = { crlf: false, starttls: false, protocol: '', port: '', host: '' };
  const left = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=') : [arg]));
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--crlf') wanted.crlf = true;
    else if (arg === '--starttls' || arg === '-s') wanted.starttls = true;
    else if (/^-p./.test(arg)) wanted.port = arg.slice(2);
    else if (arg === '--port' || arg === '-p') {
      const port = valueOf(arg, left);
      if (typeof port !== 'string') return port;
      wanted.port = port;
    } else if (arg === '--starttls-proto' || arg === '--app-proto') {
      const protocol = valueOf(arg, left);
      if (typeof protocol !== 'string') return protocol;
      wanted.protocol = protocol.toLowerCase();
    } else if (arg.startsWith('-')) return unknown(arg);
    else wanted.host = arg;
  }
  return settled(wanted);
}
function settled(wanted: Read): Readonly<Read> | readonly string[] {
  const { protocol, starttls } = wanted;
  if (protocol !== '' && starttls)
    return ["gnutls-cli: the 'starttls-proto' and 'starttls' options conflict"];
  if (isElsewhere(protocol)) return [`gnutls-cli: --starttls-proto=${protocol}: not simulated here`];
  wanted.port ||= serviceFor(protocol);
  const [, host, port] = /^([^:]+):(\w+)$/.exec(wanted.host) ?? [];
  return host === undefined || port === undefined ? wanted : { ...wanted, host, port };
}
