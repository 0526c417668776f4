import { withMailbox } from '../../../host/host.ts';
import { seq } from '../../../spec/grammar.ts';
import { storeFlags } from '../../../store/flags.ts';
import type { StoreFact } from '../../../store/mailbox.ts';
import { includes, type NumberSet } from '../../../store/number-set.ts';
import { absorb } from '../../../store/view.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { flagsFact } from '../facts.ts';
import { answerTo, fetchLines, marksSeen, type Answer } from '../fetch.ts';
import { takes } from '../grammar/cursor.ts';
import { fetchItems, type FetchItem } from '../grammar/fetch-items.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { beyond, meant, whereabouts } from '../selected.ts';
import { command } from '../shape.ts';
import { flagsWith } from '../untagged.ts';

const WORDS =
  'the numbers of messages, as 1:3,5 or *, and what to send of them, as (FLAGS BODY.PEEK[HEADER])';
const args = takes(WORDS, seq({ set: sequenceSet, items: fetchItems }));
const SAID = 'OK That is what was asked for';

export const fetch = command({
  verb: 'FETCH',
  from: ['selected'],
  args,
  rfc: '9051#6.4.5',
  summary: 'Send parts of messages.',
  outcomes: {
    ok: { to: 'same', says: SAID, when: 'there are such messages' },
    gone: {
      to: 'same',
      says: 'OK [EXPUNGEISSUED] Sent, but some of them are gone: NOOP will tell which',
      when: 'some were expunged by somebody else, and this client has not been told yet',
      rfc: '5530#3',
    },
    ...beyond,
  },
  run(cx, { set, items }, take) {
    const now = upToDate(cx, {});
    const uids = meant(now.state, set, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    return isAnyGone(now, uids) ? take.gone(sent(now, uids, items)) : take.ok(sent(now, uids, items));
  },
});
const traits = { mayExpunge: true, uid: true };
export const uidFetch = command({
  verb: 'UID FETCH',
  from: ['selected'],
  args,
  rfc: '9051#6.4.9',
  summary: 'Send parts of messages, named by their UIDs.',
  traits,
  outcomes: { ok: { to: 'same', says: SAID, when: 'always; a UID nobody has is passed over' } },
  run(cx, { set, items }, take) {
    const now = upToDate(cx, traits);
    return take.ok(sent(now, meant(now.state, set, true) ?? [], withUid(items)));
  },
});
const withUid = (items: readonly FetchItem[]): readonly FetchItem[] =>
  items.some((item) => item.kind === 'plain' && item.name === 'UID')
    ? items
    : [{ kind: 'plain', name: 'UID' }, ...items];

interface Sent extends Current {
  readonly facts: readonly StoreFact[];
}
function sent(now: Current, uids: NumberSet, items: readonly FetchItem[]): Sent {
  const flags = flagsWith(now.state.recent);
  const answers = items.map((item) => answerTo(item, flags));
  const { state, host, facts, changed } = seen(now, uids, items);
  const tells = items.some((item) => item.kind === 'plain' && item.name === 'FLAGS');
  const told: readonly Answer[] =
    tells || changed.length === 0
      ? answers
      : [...answers, (row) => (includes(changed, row.uid) ? flags(row) : '')];
  return { state, host, say: [...now.say, fetchLines(state.view, uids, told)], facts };
}
/** What is read is \Seen from now on, and the answer says so (§6.4.5). */
function seen(
  now: Current,
  uids: NumberSet,
  items: readonly FetchItem[],
): Sent & { readonly changed: NumberSet } {
  const { state, host } = now;
  const found = state.readOnly || !marksSeen(items) ? undefined : whereabouts(host, state);
  const marked = found && storeFlags(found.box, uids, 'add', [String.raw`\Seen`]);
  if (!found || !marked || marked.changed.length === 0) return { ...now, facts: [], changed: [] };
  const { box, changed } = marked;
  return {
    say: now.say,
    state: { ...state, view: absorb(state.view, box.rows, changed) },
    host: withMailbox(host, found.key, box),
    facts: [flagsFact(found.key, box, changed)],
    changed,
  };
}
