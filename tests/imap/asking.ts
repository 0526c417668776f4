// SEARCH in a walk: what is asked, and what must be answered to a client that knows of the messages what it was told.
import * as fc from 'fast-check';
import { Disbelief, type Believed, type Believer } from './believer.ts';

/** Undefined: this client cannot know. */
type Holds = (it: Believed, number: number, client: Believer) => boolean | undefined;
interface Key {
  readonly text: string;
  readonly holds: Holds;
}
export interface Question {
  readonly uid: boolean;
  /** Undefined: RETURN is not said. */
  readonly returns: readonly string[] | undefined;
  readonly key: Key;
}
export const commandOf = ({ uid, returns, key }: Question): string =>
  `${uid ? 'UID ' : ''}SEARCH ${returns ? `RETURN (${returns.join(' ')}) ` : ''}${key.text}`;

const flag = (text: string, name: string, on = true): Key => ({
  text,
  holds: ({ flags }) => (flags === undefined ? undefined : flags.split(' ').includes(name) === on),
});
const isIn = (set: string, n: number, last: number): boolean =>
  set.split(',').some((range) => {
    const [from = 0, to = from] = range.split(':').map((it) => (it === '*' ? last : Number(it)));
    return n >= Math.min(from, to) && n <= Math.max(from, to);
  });
const SETS = ['1', '2:*', '1,3', '*', '5:3', '99'];
const SAVED: Key = { text: '$', holds: (it, _n, { saved }) => saved?.has(it) };
const plain: readonly Key[] = [
  { text: 'ALL', holds: () => true },
  flag('SEEN', '\\Seen'),
  flag('UNSEEN', '\\Seen', false),
  flag('DELETED', '\\Deleted'),
  flag('FLAGGED', '\\Flagged'),
  flag('KEYWORD $Forwarded', '$Forwarded'),
  ...SETS.map((set): Key => ({ text: set, holds: (_it, n, { messages }) => isIn(set, n, messages.length) })),
  ...SETS.map((set): Key => ({
    text: `UID ${set}`,
    holds: ({ uid }, _n, { messages }) => {
      const last = messages.at(-1)?.uid;
      return uid === undefined || last === undefined ? undefined : isIn(set, uid, last);
    },
  })),
];
const negated = ({ text, holds }: Key): Key => ({
  text: `NOT ${text}`,
  holds: (...of) => {
    const it = holds(...of);
    return it === undefined ? undefined : !it;
  },
});
const both = (a: Key, b: Key): Key => ({
  text: `${a.text} ${b.text}`,
  holds: (...of) => {
    const [x, y] = [a.holds(...of), b.holds(...of)];
    return x === false || y === false ? false : x === undefined || y === undefined ? undefined : true;
  },
});
const either = (a: Key, b: Key): Key => ({
  ...negated(both(negated(a), negated(b))),
  text: `OR ${a.text} ${b.text}`,
});

const simple = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...plain) },
  { weight: 1, arbitrary: fc.constant(SAVED) },
);
const key = fc.oneof(
  { weight: 3, arbitrary: simple },
  { weight: 1, arbitrary: simple.map(negated) },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(([a, b]) => both(a, b)) },
  { weight: 1, arbitrary: fc.tuple(simple, simple).map(([a, b]) => either(a, b)) },
);
const returns = fc.constantFrom(
  undefined,
  [],
  ['ALL'],
  ['MIN', 'MAX', 'COUNT', 'ALL'],
  ['MAX'],
  ['COUNT'],
  ['SAVE'],
  ['SAVE'],
  ['SAVE', 'MIN'],
  ['SAVE', 'MIN', 'MAX'],
  ['SAVE', 'COUNT'],
  ['ALL', 'SAVE'],
);
export const question: fc.Arbitrary<Question> = fc
  .record({ uid: fc.boolean(), returns, key })
  .map((it) => ({ ...it, [fc.toStringMethod]: () => commandOf(it) }));

/** What an answer says, by place in what the client holds; undefined: not told. */
interface Answer {
  readonly all: readonly number[] | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly count: number | undefined;
}
const numbersIn = (set: string): readonly number[] =>
  set.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split(':').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
