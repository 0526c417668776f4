import { no, refuse, type Cursor, type Grammar, type No } from '../../../../spec/grammar.ts';
import { has, known } from '../../capabilities.ts';
import { found, listOf, markGroups, take } from '../../grammar/cursor.ts';
import { byUid } from '../../shape.ts';
import { extendedAnswer, plainAnswer } from '../answer.ts';
import { finding, type Asked, type Finding } from '../finding.ts';
import { charsetThen, returned } from '../grammar.ts';
import { keys } from '../key-grammar.ts';
import { unknownIn, unknownReturn } from '../known.ts';
import { search } from '../searching.ts';
import { SORT_KEYS, sorted, type Criterion } from '../sort.ts';

interface Sort extends Asked {
  readonly criteria: readonly Criterion[];
}
const CRITERION = /(?:(REVERSE) )?([A-Za-z]+)/iy;
const EXPECTED = `(${SORT_KEYS.slice(0, 7).join(' ')}), some of them, each perhaps after REVERSE`;
const criterion: Grammar<Criterion> = {
  usage: '[REVERSE] <key>',
  arguments: [],
  read(c): Criterion | No {
    const hit = found(c, CRITERION);
    const key = SORT_KEYS.find((it) => it === hit?.[2]?.toUpperCase());
    if (!hit || key === undefined) return refuse(c, EXPECTED);
    markGroups(c, hit, ['keyword', 'sort-key'], '5256#3');
    c.at += hit[0].length;
    return { key, reverse: hit[1] !== undefined };
  },
};
const criteria = listOf(criterion);
const args: Grammar<Sort> = {
  usage: '[RETURN (<option> …)] ([REVERSE] <key> …) <charset> <key> …',
  arguments: [
    { name: 'sort-key', usage: '([REVERSE] <key> …)', secret: false },
    { name: 'charset', usage: '<charset>', secret: false },
    { name: 'search-key', usage: '<key> …', secret: false },
  ],
  rfc: '5256#3',
  read(c: Cursor): Sort | No {
    const returns = returned(c);
    const order = returns === no ? no : criteria.read(c);
    const charset = order === no || take(c, ' ', 'a charset, as UTF-8') === no ? no : charsetThen(c);
    const key = charset === no ? no : keys(c);
    if (returns === no || order === no || charset === no || key === no) return no;
    return { returns, criteria: order, charset, key };
  },
};
function unknownFor(cx: Finding, { returns, criteria: order, key }: Sort): string | undefined {
  const display = order.find((it) => it.key.startsWith('DISPLAY'))?.key;
  if (display !== undefined && !has(cx.host, 'SORT=DISPLAY')) return display;
  return unknownReturn(returns, cx, 'ESORT') ?? unknownIn(key, cx);
}
const sorting = finding<Sort>({
  args,
  says: 'OK Sorted',
  unknownFor,
  answer(cx, now, { returns, criteria: order, key }, telling) {
    const hit = search(cx, now, key);
    const places = sorted(hit.rows, order);
    const rows = places.flatMap((at) => hit.rows[at] ?? []);
    const names = telling.uid ? rows.map(({ uid }) => uid) : places.map((at) => hit.numbers[at] ?? 0);
    const told = { names, rows };
    return {
      line: returns ? extendedAnswer(told, returns, telling) : plainAnswer('SORT', told, telling),
      rows,
    };
  },
});
const commands = [
  sorting('SORT', '5256#3', 'Find messages, and tell their numbers in an order of your choice.'),
  sorting('UID SORT', '5256#3', 'Find messages, and tell their UIDs in an order of your choice.', byUid),
];
export const sortExtensions = [
  known({ keyword: 'SORT', rfc: '5256#3', summary: 'The server sorts.', commands }),
  known({ keyword: 'SORT=DISPLAY', rfc: '5957#4', summary: 'Names are sorted as people see them.' }),
  known({ keyword: 'ESORT', rfc: '5267#3.1', summary: 'SORT may be answered in short.' }),
];
