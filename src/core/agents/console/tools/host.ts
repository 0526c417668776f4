// host as BIND 9.18 prints it.
import {
  ask,
  reverseName,
  typeOf,
  type Answer,
  type RecordType,
  type ResourceRecord,
} from '../../../base/dns.ts';
import { dataText } from '../../../net/dns/text.ts';
import { flagsOf } from '../flags.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import {
  asker,
  begin,
  CODES,
  isOtherType,
  lastName,
  next,
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
  readonly left: readonly RecordType[];
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
  const absent = flags.find((flag) => !'t46rWsw'.includes(flag));
  if (absent !== undefined) return over([says(unsimulated('host', `-${absent}`))]);
  const [text, server = ''] = operands;
  if (text === undefined) return over([says(...USAGE)]);
  const asked = values.get('t');
  const type = asked === undefined ? undefined : typeOf(asked);
  if (asked !== undefined && !type)
    return over([
      isOtherType(asked) ? says(unsimulated('host', asked)) : says(`host: invalid type: ${asked}`, ''),
    ]);
  return open(text, server, type, cx);
}
function open(text: string, server: string, type: RecordType | undefined, cx: Cx): Turn<HostLookup> {
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
  const state: HostLookup = { program: 'host', name, asking, tries: TRIES, left, typed, begun: false };
  return stay(state, [], [questionOf(asking, TRIES)]);
}
export const host = asker<HostLookup>('host', (state, answer, cx) => {
  const { name, asking, tries, left, typed, begun } = state;
  const lost = silence(answer, asking, tries);
  if (lost) return over([says(...lost, ';; no servers could be reached')]);
  const before = begun ? [] : serverWords(asking);
  if (answer.status !== 'ok' && answer.status !== 'nodata') {
    const why = `${CODES[answer.status]}(${STATUS[answer.status]})`;
    return over([says(...before, `Host ${name} not found: ${why}`)]);
  }
  const none = typed && answer.records.length === 0;
  const rows = none
    ? [`${relative(name)} has no ${asking.question.type} record`]
    : answer.records.map((it) =>
        sentence(it, it.name === ask('A', name).name ? relative(name) : relative(it.name)),
      );
  const shown = [says(...before, ...rows)];
  const [type, ...rest] = left;
  if (!type) return over(shown);
  // Where the first answer led on, the others are asked for at the end of that way.
  return onward({ ...state, left: rest, begun: true }, type, answer, cx, shown);
});
function onward(
  state: HostLookup,
  type: RecordType,
  answer: Answer,
  cx: Cx,
  shown: Turn<HostLookup>['shown'],
): Turn<HostLookup> {
  const asking = next(state.asking, ask(type, lastName(state.asking.question, answer)), cx);
  return stay({ ...state, asking }, shown, [questionOf(asking, state.tries)]);
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
