import type { Rfc } from '../../../../base/ids.ts';
import type { Octets } from '../../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../../spec/grammar.ts';
import type { Cx } from '../../../../spec/protocol.ts';
import { upToDate, type Current } from '../../catch-up.ts';
import { has, known } from '../../capabilities.ts';
import { found, listOf, take } from '../../grammar/cursor.ts';
import { command, type Imap } from '../../shape.ts';
import { extendedAnswer, plainAnswer } from '../answer.ts';
import { badCharset, decodedKey } from '../charset.ts';
import { charsetThen, keys, returned, type ReturnOption } from '../grammar.ts';
import { mentions, type SearchKey } from '../key.ts';
import { unknownIn, unknownKey, unknownReturn } from '../known.ts';
import { lostIn, savedIn, search, sessionAfter } from '../searching.ts';
import { SORT_KEYS, sorted, type Criterion } from '../sort.ts';

interface Asked {
  readonly returns: readonly ReturnOption[] | undefined;
  readonly criteria: readonly Criterion[];
  readonly charset: Octets;
  readonly key: SearchKey;
}
const CRITERION = /(REVERSE )?([A-Za-z]+)/iy;
const EXPECTED = `(${SORT_KEYS.slice(0, 7).join(' ')}), some of them, each perhaps after REVERSE`;
const criterion: Grammar<Criterion> = {
  usage: '[REVERSE] <key>',
  arguments: [],
  read(c): Criterion | No {
    const hit = found(c, CRITERION);
    const key = SORT_KEYS.find((it) => it === hit?.[2]?.toUpperCase());
    if (!hit || key === undefined) return refuse(c, EXPECTED);
    const from = c.at;
    c.at += hit[0].length;
    c.spans?.push({ from, to: c.at, role: 'sort-key', rfc: '5256#3' });
    return { key, reverse: hit[1] !== undefined };
  },
};
const criteria = listOf(criterion);
const args: Grammar<Asked> = {
  usage: '[RETURN (<option> …)] ([REVERSE] <key> …) <charset> <key> …',
  arguments: [
    { name: 'sort-key', usage: '([REVERSE] <key> …)', secret: false },
    { name: 'charset', usage: '<charset>', secret: false },
    { name: 'search-key', usage: '<key> …', secret: false },
  ],
  rfc: '5256#3',
  read(c: Cursor): Asked | No {
    const returns = returned(c);
    const order = returns === no ? no : criteria.read(c);
    const charset = order === no || take(c, ' ', 'a charset, as UTF-8') === no ? no : charsetThen(c);
    const key = charset === no ? no : keys(c);
    if (returns === no || order === no || charset === no || key === no) return no;
    return { returns, criteria: order, charset, key };
  },
};
const outcomes = {
  ok: { to: 'same', says: 'OK Sorted', when: 'always: to find nothing is no failure' },
  ...badCharset,
  ...unknownKey,
} as const;

const sorting = (verb: string, rfc: Rfc, summary: string, traits: Partial<Imap['traits']>) =>
  command({
    verb,
    from: ['selected'],
    args,
    rfc,
    summary,
    traits,
    outcomes,
    run(cx, asked, take) {
      const item = unknownFor(cx, asked);
      if (item !== undefined) return take.foreign({ item });
      const key = decodedKey(asked.key, asked.charset);
      return key === undefined
        ? take.badCharset({ charset: asked.charset }, { state: lostIn(cx.state, asked.returns) })
        : take.ok(answered(cx, asked, key, traits));
    },
  });
const sortCommand = sorting(
  'SORT',
  '5256#3',
  'Find messages, and tell their numbers in an order of your choice.',
  {},
);
const uidSort = sorting(
  'UID SORT',
  '5256#3',
  'Find messages, and tell their UIDs in an order of your choice.',
  {
    mayExpunge: true,
    uid: true,
  },
);
type Sorting = Cx<Imap, 'selected'>;
function unknownFor(cx: Sorting, { returns, criteria: order, key }: Asked): string | undefined {
  const display = order.find((it) => it.key.startsWith('DISPLAY'))?.key;
  if (display !== undefined && !has(cx.host, 'SORT=DISPLAY')) return display;
  return unknownReturn(returns, cx, 'ESORT') ?? unknownIn(key, cx);
}
function answered(
  cx: Sorting,
  { returns, criteria: order }: Asked,
  key: SearchKey,
  how: Partial<Imap['traits']>,
): Current {
  const now = upToDate(cx, how);
  const uid = how.uid === true;
  const hit = search(cx, now, key);
  const places = sorted(hit.rows, order);
  const rows = places.flatMap((at) => hit.rows[at] ?? []);
  const names = uid ? rows.map((row) => row.uid) : places.map((at) => hit.numbers[at] ?? 0);
  const telling = { tag: cx.tag, uid, modseq: mentions(key, 'modseq') };
  const line = returns
    ? extendedAnswer({ names, rows }, returns, telling)
    : plainAnswer('SORT', { names, rows }, telling);
  return {
    ...now,
    session: sessionAfter(now, key),
    state: savedIn(now.state, returns, { rows }),
    say: [...now.say, line],
  };
}
export const sortExtensions = [
  known({ keyword: 'SORT', rfc: '5256#3', summary: 'The server sorts.', commands: [sortCommand, uidSort] }),
  known({ keyword: 'SORT=DISPLAY', rfc: '5957#4', summary: 'Names are sorted as people see them.' }),
  known({ keyword: 'ESORT', rfc: '5267#3.1', summary: 'SORT may be answered in short.' }),
];
