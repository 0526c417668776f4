// dig as BIND 9.18 prints it, asking a resolver that is not BIND.
import type { Answer, ResourceRecord } from '../../../base/dns.ts';
import { draw } from '../../../base/random.ts';
import { civil, MILLISECOND, SECOND } from '../../../base/time.ts';
import { messageSize } from '../../../net/dns/size.ts';
import { dataText } from '../../../net/dns/text.ts';
import { DAYS, MONTHS, two } from './about.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import { read, type Wanted } from './dig.options.ts';
import { asker, begin, questionOf, silence, STATUS, VERSION, type Asking } from './lookup.ts';

export interface Dig {
  readonly program: 'dig';
  readonly args: readonly string[];
  readonly wanted: Wanted;
  readonly asking: Asking;
  readonly tries: number;
}
export function startDig(args: readonly string[], cx: Cx): Turn<Dig> {
  const wanted = read(args);
  if (!('question' in wanted)) return over([says(...wanted)]);
  const { question, server, tries, warnings } = wanted;
  const asking = begin(server, question, cx);
  return stay(
    { program: 'dig', args, wanted, asking, tries },
    [says(...warnings)],
    [questionOf(asking, tries)],
  );
}
export const dig = asker<Dig>('dig', (state, answer, cx) => {
  const { wanted, asking, tries } = state;
  const lost = silence(answer, asking, tries);
  if (lost)
    return over([says(...lost, ...(wanted.banner ? banner(state) : []), ';; no servers could be reached')]);
  return over([says(...(wanted.shows.short ? answer.records.map(dataText) : report(state, answer, cx)))]);
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
  const row = (record: ResourceRecord): string =>
    rowOf(record, record.name === question.name ? name : record.name);
  return [
    ...(shows.cmd ? banner(state) : []),
    ...(comments ? header(answer, state, cx) : []),
    ...section('QUESTION', shows.question, [
      `;${columns(name, [
        [32, 'IN'],
        [40, question.type],
      ])}`,
    ]),
    ...section('ANSWER', shows.answer, answer.records.map(row)),
    ...section('AUTHORITY', shows.authority, answer.authority.map(row)),
    ...(shows.stats ? stats(state, answer, cx) : []),
  ];
}
function header(answer: Answer, { asking, wanted: { recurse } }: Dig, cx: Cx): readonly string[] {
  const { status, records, authority, ad, aa } = answer;
  const recursive = !aa && status !== 'refused';
  const set = { qr: true, aa, rd: recurse, ra: recursive, ad };
  const flags = Object.entries(set).flatMap(([name, on]) => (on ? [name] : []));
  const id = draw(cx.seed, 'dig', cx.id, asking.since) & 0xffff;
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
    `;; SERVER: ${address}#53(${server === '' ? address : server}) (UDP)`,
    `;; WHEN: ${DAYS[weekday]} ${MONTHS[month - 1]} ${two(day)} ${clock} UTC ${year}`,
    `;; MSG SIZE  rcvd: ${messageSize(wanted.question, answer)}`,
    '',
  ];
}
/** Words at tab stops: as many tabs as it takes, or one space where it is too late for that. */
function columns(first: string, others: readonly (readonly [at: number, text: string])[]): string {
  let out = first;
  let column = first.length;
  for (const [at, text] of others) {
    const tabs = Math.ceil((at - column) / 8);
    out += (tabs > 0 ? '\t'.repeat(tabs) : ' ') + text;
    column = (tabs > 0 ? at : column + 1) + text.length;
  }
  return out;
}
const rowOf = (record: ResourceRecord, name: string): string =>
  columns(name, [
    [24, String(record.ttl)],
    [32, 'IN'],
    [40, record.type],
    [48, dataText(record)],
  ]);
