import type { Octets } from '../../../base/octets.ts';
import { withMailbox } from '../../../host/host.ts';
import { seq, token } from '../../../spec/grammar.ts';
import { storeFlags, withKeywords, type FlagChange } from '../../../store/flags.ts';
import type { StoreFact } from '../../../store/mailbox.ts';
import { difference, type NumberSet } from '../../../store/number-set.ts';
import { missing } from '../../../store/vanished.ts';
import { absorb } from '../../../store/view.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { flagsFact } from '../facts.ts';
import { fetchLines, type Answer } from '../fetch.ts';
import { takes } from '../grammar/cursor.ts';
import { flags } from '../grammar/flags.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { beyond, meant, readOnly, whereabouts, type Selected } from '../selected.ts';
import { command, type Imap } from '../shape.ts';
import { flagsLines, flagsWith } from '../untagged.ts';

interface How {
  readonly how: FlagChange;
  /** The client does not want to hear what it has done itself. */
  readonly silent: boolean;
}
const HOW: Readonly<Record<string, FlagChange>> = { '+': 'add', '-': 'remove' };
const item = token(
  'item',
  /[+-]?FLAGS(?:\.SILENT)?(?= )/i,
  (text): How => ({ how: HOW[text.charAt(0)] ?? 'replace', silent: /SILENT$/i.test(text) }),
  { rfc: '9051#6.4.6' },
);
const args = takes(
  'the numbers of messages, FLAGS, +FLAGS or -FLAGS (.SILENT too), and flags, as in 1:3 +FLAGS (\\Seen)',
  seq({ set: sequenceSet, item, flags }),
);
const outcomes = {
  ok: { to: 'same', says: 'OK Flags set', when: 'always; the new ones are told unless .SILENT was said' },
  full: {
    to: 'same',
    says: 'NO [LIMIT] This mailbox has as many keywords as it can have',
    when: 'there is a new keyword among them, and no room for it',
    rfc: '5530#3',
  },
  ...readOnly,
} as const;

export const store = command({
  verb: 'STORE',
  from: ['selected'],
  args,
  rfc: '9051#6.4.6',
  summary: 'Set, add or take away flags.',
  outcomes: {
    ...outcomes,
    gone: {
      to: 'same',
      says: 'NO [EXPUNGEISSUED] Some of them are gone, and the others have their flags: NOOP will tell which',
      when: 'some were expunged by somebody else, and this client has not been told yet',
      rfc: '2180#4.2',
    },
    ...beyond,
  },
  run(cx, { set, item, flags }, take) {
    if (cx.state.readOnly) return take.readOnly();
    const now = upToDate(cx, {});
    const uids = meant(now.state, set, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    const stored = storedIn(now, uids, { ...item, named: flags, uid: false }, cx.session);
    if (!stored) return take.full(now);
    return isAnyGone(now, uids) ? take.gone(stored) : take.ok(stored);
  },
});
const traits = { mayExpunge: true, uid: true };
export const uidStore = command({
  verb: 'UID STORE',
  from: ['selected'],
  args,
  rfc: '9051#6.4.9',
  summary: 'Set, add or take away flags of messages that are named by their UIDs.',
  traits,
  outcomes,
  run(cx, { set, item, flags }, take) {
    if (cx.state.readOnly) return take.readOnly();
    const now = upToDate(cx, traits);
    const stored = storedIn(
      now,
      meant(now.state, set, true) ?? [],
      { ...item, named: flags, uid: true },
      cx.session,
    );
    return stored ? take.ok(stored) : take.full(now);
  },
});

interface Stored extends Current {
  readonly facts: readonly StoreFact[];
}
interface Wanted extends How {
  readonly named: readonly Octets[];
  readonly uid: boolean;
}
/** Undefined: there is no room for a keyword. The flags there are now are told of all these messages, changed or not (§6.4.6). */
function storedIn(
  now: Current,
  uids: NumberSet,
  { how, silent, named, uid }: Wanted,
  session: Imap['session'],
): Stored | undefined {
  const { state, host } = now;
  const found = whereabouts(host, state);
  if (!found) return { ...now, facts: [] };
  const roomy = how === 'remove' ? found.box : withKeywords(found.box, named);
  if (!roomy) return undefined;
  const { box, changed } = storeFlags(roomy, uids, how, named);
  const next = { ...state, view: absorb(state.view, box.rows, changed), keywords: box.keywords };
  return {
    state: next,
    host: box === found.box ? host : withMailbox(host, found.key, box),
    say: [
      ...now.say,
      box.keywords === state.keywords ? '' : flagsLines(box),
      silent
        ? ''
        : fetchLines(
            next.view,
            difference(uids, missing(box.rows, uids)),
            flagAnswers(next, uid || session.rev2),
          ),
    ],
    facts: changed.length === 0 ? [] : [flagsFact(found.key, box, changed)],
  };
}
const flagAnswers = ({ recent }: Selected, uid: boolean): readonly Answer[] =>
  uid ? [({ uid: n }) => `UID ${n}`, flagsWith(recent)] : [flagsWith(recent)];
