import { stage } from '../../../base/labour.ts';
import type { Octets } from '../../../base/octets.ts';
import { withMailbox } from '../../../host/host.ts';
import { seq } from '../../../spec/grammar.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { storeFlags } from '../../../store/flags.ts';
import type { StoreFact } from '../../../store/mailbox.ts';
import { includes, type NumberSet } from '../../../store/number-set.ts';
import { absorb } from '../../../store/view.ts';
import { has } from '../capabilities.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { flagsFact } from '../facts.ts';
import {
  answerTo,
  asks,
  fetchLines,
  isTooLong,
  marksSeen,
  modseqText,
  uidText,
  unknownEncoding,
  unknownItem,
  type Answer,
} from '../fetch.ts';
import { takes } from '../grammar/cursor.ts';
import { fetchItems, olderName, type FetchItem, type PlainItem } from '../grammar/fetch-items.ts';
import { fetchModifiers, joined, type FetchModifiers } from '../grammar/modifiers.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { changedSince, earlier } from '../resync.ts';
import { beyond, foreign, isForeign, meant, whereabouts } from '../selected.ts';
import { byUid, command, withCondstore, type Imap } from '../shape.ts';
import { withThreads } from '../thread-ids.ts';
import { condstoreLine, flagsWith } from '../untagged.ts';

interface Wanted extends FetchModifiers {
  readonly items: readonly FetchItem[];
}
const wanted = joined(fetchItems, fetchModifiers, (items, how): Wanted => ({ items, ...how }));
const WORDS =
  'the numbers of messages, as 1:3,5 or *, and what to send of them, as (FLAGS BODY.PEEK[HEADER])';
const args = takes(WORDS, seq({ set: sequenceSet, wanted }));
const outcomes = {
  ok: { to: 'same', says: 'OK That is what was asked for', when: 'always; a UID nobody has is passed over' },
  unknown: {
    to: 'same',
    says: 'BAD FETCH does not know {item} here',
    when: 'an item or a modifier is wanted that this host does not know, or that revision 2 has dropped',
  },
  encoding: {
    to: 'same',
    says: 'NO [UNKNOWN-CTE] Nobody can undo the transfer encoding {encoding}',
    when: 'BINARY is wanted of a part whose transfer encoding is none that is known',
    rfc: '3516#4.3',
  },
  limit: {
    to: 'same',
    says: 'NO [LIMIT] That is more than this host sends at once: ask for less of each message, or for fewer',
    when: 'more than 256 items are wanted, or the answer would be longer than 256 megabytes',
    rfc: '5530#3',
  },
  vanished: {
    to: 'same',
    says: 'BAD VANISHED belongs to UID FETCH with CHANGEDSINCE, after ENABLE QRESYNC',
    when: 'VANISHED is said where it means nothing',
    rfc: '7162#3.2.6',
  },
  ...foreign,
} as const;

export const fetch = command({
  verb: 'FETCH',
  from: ['selected'],
  args,
  rfc: '9051#6.4.5',
  summary: 'Send parts of messages.',
  outcomes: {
    ...outcomes,
    gone: {
      to: 'same',
      says: 'OK [EXPUNGEISSUED] Sent, but some of them are gone: NOOP will tell which',
      when: 'some were expunged by somebody else, and this client has not been told yet',
      rfc: '5530#3',
    },
    ...beyond,
  },
  run(cx, { set, wanted: how }, take) {
    const item = unknownOf(how, cx);
    if (item !== undefined) return take.unknown({ item });
    if (how.vanished) return take.vanished();
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, {});
    const uids = meant(now.state, set, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    const encoding = unknownEncoding(now.state.view, uids, how.items);
    if (encoding !== undefined) return take.encoding({ encoding }, now);
    const move = sent(now, uids, how, false);
    if (!move) return take.limit(now);
    return isAnyGone(now, uids) ? take.gone(move) : take.ok(move);
  },
});
export const uidFetch = command({
  verb: 'UID FETCH',
  from: ['selected'],
  args,
  rfc: '9051#6.4.9',
  summary: 'Send parts of messages, named by their UIDs.',
  traits: byUid,
  outcomes,
  run(cx, { set, wanted: how }, take) {
    const item = unknownOf(how, cx);
    if (item !== undefined) return take.unknown({ item });
    if (how.vanished && (how.changedSince === undefined || !cx.session.qresync)) return take.vanished();
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, byUid);
    const uids = meant(now.state, set, true) ?? [];
    const encoding = unknownEncoding(now.state.view, uids, how.items);
    if (encoding !== undefined) return take.encoding({ encoding }, now);
    const move = sent(now, uids, how, true);
    return move ? take.ok(move) : take.limit(now);
  },
});
const unknownOf = (
  { items, changedSince: since, vanished }: Wanted,
  { host, session }: Cx<Imap>,
): string | undefined =>
  (since !== undefined || vanished) && !has(host, 'CONDSTORE')
    ? 'CHANGEDSINCE'
    : ((session.rev2 ? olderName(items) : undefined) ?? unknownItem(items, host));

