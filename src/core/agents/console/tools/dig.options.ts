// What dig was asked for: names, types, @server and +options in any order.
import { absolute, ask, reverseName, type QueryType, type Question } from '../../../base/dns.ts';
import { isOtherType, queryTypeOf, refusedName, unsimulated, VERSION } from './lookup.ts';
import { dotted } from './rows.ts';

/** What is printed of an answer. */
export interface Shows {
  readonly cmd: boolean;
  readonly comments: boolean;
  readonly question: boolean;
  readonly answer: boolean;
  readonly authority: boolean;
  readonly additional: boolean;
  readonly stats: boolean;
  readonly short: boolean;
}
type Part = keyof Shows;
export interface Wanted {
  readonly question: Question;
  /** As it was typed. */
  readonly name: string;
  /** '': this machine's own. */
  readonly server: string;
  readonly shows: Shows;
  /** Whoever is asked may ask others (RFC 1035 §4.1.1, RD). */
  readonly recurse: boolean;
  /** Whether the first line is printed even when nobody answers: decided by what stands before the name. */
  readonly banner: boolean;
  readonly tries: number;
  /** Over TCP, which for ANY is usual. */
  readonly tcp: boolean;
}
interface Read {
  readonly lookups: readonly Wanted[];
  /** Before anything is asked. */
  readonly warnings: readonly string[];
}
const USAGE = [
  'Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}',
  '            {global-d-opt} host [@local-server] {local-d-opt}',
  '            [ host [@local-server] {local-d-opt} [...]]',
  '',
  'Use "dig -h" (or "dig -h | more") for complete list of options',
];
const ALL: readonly Part[] = ['cmd', 'comments', 'question', 'answer', 'authority', 'additional', 'stats'];
const EXACT: readonly Part[] = ['cmd', 'short'];
/** They change what goes over the wire, and nothing of what comes back here. */
const IDLE =
  /^(?:no)?(?:adflag|edns|cookie|search|defname|idnin|idnout|badcookie|fail|ignore|class|time|timeout|trace|dnssec|do)$/;
const RECURSE = /^(?:no)?(?:rec(?:u|ur|urs|urse)?|rdflag)$/;
const REAL =
  /^(?:no)?(?:aaflag|aaonly|besteffort|bufsize|cdflag|coflag|crypto|dns64prefix|domain|ednsflags|ednsnegotiation|ednsopt|expandaaaa|expire|header-only|https.*|http-plain.*|identify|keepalive|keepopen|multiline|ndots|nsid|nssearch|onesoa|opcode|padding|qid|qr|raflag|rrcomments|showbadcookie|showsearch|split|subnet|tcflag|tls.*|ttlid|ttlunits|unknownformat|yaml|zflag)$/;

interface Lookup {
  name: string | undefined;
  type: QueryType | undefined;
  typed: boolean;
  server: string;
  shows: Shows;
  recurse: boolean;
  banner: boolean;
  tries: number;
  tcp: boolean | undefined;
}
/** What stands before the first name is for all lookups; what stands after a name, for that one. */
interface Draft {
  readonly common: Lookup;
  readonly lookups: Lookup[];
  readonly warnings: string[];
}
type Refusal = readonly string[];
const latest = ({ common, lookups }: Draft): Lookup => lookups.at(-1) ?? common;

const usual = (): Lookup => ({
  name: undefined,
  type: undefined,
  typed: false,
  server: '',
  shows: {
    cmd: true,
    comments: true,
    question: true,
    answer: true,
    authority: true,
    additional: true,
    stats: true,
    short: false,
  },
  recurse: true,
  banner: true,
  tries: 3,
  tcp: undefined,
});
export function readArgs(args: readonly string[]): Read | Refusal {
  const d: Draft = { common: usual(), lookups: [], warnings: [] };
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const refusal = arg.startsWith('@')
      ? serverIs(d, arg.slice(1))
      : arg.startsWith('+')
        ? plus(d, arg.slice(1))
        : /^-./.test(arg)
          ? dash(d, arg, left)
          : word(d, arg);
    if (refusal) return refusal;
  }
  const all = d.lookups.length > 0 ? d.lookups : [d.common];
  for (const { name = '.' } of all) {
    const wrong = refusedName('dig', name);
    if (wrong !== undefined) return [wrong];
  }
  return { lookups: all.map(wantedOf), warnings: d.warnings };
}
function wantedOf({ name = '', type, server, shows, recurse, banner, tries, tcp }: Lookup): Wanted {
  const wanted = name === '' ? 'NS' : (type ?? 'A');
  return {
    question: ask(wanted, dotted(name)),
    name: dotted(name),
    server,
    shows,
    recurse,
    banner,
    tries,
    tcp: tcp ?? wanted === 'ANY',
  };
}
function serverIs(d: Draft, server: string): Refusal | undefined {
  latest(d).server = server;
  const known = server !== '' && refusedName('dig', server) === undefined;
  return known ? undefined : [`dig: couldn't get address for '${server}': not found`];
}
function nameIs(d: Draft, name: string): undefined {
  const { common } = d;
  const banner = d.lookups.length === 0 && common.shows.cmd && !common.shows.short;
  d.lookups.push({ ...common, name, banner });
}
function typeIs(d: Draft, type: QueryType): undefined {
  const it = latest(d);
  if (it.typed) d.warnings.push(';; Warning, extra type option');
  it.type = type;
  it.typed = true;
}
function word(d: Draft, text: string): Refusal | undefined {
  const type = queryTypeOf(text);
  if (type) return typeIs(d, type);
  if (isOtherType(text)) return [unsimulated('dig', text)];
  return /^in$/i.test(text) ? undefined : nameIs(d, text);
}
const invalid = (option: string): Refusal => [`Invalid option: ${option}`, ...USAGE];
const abbreviated = (text: string): Part | undefined =>
  text.length > 1 ? ALL.find((it) => it.startsWith(text) && !EXACT.includes(it)) : undefined;
