// dig as BIND 9.18 prints it, asking a resolver that is not BIND.
import type { Answer, ResourceRecord } from '../../../base/dns.ts';
import { draw } from '../../../base/random.ts';
import { civil, MILLISECOND, SECOND } from '../../../base/time.ts';
import { messageSize } from '../../../net/dns/size.ts';
import { dataText } from '../../../net/dns/text.ts';
import { DAYS, MONTHS, two } from './about.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import { readArgs, type Wanted } from './dig.options.ts';
import { questionRow, rowOf } from './rows.ts';
import { asker, begin, questionOf, silence, STATUS, VERSION, type Asking } from './lookup.ts';

export interface Dig {
  readonly program: 'dig';
  readonly args: readonly string[];
  readonly wanted: Wanted;
  readonly asking: Asking;
  readonly tries: number;
  /** Before it stands what was asked for, once. */
  readonly first: boolean;
  /** What is looked up after that. */
  readonly left: readonly Wanted[];
}
export function startDig(args: readonly string[], cx: Cx): Turn<Dig> {
  const read = readArgs(args);
  if (!('lookups' in read)) return over([says(...read)]);
  return lookUp(args, read.lookups, true, [says(...read.warnings)], cx);
}
/** One after the other. */
function lookUp(
  args: readonly string[],
  [wanted, ...left]: readonly Wanted[],
  first: boolean,
  shown: Turn<Dig>['shown'],
  cx: Cx,
): Turn<Dig> {
  if (!wanted) return over(shown);
  const { question, server, tries } = wanted;
  const asking = begin(server, question, cx);
  return stay({ program: 'dig', args, wanted, asking, tries, first, left }, shown, [
    questionOf(asking, tries),
  ]);
}
export const dig = asker<Dig>('dig', (state, answer, cx) => {
  const { args, wanted, asking, tries, left } = state;
  const lost = silence(answer, asking, tries);
  const told = lost
    ? [...lost, ...(wanted.banner ? banner(state) : []), ';; no servers could be reached']
    : wanted.shows.short
      ? answer.records.map(dataText)
      : report(state, answer, cx);
  return lookUp(args, left, false, [says(...told)], cx);
});

const banner = ({ args, wanted }: Dig): readonly string[] => [
  '',
  ['; <<>> DiG', VERSION, '<<>>', ...args].join(' '),
  ...(wanted.server === '' ? [] : ['; (1 server found)']),
  ';; global options: +cmd',
];
function report(state: Dig, answer: Answer, cx: Cx): readonly string[] {
  const { shows, question, name } = state.wanted;
  const { comments } = shows;
  const blank = comments ? [''] : [];
  const section = (title: string, on: boolean, rows: readonly string[]): readonly string[] =>
    on && rows.length > 0 ? [...(comments ? [`;; ${title} SECTION:`] : []), ...rows, ...blank] : [];
  const row = (record: ResourceRecord): string => rowOf(record, question, name);
  return [
    ...(shows.cmd && state.first ? banner(state) : []),
    ...(comments ? header(answer, state, cx) : []),
    ...section('QUESTION', shows.question, [questionRow(question, name)]),
    ...section('ANSWER', shows.answer, answer.records.map(row)),
    ...section('AUTHORITY', shows.authority, answer.authority.map(row)),
    ...(shows.stats ? stats(state, answer, cx) : []),
  ];
}
function header(answer: Answer, { asking, left, wanted: { recurse } }: Dig, cx: Cx): readonly string[] {
  const { status, records, authority, ad, aa } = answer;
  const recursive = !aa && status !== 'refused';
  const set = { qr: true, aa, rd: recurse, ra: recursive, ad };
  const flags = Object.entries(set).flatMap(([name, on]) => (on ? [name] : []));
  const id = draw(cx.seed, 'dig', cx.id, asking.since + left.length) & 0xffff;
  return [
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${STATUS[status]}, id: ${id}`,
    `;; flags: ${flags.join(' ')}; QUERY: 1, ANSWER: ${records.length}, AUTHORITY: ${authority.length}, ADDITIONAL: 1`,
    ...(recurse && !recursive ? [';; WARNING: recursion requested but not available'] : []),
    '',
    ';; OPT PSEUDOSECTION:',
    '; EDNS: version: 0, flags:; udp: 1232',
  ];
}
function stats({ asking, wanted }: Dig, answer: Answer, { now, epoch }: Cx): readonly string[] {
  const { address, server } = asking;
  const { year, month, day, weekday, hour, minute, second } = civil(epoch + Math.floor(now / SECOND));
  const clock = [hour, minute, second].map(two).join(':');
  return [
    `;; Query time: ${Math.floor((now - asking.since) / MILLISECOND)} msec`,
    `;; SERVER: ${address}#53(${server === '' ? address : server}) (${wanted.tcp ? 'TCP' : 'UDP'})`,
    `;; WHEN: ${DAYS[weekday]} ${MONTHS[month - 1]} ${two(day)} ${clock} UTC ${year}`,
    `;; MSG SIZE  rcvd: ${messageSize(wanted.question, answer)}`,
    '',
  ];
}