const and = (items: readonly FetchItem[], name: PlainItem): readonly FetchItem[] =>
  asks(items, name)
    ? items
    : name === 'UID'
      ? [{ kind: 'plain', name }, ...items]
      : [...items, { kind: 'plain', name }];

const MOST_ITEMS = 256;
interface Sent extends Current {
  readonly facts: readonly StoreFact[];
}
/** Undefined: it is too much. */
function sent(
  now: Current,
  uids: NumberSet,
  { items, changedSince: since, vanished }: Wanted,
  byUid: boolean,
): Sent | undefined {
  if (items.length > MOST_ITEMS) return undefined;
  const named = byUid ? and(items, 'UID') : items;
  const all = since === undefined ? named : and(named, 'MODSEQ');
  const box = whereabouts(now.host, now.state)?.box;
  const some = since === undefined ? uids : changedSince(now.state.view, uids, since);
  const gone = vanished && box && since !== undefined ? earlier(box, uids, since) : '';
  const { lines, ...move } = read(asks(all, 'THREADID') ? threaded(now, some) : now, some, all);
  if (isTooLong(lines)) return undefined;
  const session = asks(all, 'MODSEQ') ? withCondstore(now.session) : now.session;
  return {
    ...move,
    session,
    say: [...now.say, condstoreLine(now.state, now.host, now.session, session), gone, lines],
  };
}
const threaded = (now: Current, uids: NumberSet): Current => ({
  ...now,
  host: withThreads(now.host, now.state.key, now.state.view, uids),
});
/** What is read is \Seen from now on, and the answer says so (§6.4.5). */
function read(now: Current, uids: NumberSet, items: readonly FetchItem[]) {
  const { state, host, session } = now;
  const flags = flagsWith(state.recent);
  const found = whereabouts(host, state);
  const answers = items.map((item) => answerTo(item, flags, found?.box, host));
  const marked =
    found && !state.readOnly && marksSeen(items)
      ? stage(() => storeFlags(found.box, uids, 'add', SEEN))
      : undefined;
  if (!found || !marked || marked.changed.length === 0)
    return { state, host, session, facts: [], lines: fetchLines(state.view, uids, answers) };
  const { box, changed } = marked;
  const view = stage(() => absorb(state.view, box.rows, changed));
  const told = [...answers, ...more(items, session.condstore).map((answer) => only(answer, flags, changed))];
  return {
    state: { ...state, view },
    host: withMailbox(host, found.key, box),
    session,
    facts: [stage(() => flagsFact(found.key, found.box, box, changed))],
    lines: fetchLines(view, uids, told),
  };
}
const SEEN = [String.raw`\Seen`];
/** What the answer has besides for messages that are \Seen now: flags, and where CONDSTORE is on which they are and when that was. */
function more(items: readonly FetchItem[], condstore: boolean): readonly (Answer | 'flags')[] {
  const flags: readonly 'flags'[] = asks(items, 'FLAGS') ? [] : ['flags'];
  if (!condstore) return flags;
  const uid = asks(items, 'UID') ? [] : [uidText];
  return [...uid, ...flags, ...(asks(items, 'MODSEQ') ? [] : [modseqText])];
}
const only =
  (answer: Answer | 'flags', flags: Answer, changed: NumberSet): Answer =>
  (row): Octets =>
    includes(changed, row.uid) ? (answer === 'flags' ? flags : answer)(row) : '';