/** `* SEARCH 1 2` or `* ESEARCH (TAG "t1") UID COUNT 2 ALL 1:2`. */
function read(response: string, { uid }: Question, tag: string): Answer {
  const told = /^\* SEARCH((?: \d+)*)$/.exec(response)?.[1];
  if (told !== undefined) {
    const all = told.split(' ').slice(1).map(Number);
    return { all, min: undefined, max: undefined, count: undefined };
  }
  const rest = /^\* ESEARCH \(TAG "([^"]+)"\)( UID)?((?: [A-Z]+ \S+)*)$/.exec(response);
  if (!rest) throw new Disbelief(`no answer to a search: ${response}`);
  if (rest[1] !== tag || (rest[2] !== undefined) !== uid)
    throw new Disbelief(`another's answer: ${response}`);
  const of = (name: string): string | undefined => new RegExp(` ${name} (\\S+)`).exec(rest[3] ?? '')?.[1];
  const number = (name: string): number | undefined =>
    of(name) === undefined ? undefined : Number(of(name));
  const all = of('ALL');
  return {
    all: all === undefined ? undefined : numbersIn(all),
    min: number('MIN'),
    max: number('MAX'),
    count: number('COUNT'),
  };
}
/** The messages that are named; of a UID that was never told, nobody knows whose it is. */
function named(client: Believer, uid: boolean, name: number): Believed | undefined {
  const found = uid ? client.messages.find((it) => it.uid === name) : client.messages[name - 1];
  if (!found && !(uid && client.messages.some((it) => it.uid === undefined)))
    throw new Disbelief(`a search finds ${name}, which is nobody`);
  return found;
}

/** What the client makes of the answer, and would not believe. */
export function answered(client: Believer, asked: Question, tag: string, response: string): void {
  const answer = read(response, asked, tag);
  const { returns: options = [] } = asked;
  const wants = (option: string): boolean =>
    options.includes(option) || (option === 'ALL' && options.length === 0);
  const holds = holdsOf(client, asked);
  const whose = (name: number): number => {
    const it = named(client, asked.uid, name);
    return it ? client.messages.indexOf(it) : -1;
  };
  const doubts = [
    ...(wants('ALL') ? allDoubts(answer.all ?? [], whose, holds) : []),
    ...(wants('COUNT') ? countDoubts(answer.count, holds) : []),
    ...(wants('MIN') ? endDoubts(answer.min, whose, holds) : []),
    ...(wants('MAX')
      ? endDoubts(answer.max, (name) => holds.length - 1 - whose(name), holds.toReversed())
      : []),
  ];
  if (doubts.length > 0)
    throw new Disbelief(
      `${commandOf(asked)}: ${response}: ${doubts.join(', ')}, where ${JSON.stringify(holds)}`,
    );
  if (wants('SAVE')) client.saved = kept(client, asked, answer, holds);
}
type Beliefs = readonly (boolean | undefined)[];
const holdsOf = (client: Believer, { key: { holds } }: Question): Beliefs =>
  client.messages.map((it, i) => holds(it, i + 1, client));

/** `whose`: -1: nobody knows. */
function allDoubts(
  all: readonly number[],
  whose: (name: number) => number,
  holds: Beliefs,
): readonly string[] {
  const found = new Set(all.map(whose));
  return [
    ...(all.some((it, i) => i > 0 && it <= (all[i - 1] ?? 0)) ? ['out of order'] : []),
    ...holds.flatMap((it, i) => (it === false && found.has(i) ? [`${i + 1} is not meant`] : [])),
    ...holds.flatMap((it, i) =>
      it === true && !found.has(i) && !found.has(-1) ? [`${i + 1} is missing`] : [],
    ),
  ];
}
function countDoubts(count: number | undefined, holds: Beliefs): readonly string[] {
  const least = holds.filter((it) => it === true).length;
  const most = least + holds.filter((it) => it === undefined).length;
  return count !== undefined && count >= least && count <= most ? [] : ['another count'];
}
/** The first of them; of the last, with everything the other way round. */
function endDoubts(
  end: number | undefined,
  whose: (name: number) => number,
  holds: Beliefs,
): readonly string[] {
  if (end === undefined) return holds.includes(true) ? ['an end is missing'] : [];
  const at = whose(end);
  if (at < 0 || at >= holds.length) return [];
  return holds[at] === false || holds.slice(0, at).includes(true) ? ['another end'] : [];
}
/** RFC 5182 §2.4: the ends alone where nothing else is told; undefined: the client cannot know which. */
function kept(
  client: Believer,
  { returns = [], uid }: Question,
  { all, min, max }: Answer,
  holds: Beliefs,
): ReadonlySet<Believed> | undefined {
  const ends =
    !returns.includes('ALL') &&
    !returns.includes('COUNT') &&
    (returns.includes('MIN') || returns.includes('MAX'));
  const told = ends
    ? [min, max].filter((it) => it !== undefined)
    : returns.includes('ALL')
      ? (all ?? [])
      : undefined;
  if (told) {
    const them = told.map((name) => named(client, uid, name));
    return them.includes(undefined) ? undefined : new Set(them.filter((it) => it !== undefined));
  }
  return holds.includes(undefined) ? undefined : new Set(client.messages.filter((_it, i) => holds[i]));
}
/** SAVE alone is answered by nothing but OK. */
export function saidOk(client: Believer, asked: Question): void {
  client.saved = kept(client, asked, NOTHING, holdsOf(client, asked));
}
const NOTHING: Answer = { all: undefined, min: undefined, max: undefined, count: undefined };
