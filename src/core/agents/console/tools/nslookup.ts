// nslookup as BIND 9.18 prints it, for one name.
import {
  ask,
  reverseName,
  type Answer,
  type QueryType,
  type RecordType,
  type ResourceRecord,
} from '../../../base/dns.ts';
import { dataText } from '../../../net/dns/text.ts';
import { over, says, stay, type Cx, type Turn } from '../tool.ts';
import {
  asker,
  begin,
  isOtherType,
  isType,
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

export interface Nslookup {
  readonly program: 'nslookup';
  readonly name: string;
  readonly asking: Asking;
  readonly tries: number;
  /** An address was asked for: then it does not say whom it asks. */
  readonly reverse: boolean;
  /** No type was named: after A comes AAAA. */
  readonly usual: boolean;
  /** What A came to, while AAAA is asked for. */
  readonly first: Answer | null;
}
const TRIES = 3;
interface Read {
  readonly names: readonly string[];
  readonly type: QueryType | undefined;
  readonly warnings: readonly string[];
}
/** Or the words of the refusal. */
function read(args: readonly string[]): Read | readonly string[] {
  const names: string[] = [];
  const warnings: string[] = [];
  let type: QueryType | undefined;
  for (const arg of args) {
    const [, option = '', value = ''] = /^-([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (!/^-./.test(arg)) names.push(arg);
    else if (option.startsWith('ver')) return [`nslookup ${VERSION}`];
    else if (/^(?:ty(?:pe?)?|q(?:uery(?:type)?)?)$/.test(option)) {
      if (isOtherType(value)) return [unsimulated('nslookup', value)];
      type = queryTypeOf(value);
      if (!type) warnings.push(`unknown query type: ${value}`);
    } else if (
      /^(?:port|class|cl|timeout|time|retry|domain|srchlist|ndots|debug|d2|vc|search|recurse|fail|def|no.+)$/.test(
        option,
      )
    )
      return [unsimulated('nslookup', `-${option}`)];
    else warnings.push(`*** Invalid option: ${option}`);
  }
  return { names, type, warnings };
}
export function startNslookup(args: readonly string[], cx: Cx): Turn<Nslookup> {
  const wanted = read(args);
  if (!('names' in wanted)) return over([says(...wanted)]);
  const { names, type, warnings } = wanted;
  const [text, server = '', more] = names;
  if (text === undefined || text === '-')
    return over([says('nslookup: talking to it is not simulated here: name what to look up')]);
  if (more !== undefined) return over([says('nslookup: a name and a server, nothing more')]);
  const wrong = refusedName('nslookup', text);
  if (wrong !== undefined) return over([says(wrong)]);
  if (server !== '' && refusedName('nslookup', server) !== undefined)
    return over([says(`nslookup: couldn't get address for '${server}': not found`)]);
  const back = reverseName(text);
  const asking = begin(server, back === undefined ? ask(type ?? 'A', text) : ask('PTR', back), cx);
  const state: Nslookup = {
    program: 'nslookup',
    name: relative(back ?? text),
    asking,
    tries: TRIES,
    reverse: back !== undefined,
    usual: back === undefined && type === undefined,
    first: null,
  };
  return stay(state, [says(...warnings)], [questionOf(asking, TRIES)]);
}
export const nslookup = asker<Nslookup>('nslookup', (state, answer, cx) => {
  const { asking, tries, usual, first } = state;
  const lost = silence(answer, asking, tries);
  if (lost) return over([says(...lost, ';; no servers could be reached', '')]);
  const known = answer.status === 'ok' || answer.status === 'nodata';
  if (!known && !first) return over([says(...failed(state, answer))]);
  if (usual && !first) {
    const again = next(asking, ask('AAAA', lastName(asking.question, answer)), cx);
    return stay({ ...state, asking: again, first: answer }, [], [questionOf(again, tries)]);
  }
  const records = [...(first?.records ?? []), ...(known ? answer.records : [])];
  return over([says(...report(state, first ?? answer, records))]);
});
const whom = ({ reverse, asking: { server, address } }: Nslookup): readonly string[] =>
  reverse ? [] : [`Server:\t\t${server === '' ? address : server}`, `Address:\t${address}#53`, ''];
function failed(state: Nslookup, { status }: Answer): readonly string[] {
  const { name, asking } = state;
  const got = status === 'servfail' ? [`;; Got SERVFAIL reply from ${asking.address}`] : [];
  return [...got, ...whom(state), `** server can't find ${name}: ${STATUS[status]}`, ''];
}
function report(state: Nslookup, answer: Answer, records: readonly ResourceRecord[]): readonly string[] {
  const { name, reverse, asking } = state;
  const { aa } = answer;
  const elsewhere = !aa && !isType('A', 'AAAA')(asking.question);
  return [
    ...whom(state),
    ...(aa || reverse ? [] : ['Non-authoritative answer:']),
    ...(records.length > 0 ? records.flatMap(rows) : [`*** Can't find ${name}: No answer`]),
    ...(elsewhere ? ['', 'Authoritative answers can be found from:', ...answer.authority.flatMap(rows)] : []),
    '',
  ];
}
const WORDS: { readonly [T in RecordType]: string } = {
  A: '',
  AAAA: '',
  MX: 'mail exchanger',
  TXT: 'text',
  CNAME: 'canonical name',
  PTR: 'name',
  SRV: 'service',
  TLSA: 'rdata_52',
  NS: 'nameserver',
  SOA: '',
};
function rows(record: ResourceRecord): readonly string[] {
  const name = relative(record.name);
  if (record.type === 'A' || record.type === 'AAAA') return [`Name:\t${name}`, `Address: ${record.address}`];
  if (record.type !== 'SOA') return [`${name}\t${WORDS[record.type]} = ${dataText(record)}`];
  return [
    name,
    `\torigin = ${relative(record.primary)}`,
    `\tmail addr = ${relative(record.responsible)}`,
    `\tserial = ${record.serial}`,
    `\trefresh = ${record.refresh}`,
    `\tretry = ${record.retry}`,
    `\texpire = ${record.expire}`,
    `\tminimum = ${record.minimum}`,
  ];
}
