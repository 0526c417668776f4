// host as BIND 9.18 prints it.
import {
  ask,
  RCODE,
  reverseName,
  type Answer,
  type QueryType,
  type RecordType,
  type ResourceRecord,
} from '../../../base/dns.ts';
import { draw } from '../../../base/random.ts';
import { MILLISECOND } from '../../../base/time.ts';
import { EDNS, messageSize } from '../../../net/dns/size.ts';
import { dataText } from '../../../net/dns/text.ts';
import { flagsOf } from '../flags.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import { dotted, questionRow, rowOf } from './rows.ts';
import {
  asker,
  begin,
  isOtherType,
  lastName,
  next,
  queryTypeOf,
  questionOf,
  refusedName,
  relative,
  silence,
  STATUS,
  unsimulated,
  VERSION,
  type Asking,
} from './lookup.ts';

export interface HostLookup {
  readonly program: 'host';
  /** As it was typed, or the reverse name of the address that was. */
  readonly name: string;
  readonly asking: Asking;
  readonly tries: number;
  /** Types yet to be asked for. */
  readonly left: readonly QueryType[];
  /** All of each answer, as dig shows it (-v). */
  readonly verbose: boolean;
  /** A type was named: then it is said when there is nothing. */
  readonly typed: boolean;
  /** Something was answered already. */
  readonly begun: boolean;
}
const USAGE = [
  'Usage: host [-aCdilrTvVw] [-c class] [-N ndots] [-t type] [-W time]',
  '            [-R number] [-m flag] [-p port] hostname [server]',
];
const TRIES = 2;
/** Without -t: where it is, and who takes its mail. */
const USUAL: readonly RecordType[] = ['A', 'AAAA', 'MX'];

export function startHost(args: readonly string[], cx: Cx): Turn<HostLookup> {
  const { flags, values, operands, unknown, missing } = flagsOf(args, 'aAc:dilnm:p:rst:vVwCDN:R:TUW:46');
  if (unknown !== undefined) return over([says(`host: illegal option -- ${unknown}`, ...USAGE)]);
  if (missing !== undefined) return over([says(`host: option requires an argument -- ${missing}`, ...USAGE)]);
  if (flags.includes('V')) return over([says(`host ${VERSION}`)]);
  const absent = flags.find((flag) => !'t46rWswTUva'.includes(flag));
  if (absent !== undefined) return over([says(unsimulated('host', `-${absent}`))]);
  const [text, server = ''] = operands;
  if (text === undefined) return over([says(...USAGE)]);
  const asked = values.get('t');
  const type = asked === undefined ? (flags.includes('a') ? 'ANY' : undefined) : queryTypeOf(asked);
  if (asked !== undefined && !type)
    return over([
      isOtherType(asked) ? says(unsimulated('host', asked)) : says(`host: invalid type: ${asked}`, ''),
    ]);
  return open(text, server, type, flags.includes('v') || flags.includes('a'), cx);
}
function open(
  text: string,
  server: string,
  type: QueryType | undefined,
  verbose: boolean,
  cx: Cx,
): Turn<HostLookup> {
  const wrong = refusedName('host', text);
  if (wrong !== undefined) return over([says(wrong)]);
  if (server !== '' && refusedName('host', server) !== undefined)
    return over([says(`host: couldn't get address for '${server}': not found`)]);
  const back = reverseName(text); // an address is asked for its name, whatever -t says
  // It forgets the last dot of what it made of an IPv6 address.
  const name = back === undefined ? text : back.endsWith('.ip6.arpa.') ? relative(back) : back;
  const [first = 'A', ...left] = back === undefined ? (type ? [type] : USUAL) : (['PTR'] as const);
  const asking = begin(server, ask(first, name), cx);
  const typed = type !== undefined && back === undefined;
  return stay(
    { program: 'host', name, asking, tries: TRIES, left, verbose, typed, begun: false },
    [says(...trying(verbose, name))],
    [questionOf(asking, TRIES)],
  );
}
const trying = (verbose: boolean, name: string): readonly string[] =>
  verbose ? [`Trying "${relative(name)}"`] : [];
