import type { World } from '../kernel/world.ts';
import { headerOf, unfolded } from '../mail/fields.ts';
import { decodedWords } from '../mail/words.ts';
import { headOf, octetsOf, type Body } from '../store/body.ts';
import type { Automaton } from './automaton.ts';
import type { TraceEvent } from './event.ts';
import type { Stored } from './predicate.ts';
import { isStoreFact } from './scene-mail.ts';

/** `absent` turns it round: no letter like this, or no such number of them. */
export function storing(wanted: Stored, start: World, absent: boolean): Automaton {
  const there = new Set<string>();
  if (wanted.fresh === true) return holding(wanted, there, absent);
  for (const { store } of Object.values(start.hosts))
    for (const [name, box] of Object.entries(store.mailboxes)) {
      if (!isBox(wanted, name)) continue;
      for (const row of box.rows.chunks.flat()) if (isLike(row.body, wanted)) there.add(`${name} ${row.uid}`);
    }
  return holding(wanted, there, absent);
}
const isBox = ({ mailbox }: Stored, name: string): boolean => mailbox === '*' || mailbox === name;
const isPicky = ({ subject, header, letter, fresh = false }: Stored): boolean =>
  fresh || subject !== undefined || header !== undefined || letter !== undefined;

function isLike(body: Body, wanted: Stored): boolean {
  if (!isPicky(wanted)) return true;
  const { subject, header = {}, letter } = wanted;
  const octets = headOf(body);
  const values = (name: string): readonly string[] =>
    headerOf(octets)
      .fields.filter((field) => field.name === name.toLowerCase())
      .map((field) => decodedWords(unfolded(octets, field)));
  const looks = (name: string, pattern: string): boolean =>
    values(name).some((value) => new RegExp(pattern, 'i').test(value));
  return (
    (subject === undefined || values('Subject').some((value) => value.includes(subject))) &&
    Object.entries(header).every(([name, pattern]) => looks(name, pattern)) &&
    (letter === undefined || new RegExp(letter).test(octetsOf(body)))
  );
}

/** Mailbox and UID of every letter that is like what is wanted. */
function holding(wanted: Stored, there: ReadonlySet<string>, absent: boolean): Automaton {
  const { mailbox, count } = wanted;
  const enough = count === undefined ? there.size > 0 : there.size === count;
  const on = (event: TraceEvent): Automaton => {
    if (event.type !== 'fact' || !isStoreFact(event.fact)) return self;
    const { fact } = event;
    if (!isBox(wanted, fact.mailbox) || !('uids' in fact)) return self;
    const named = (uid: number): string => `${fact.mailbox} ${uid}`;
    if (fact.type === 'expunge') {
      const gone = new Set(fact.uids.map(named));
      return holding(wanted, new Set([...there].filter((letter) => !gone.has(letter))), absent);
    }
    if (fact.type !== 'append') return self;
    const { letters } = fact;
    const good = fact.uids.filter((_uid, i) => isLike(letters[i]?.body ?? '', wanted));
    return good.length === 0 ? self : holding(wanted, new Set([...there, ...good.map(named)]), absent);
  };
  const self: Automaton = {
    met: enough !== absent,
    why: () => [
      absent
        ? { kind: 'absent', mailbox, found: there.size }
        : { kind: 'stored', mailbox, wanted: count ?? -1, found: there.size, like: isPicky(wanted) },
    ],
    on,
    early: on,
  };
  return self;
}
