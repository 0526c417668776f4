import type { World } from '../kernel/world.ts';
import { headerField } from '../mail/header.ts';
import type { Row } from '../store/rows.ts';
import type { Automaton } from './automaton.ts';
import type { TraceEvent } from './event.ts';
import type { Stored } from './predicate.ts';
import { isStoreFact } from './scene-mail.ts';

/** `absent` turns it round: no letter like this, or no such number of them. */
export function storing(wanted: Stored, start: World, absent: boolean): Automaton {
  const boxes = Object.values(start.hosts).map((host) => host.store.mailboxes[wanted.mailbox]);
  const rows = boxes.flatMap((box) => box?.rows.chunks.flat() ?? []);
  return holding(wanted, new Set(rows.filter((row) => isWanted(row, wanted)).map((row) => row.uid)), absent);
}
const isWanted = ({ body }: Row, wanted: Stored): boolean =>
  wanted.subject === undefined ||
  hasSubject(headerField(typeof body === 'string' ? body : body.head, 'Subject'), wanted);
const hasSubject = (text: string, { subject = '' }: Stored): boolean => text.includes(subject);

function holding(wanted: Stored, uids: ReadonlySet<number>, absent: boolean): Automaton {
  const { mailbox, count } = wanted;
  const there = count === undefined ? uids.size > 0 : uids.size === count;
  const on = (event: TraceEvent): Automaton => {
    if (event.type !== 'fact' || !isStoreFact(event.fact)) return self;
    const { fact } = event;
    if (fact.mailbox !== mailbox || !('uids' in fact)) return self;
    if (fact.type === 'expunge')
      return holding(wanted, new Set([...uids].filter((uid) => !fact.uids.includes(uid))), absent);
    if (fact.type === 'append') {
      const good = fact.uids.filter((_uid, i) => hasSubject(fact.letters[i]?.subject ?? '', wanted));
      return holding(wanted, new Set([...uids, ...good]), absent);
    }
    return self;
  };
  const self: Automaton = {
    met: there !== absent,
    why: () => [
      absent
        ? { kind: 'absent', mailbox, found: uids.size }
        : { kind: 'stored', mailbox, wanted: count ?? 1, found: uids.size },
    ],
    on,
    early: on,
  };
  return self;
}