export const host = asker<HostLookup>('host', (state, answer, cx) => {
  const { name, asking, tries, left, verbose, begun } = state;
  const lost = silence(answer, asking, tries);
  if (lost) return over([says(...lost, ';; no servers could be reached')]);
  const before = begun ? [] : serverWords(asking);
  if (answer.status !== 'ok' && answer.status !== 'nodata') {
    const why = `${RCODE[answer.status]}(${STATUS[answer.status]})`;
    return over([
      says(...before, `Host ${name} not found: ${why}`, ...(verbose ? received(state, answer, cx) : [])),
    ]);
  }
  const rows = verbose ? [...whole(state, answer, cx), ...received(state, answer, cx)] : brief(state, answer);
  const shown = [says(...before, ...rows)];
  const [type, ...rest] = left;
  if (!type) return over(shown);
  // Where the first answer led on, the others are asked for at the end of that way.
  return onward({ ...state, left: rest, begun: true }, type, answer, cx, shown);
});
function brief({ name, asking: { question }, typed }: HostLookup, { records }: Answer): readonly string[] {
  if (typed && records.length === 0) return [`${relative(name)} has no ${question.type} record`];
  const asked = ask('A', name).name;
  return records.map((it) => sentence(it, relative(it.name === asked ? name : it.name)));
}
/** In the order of dig, without EDNS and without what there is none of. */
function whole({ name, asking }: HostLookup, answer: Answer, cx: Cx): readonly string[] {
  const { question, since } = asking;
  const { status, records, authority, ad, aa } = answer;
  const typed = question.name === ask('A', name).name ? dotted(name) : question.name;
  const flags = ['qr', ...(aa ? ['aa', 'rd'] : ['rd', 'ra']), ...(ad ? ['ad'] : [])].join(' ');
  const section = (title: string, all: readonly ResourceRecord[]): readonly string[] =>
    all.length === 0
      ? []
      : ['', `;; ${title} SECTION:`, ...all.map((record) => rowOf(record, question, typed))];
  return [
    `;; ->>HEADER<<- opcode: QUERY, status: ${STATUS[status]}, id: ${draw(cx.seed, 'host', cx.id, since, question.type) & 0xffff}`,
    `;; flags: ${flags}; QUERY: 1, ANSWER: ${records.length}, AUTHORITY: ${authority.length}, ADDITIONAL: 0`,
    '',
    ';; QUESTION SECTION:',
    questionRow(question, typed),
    ...section('ANSWER', records),
    ...section('AUTHORITY', authority),
    '',
  ];
}
function received(
  { asking: { address, question, since } }: HostLookup,
  answer: Answer,
  { now }: Cx,
): readonly string[] {
  const size = messageSize(question, answer) - EDNS;
  return [`Received ${size} bytes from ${address}#53 in ${Math.floor((now - since) / MILLISECOND)} ms`];
}
function onward(
  state: HostLookup,
  type: QueryType,
  answer: Answer,
  cx: Cx,
  shown: Turn<HostLookup>['shown'],
): Turn<HostLookup> {
  const asking = next(state.asking, ask(type, lastName(state.asking.question, answer)), cx);
  const begun = trying(state.verbose, asking.question.name);
  return stay({ ...state, asking }, [...shown, says(...begun)], [questionOf(asking, state.tries)]);
}
const serverWords = ({ server, address }: Asking): readonly string[] =>
  server === '' ? [] : ['Using domain server:', `Name: ${server}`, `Address: ${address}#53`, 'Aliases: ', ''];

const WORDS: { readonly [T in RecordType]: string } = {
  A: 'has address',
  AAAA: 'has IPv6 address',
  MX: 'mail is handled by',
  TXT: 'descriptive text',
  CNAME: 'is an alias for',
  PTR: 'domain name pointer',
  SRV: 'has SRV record',
  TLSA: 'has TLSA record',
  NS: 'name server',
  SOA: 'has SOA record',
};
const sentence = (record: ResourceRecord, name: string): string =>
  `${name} ${WORDS[record.type]} ${dataText(record)}`;
