// What dig was asked for: names, types, @server and +options in any order.
import { absolute, ask, reverseName, typeOf, type Question, type RecordType } from '../../../base/dns.ts';
import { isOtherType, refusedName, unsimulated, VERSION } from './lookup.ts';

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
const IDLE = /^(?:no)?(?:adflag|edns|cookie|search|defname|idnin|idnout|badcookie|fail|ignore|class)$/;
const RECURSE = /^(?:no)?(?:rec(?:u|ur|urs|urse)?|rdflag)$/;
const REAL =
  /^(?:no)?(?:aaflag|aaonly|besteffort|bufsize|cdflag|coflag|crypto|dns64prefix|dnssec|do|domain|ednsflags|ednsnegotiation|ednsopt|expandaaaa|expire|header-only|https.*|http-plain.*|identify|keepalive|keepopen|multiline|ndots|nsid|nssearch|onesoa|opcode|padding|qid|qr|raflag|rrcomments|showbadcookie|showsearch|split|subnet|tcflag|tcp|timeout|time|tls.*|trace|ttlid|ttlunits|unknownformat|vc|yaml|zflag)$/;

interface Draft {
  name: string | undefined;
  type: RecordType | undefined;
  typed: boolean;
  server: string;
  shows: Shows;
  recurse: boolean;
  banner: boolean;
  tries: number;
  readonly warnings: string[];
}
type Refusal = readonly string[];

export function read(args: readonly string[]): Wanted | Refusal {
  const shows: Shows = {
    cmd: true,
    comments: true,
    question: true,
    answer: true,
    authority: true,
    additional: true,
    stats: true,
    short: false,
  };
  const d: Draft = {
    name: undefined,
    type: undefined,
    typed: false,
    server: '',
    shows,
    recurse: true,
    banner: true,
    tries: 3,
    warnings: [],
  };
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
  const { server, tries, warnings } = d;
  const name = d.name ?? '.';
  const type = d.name === undefined ? 'NS' : (d.type ?? 'A');
  const wrong = refusedName('dig', name);
  if (wrong !== undefined) return [wrong];
  return {
    question: ask(type, name),
    name: shown(name),
    server,
    shows: d.shows,
    recurse: d.recurse,
    banner: d.banner,
    tries,
    warnings,
  };
}
const shown = (name: string): string => (name.endsWith('.') ? name : `${name}.`);
function serverIs(d: Draft, server: string): Refusal | undefined {
  d.server = server;
  const known = server !== '' && refusedName('dig', server) === undefined;
  return known ? undefined : [`dig: couldn't get address for '${server}': not found`];
}
function nameIs(d: Draft, name: string): Refusal | undefined {
  if (d.name !== undefined) return ['dig: one name at a time: a second one is not simulated here'];
  d.name = name;
  d.banner = d.shows.cmd && !d.shows.short;
  return undefined;
}
function typeIs(d: Draft, type: RecordType): undefined {
  if (d.typed) d.warnings.push(';; Warning, extra type option');
  d.type = type;
  d.typed = true;
}
function word(d: Draft, text: string): Refusal | undefined {
  const type = typeOf(text);
  if (type) return typeIs(d, type);
  if (isOtherType(text)) return [unsimulated('dig', text)];
  return /^in$/i.test(text) ? undefined : nameIs(d, text);
}
const invalid = (option: string): Refusal => [`Invalid option: ${option}`, ...USAGE];
const abbreviated = (text: string): Part | undefined =>
  text.length > 1 ? ALL.find((it) => it.startsWith(text) && !EXACT.includes(it)) : undefined;
function plus(d: Draft, text: string): Refusal | undefined {
  const [option = '', value] = text.split('=');
  const on = !option.startsWith('no');
  const bare = on ? option : option.slice(2);
  if (bare === 'all') {
    d.shows = ALL.reduce<Shows>((all, part) => ({ ...all, [part]: on }), d.shows);
    return undefined;
  }
  const part = EXACT.find((it) => it === bare) ?? abbreviated(bare);
  if (part !== undefined) {
    d.shows = { ...d.shows, [part]: on };
    return undefined;
  }
  const tries = /^\d{1,2}$/.test(value ?? '') ? Number(value) : Number.NaN;
  if ((option === 'tries' || option === 'retry') && tries >= 0) {
    d.tries = Math.min(10, Math.max(1, option === 'retry' ? tries + 1 : tries));
    return undefined;
  }
  if (RECURSE.test(option)) {
    d.recurse = on;
    return undefined;
  }
  if (IDLE.test(option)) return undefined;
  return REAL.test(option) ? [unsimulated('dig', `+${option}`)] : invalid(`+${option}`);
}
function dash(d: Draft, arg: string, left: string[]): Refusal | undefined {
  const letter = arg.charAt(1);
  if (letter === 'h') return USAGE.slice(0, 3);
  if (letter === 'v') return [`DiG ${VERSION}`];
  if (/[46]/.test(letter) && arg.length === 2) return undefined;
  if (/[bfkmpruy]/.test(letter)) return [unsimulated('dig', `-${letter}`)];
  if (!/[xtqc]/.test(letter)) return invalid(arg);
  const value = arg.length > 2 ? arg.slice(2) : left.shift();
  if (value === undefined) return invalid(arg);
  if (letter === 'q') return nameIs(d, value);
  if (letter === 'x') return reverse(d, value);
  if (letter === 't') return typed(d, value);
  if (!/^in$/i.test(value)) d.warnings.push(`;; Warning, ignoring invalid class ${value}`);
  return undefined;
}
function typed(d: Draft, text: string): Refusal | undefined {
  const type = typeOf(text);
  if (type) return typeIs(d, type);
  if (isOtherType(text)) return [unsimulated('dig', text)];
  d.warnings.push(`;; Warning, ignoring invalid type ${text}`);
  return undefined;
}
/** Of what is no address, dig turns the labels round all the same. */
function reverse(d: Draft, text: string): Refusal | undefined {
  d.type ??= 'PTR';
  return nameIs(d, reverseName(text) ?? absolute(`${text.split('.').toReversed().join('.')}.in-addr.arpa`));
}
