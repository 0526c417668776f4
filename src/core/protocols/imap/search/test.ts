// A search key made into a test of one message. What costs little is asked first; a body is read only when nothing else has decided.
import { bodyTexts, headerText, mimeHeaderTexts } from '../../../mail/text.ts';
import { octetsOf, type Body } from '../../../store/body.ts';
import { includes, type NumberSet } from '../../../store/number-set.ts';
import type { Row } from '../../../store/rows.ts';
import type { DateKey, SearchKey } from './key.ts';
import { fieldText, folded, sentDate } from './notes.ts';

/** What a test may have to know besides the message. */
export interface Around {
  /** Unix seconds. */
  readonly now: number;
  readonly recent: NumberSet;
  /** UIDs that are meant by a set. */
  readonly meant: (key: SearchKey & { readonly kind: 'numbers' | 'uids' }) => NumberSet;
  readonly emailOf: (row: Row) => string;
  readonly threadOf: (row: Row) => string | undefined;
}
export interface Test {
  /** 0: flags, numbers, dates; then the header; then the body. */
  readonly cost: number;
  readonly holds: (row: Row) => boolean;
}
const HEADER = 1;
const BODY = 10;
const free = (holds: (row: Row) => boolean): Test => ({ cost: 0, holds });

export function testOf(key: SearchKey, around: Around): Test {
  switch (key.kind) {
    case 'all':
    case 'saveDates':
      return free(() => true);
    case 'recent':
      return free(({ uid }) => includes(around.recent, uid));
    case 'flag':
      return flagTest(key.flag, key.on);
    case 'header':
      return headerTest(key.name, key.text);
    case 'body':
    case 'text':
      return bodyTest(key.kind, key.text);
    case 'date':
      return dateTest(key);
    case 'not':
      return opposite(testOf(key.key, around));
    case 'or':
    case 'and':
      return together(key.kind, cheapestFirst(key.keys.map((it) => testOf(it, around))));
    default:
      return factTest(key, around);
  }
}
type Fact = Extract<
  SearchKey,
  { kind: 'larger' | 'smaller' | 'older' | 'younger' | 'numbers' | 'uids' | 'modseq' | 'email' | 'thread' }
>;
function factTest(key: Fact, around: Around): Test {
  switch (key.kind) {
    case 'larger':
      return free(({ size }) => size > key.octets);
    case 'smaller':
      return free(({ size }) => size < key.octets);
    case 'older':
      return free(({ internalDate }) => internalDate <= around.now - key.interval);
    case 'younger':
      return free(({ internalDate }) => internalDate >= around.now - key.interval);
    case 'modseq':
      return free(({ modseq }) => modseq >= key.from);
    case 'email':
      return free((row) => around.emailOf(row) === key.id);
    case 'thread':
      return { cost: HEADER, holds: (row) => around.threadOf(row) === key.id };
    default: {
      const uids = around.meant(key);
      return free(({ uid }) => includes(uids, uid));
    }
  }
}
const cheapestFirst = (tests: readonly Test[]): readonly Test[] => tests.toSorted((a, b) => a.cost - b.cost);
const opposite = ({ cost, holds }: Test): Test => ({ cost, holds: (row) => !holds(row) });
function together(kind: 'or' | 'and', tests: readonly Test[]): Test {
  const cost = tests.reduce((sum, test) => sum + test.cost, 0);
  const [first, second] = tests;
  if (tests.length === 2 && first && second)
    return kind === 'or'
      ? { cost, holds: (row) => first.holds(row) || second.holds(row) }
      : { cost, holds: (row) => first.holds(row) && second.holds(row) };
  return kind === 'or'
    ? { cost, holds: (row) => tests.some((test) => test.holds(row)) }
    : { cost, holds: (row) => tests.every((test) => test.holds(row)) };
}
/** Most messages share a few lists of flags: each list is looked through once. */
function flagTest(flag: string, on: boolean): Test {
  const wanted = flag.toLowerCase();
  const known = new Map<readonly string[], boolean>();
  return free(({ flags }) => {
    const found = known.get(flags);
    if (found !== undefined) return found;
    const holds = flags.some((it) => it.toLowerCase() === wanted) === on;
    known.set(flags, holds);
    return holds;
  });
}
function headerTest(name: string, text: string): Test {
  const wanted = folded(text);
  return { cost: HEADER, holds: ({ body }) => fieldText(body, name)?.includes(wanted) ?? false };
}
function bodyTest(kind: 'body' | 'text', text: string): Test {
  const wanted = folded(text);
  const has = (texts: readonly string[]): boolean => texts.some((it) => folded(it).includes(wanted));
  const inBody = (body: Body): boolean => has(bodyTexts(octetsOf(body)));
  if (wanted === '') return free(() => true);
  if (kind === 'body') return { cost: BODY, holds: ({ body }) => inBody(body) };
  return {
    cost: BODY + HEADER,
    holds({ body }) {
      const octets = octetsOf(body);
      return has([headerText(octets)]) || inBody(body) || has(mimeHeaderTexts(octets));
    },
  };
}
const DAY = 86_400;
const dayOf = {
  internal: ({ internalDate, zone }: Row): number => Math.floor((internalDate + zone * 60) / DAY),
  saved: ({ saveDate }: Row): number => Math.floor(saveDate / DAY),
  /** NaN, which is before and after nothing, where there is no date. */
  sent: ({ body }: Row): number => sentDate(body).day,
};
function dateTest({ of, is, day }: DateKey): Test {
  const dayIn = dayOf[of];
  const cost = of === 'sent' ? HEADER : 0;
  if (is === 'before') return { cost, holds: (row) => dayIn(row) < day };
  if (is === 'on') return { cost, holds: (row) => dayIn(row) === day };
  return { cost, holds: (row) => dayIn(row) >= day };
}