const TRACE = [
  'dig: +trace: in this world there are no servers of the root and of com to begin with: its resolver finds',
  'whoever keeps a zone at once. Ask who that is, and then ask them: dig NS example.com, and then',
  'dig @ns1.example.com MX example.com',
];
const SIGNATURES =
  'dig: +dnssec: signatures are not simulated here; that a resolver has verified an answer is its flag ad';
/** What is printed: all of it, or a part. */
function shows(it: Lookup, bare: string, on: boolean): boolean {
  const part = EXACT.find((exact) => exact === bare) ?? abbreviated(bare);
  if (bare === 'all') it.shows = ALL.reduce<Shows>((all, each) => ({ ...all, [each]: on }), it.shows);
  else if (part !== undefined) it.shows = { ...it.shows, [part]: on };
  return bare === 'all' || part !== undefined;
}
/** How often it is asked. */
function tries(it: Lookup, option: string, value = ''): boolean {
  if ((option !== 'tries' && option !== 'retry') || !/^\d{1,2}$/.test(value)) return false;
  it.tries = Math.min(10, Math.max(1, Number(value) + (option === 'retry' ? 1 : 0)));
  return true;
}
function plus(d: Draft, text: string): Refusal | undefined {
  const [option = '', value] = text.split('=');
  const on = !option.startsWith('no');
  const bare = on ? option : option.slice(2);
  const it = latest(d);
  if (shows(it, bare, on) || tries(it, option, value)) return undefined;
  if (RECURSE.test(option)) it.recurse = on;
  else if (bare === 'tcp' || bare === 'vc') it.tcp = on;
  else if (on && bare === 'trace') return TRACE;
  else if (on && /^(?:dnssec|do)$/.test(bare)) return [SIGNATURES];
  else if (!IDLE.test(option))
    return REAL.test(option) ? [unsimulated('dig', `+${option}`)] : invalid(`+${option}`);
  return undefined;
}
function dash(d: Draft, arg: string, left: string[]): Refusal | undefined {
  const letter = arg.charAt(1);
  if (letter === 'h') return USAGE.slice(0, 3);
  if (letter === 'v') return [`DiG ${VERSION}`];
  if (/[46]/.test(letter) && arg.length === 2) return undefined;
  if (/[bfkmruy]/.test(letter)) return [unsimulated('dig', `-${letter}`)];
  if (!/[xtqcp]/.test(letter)) return invalid(arg);
  const value = arg.length > 2 ? arg.slice(2) : left.shift();
  if (value === undefined) return invalid(arg);
  if (letter === 'q') return nameIs(d, value);
  if (letter === 'x') return reverse(d, value);
  if (letter === 't') return typed(d, value);
  if (letter === 'p') return value === '53' ? undefined : [unsimulated('dig', '-p')];
  if (!/^in$/i.test(value)) d.warnings.push(`;; Warning, ignoring invalid class ${value}`);
  return undefined;
}
function typed(d: Draft, text: string): Refusal | undefined {
  const type = queryTypeOf(text);
  if (type) return typeIs(d, type);
  if (isOtherType(text)) return [unsimulated('dig', text)];
  d.warnings.push(`;; Warning, ignoring invalid type ${text}`);
  return undefined;
}
/** Of what is no address, dig turns the labels round all the same. */
function reverse(d: Draft, text: string): Refusal | undefined {
  nameIs(d, reverseName(text) ?? absolute(`${text.split('.').toReversed().join('.')}.in-addr.arpa`));
  latest(d).type ??= 'PTR';
  return undefined;
}
