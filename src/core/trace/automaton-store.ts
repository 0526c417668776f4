import type { World } from '../kernel/world.ts';
import { headerOf, unfolded } from '../mail/fields.ts';
import { decodedWords } from '../mail/words.ts';
import { headOf, octetsOf, type Body } from '../store/body.ts';
import type { StoreFact } from '../store/mailbox.ts';
import { numbersIn } from '../store/number-set.ts';
import type { Automaton } from './automaton.ts';
import type { TraceEvent } from './event.ts';
import { patternOf } from './pattern/pattern.ts';
import type { Stored } from './predicate.ts';

/** Letters like what is wanted, by mailbox and UID, with their flags. */
type Letters = ReadonlyMap<string, readonly string[]>;

/** `absent` turns it round: no letter like this, or no such number of them. */
export function storing(wanted: Stored, start: World, absent: boolean): Automaton {
  const there = new Map<string, readonly string[]>();
  if (wanted.fresh === true) return holding(wanted, there, absent);
  for (const { store } of Object.values(start.hosts))
    for (const [name, box] of Object.entries(store.mailboxes)) {
      if (!isBox(wanted, name)) continue;
      for (const row of box.rows.chunks.flat())
        if (isLike(row.body, wanted)) there.set(`${name} ${row.uid}`, row.flags);
    }
  return holding(wanted, there, absent);
}
const isBox = ({ mailbox }: Stored, name: string): boolean => mailbox === '*' || mailbox === name;
const isPicky = ({ subject, header, letter, flags, fresh = false }: Stored): boolean =>
  fresh || flags !== undefined || subject !== undefined || header !== undefined || letter !== undefined;

function isLike(body: Body, wanted: Stored): boolean {
  if (!isPicky(wanted)) return true;
  const { subject, header = {}, letter } = wanted;
  const octets = headOf(body);
  const values = (name: string): readonly string[] =>
    headerOf(octets)
      .fields.filter((field) => field.name === name.toLowerCase())
      .map((field) => decodedWords(unfolded(octets, field)));
  const looks = (name: string, pattern: string): boolean =>
    values(name).some((value) => patternOf(pattern, 'i').test(value));
  return (
    (subject === undefined || values('Subject').some((value) => value.includes(subject))) &&
    Object.entries(header).every(([name, pattern]) => looks(name, pattern)) &&
    (letter === undefined || patternOf(letter).test(octetsOf(body)))
  );
}

/** `paid` is `Paid` (RFC 9051 §9: letters are the same in either case). */
export const hasFlag = (has: readonly string[], flag: string): boolean =>
  has.includes(flag) || has.some((own) => own.toLowerCase() === flag.toLowerCase());
function holding(wanted: Stored, letters: Letters, absent: boolean): Automaton {
  const { mailbox, count, flags = [] } = wanted;
  const isFlagged = (has: readonly string[]): boolean => flags.every((flag) => hasFlag(has, flag));
  const found = [...letters.values()].filter(isFlagged).length;
  const enough = count === undefined ? found > 0 : found === count;
  const on = (event: TraceEvent): Automaton => {
    if (event.type !== 'fact' || !isOfLetters(event.fact)) return self;
    const { fact } = event;
    const now = isBox(wanted, fact.mailbox) ? lettersAfter(fact, letters, wanted) : letters;
    return now === letters ? self : holding(wanted, now, absent);
  };
  const self: Automaton = {
    met: enough !== absent,
    why: () => [
      absent
        ? { kind: 'absent', mailbox, found }
        : { kind: 'stored', mailbox, wanted: count ?? -1, found, like: isPicky(wanted) },
    ],
    on,
    early: on,
  };
  return self;
}
type OfLetters = StoreFact & { readonly type: 'append' | 'expunge' | 'flags' };
const isOfLetters = (fact: { readonly type: string }): fact is OfLetters =>
  fact.type === 'append' || fact.type === 'expunge' || fact.type === 'flags';
/** Many may ask of one expunge, and it may be of a hundred thousand. */
const known = new WeakMap<object, ReadonlySet<number>>();
function goneIn(fact: OfLetters & { readonly type: 'expunge' }): ReadonlySet<number> {
  const gone = known.get(fact) ?? new Set(fact.uids);
  known.set(fact, gone);
  return gone;
}
/** The same map when nothing of it changes. */
function lettersAfter(fact: OfLetters, letters: Letters, wanted: Stored): Letters {
  if (letters.size === 0 && fact.type !== 'append') return letters;
  const named = (uid: number): string => `${fact.mailbox} ${uid}`;
  if (fact.type === 'expunge') {
    const gone = goneIn(fact);
    const place = `${fact.mailbox} `;
    const left = [...letters].filter(
      ([letter]) => !(letter.startsWith(place) && gone.has(Number(letter.slice(place.length)))),
    );
    return left.length === letters.size ? letters : new Map(left);
  }
  if (fact.type === 'append') {
    const good = fact.uids.filter((_uid, i) => isLike(fact.letters[i]?.body ?? '', wanted));
    return good.length === 0
      ? letters
      : new Map([...letters, ...good.map((uid) => [named(uid), []] as const)]);
  }
  if (wanted.flags === undefined) return letters;
  const flagged = fact.changes.flatMap(({ uids, flags }) =>
    [...numbersIn(uids)].flatMap((uid) => (letters.has(named(uid)) ? [[named(uid), flags] as const] : [])),
  );
  return flagged.length === 0 ? letters : new Map([...letters, ...flagged]);
}
