import { stage } from '../../../base/labour.ts';
import type { Octets } from '../../../base/octets.ts';
import { withMailbox } from '../../../host/host.ts';
import { no, seq, token, type Grammar } from '../../../spec/grammar.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { storeFlags, withKeywords, type FlagChange } from '../../../store/flags.ts';
import type { StoreFact } from '../../../store/mailbox.ts';
import { difference, writtenSet, type NumberSet } from '../../../store/number-set.ts';
import { numbersOf } from '../../../store/rows.ts';
import { missing } from '../../../store/vanished.ts';
import { absorb } from '../../../store/view.ts';
import { has } from '../capabilities.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { flagsFact } from '../facts.ts';
import { fetchLines, modseqText, uidText } from '../fetch.ts';
import { take as past, takes } from '../grammar/cursor.ts';
import { flags } from '../grammar/flags.ts';
import { unchangedSince } from '../grammar/modifiers.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { beyond, foreign, isForeign, isReadOnly, meant, readOnly, whereabouts } from '../selected.ts';
import { byUid, command, withCondstore, type Imap } from '../shape.ts';
import { condstoreLine, flagsLines, flagsWith } from '../untagged.ts';

interface How {
  readonly how: FlagChange;
  /** The client does not want to hear what it has done itself. */
  readonly silent: boolean;
}
interface Wanted extends How {
  readonly named: readonly Octets[];
  readonly unchangedSince: number | undefined;
}
const HOW: Readonly<Record<string, FlagChange>> = { '+': 'add', '-': 'remove' };
const item = token(
  'item',
  /[+-]?FLAGS(?:\.SILENT)?(?= )/i,
  (text): How => ({ how: HOW[text.charAt(0)] ?? 'replace', silent: /SILENT$/i.test(text) }),
  { rfc: '9051#6.4.6' },
);
const wanted: Grammar<Wanted> = {
  usage: `[(UNCHANGEDSINCE <mod-sequence>)] ${item.usage} ${flags.usage}`,
  arguments: [...item.arguments, ...flags.arguments],
  read(c) {
    const since = unchangedSince(c);
    const how = since === no ? no : item.read(c);
    if (since === no || how === no || past(c, ' ', 'a space') === no) return no;
    const named = flags.read(c);
    return named === no ? no : { ...how, named, unchangedSince: since };
  },
};
const args = takes(
  'the numbers of messages, FLAGS, +FLAGS or -FLAGS (.SILENT too), and flags, as in 1:3 +FLAGS (\\Seen)',
  seq({ set: sequenceSet, wanted }),
);
const outcomes = {
  ok: { to: 'same', says: 'OK Flags set', when: 'always; the new ones are told unless .SILENT was said' },
  modified: {
    to: 'same',
    says: 'OK [MODIFIED {set}] These have changed since, and were left as they are',
    when: 'some have changed since the modification sequence that was named',
    rfc: '7162#3.1.3',
  },
  full: {
    to: 'same',
    says: 'NO [LIMIT] This mailbox has as many keywords as it can have',
    when: 'there is a new keyword among them, and no room for it',
    rfc: '5530#3',
  },
  unknown: {
    to: 'same',
    says: 'BAD STORE does not know UNCHANGEDSINCE here',
    when: 'UNCHANGEDSINCE is said, and this host does not know CONDSTORE',
    rfc: '7162#3.1',
  },
  ...foreign,
  ...readOnly,
} as const;

export const store = command({
  verb: 'STORE',
  from: ['selected'],
  wants: isReadOnly,
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
    goneModified: {
      to: 'same',
      says: 'NO [MODIFIED {set}] These have changed since, and others are gone: NOOP will tell which',
      when: 'both: some have changed since the modification sequence that was named, and others were expunged',
      rfc: '7162#3.1.3',
    },
    ...beyond,
  },
  run(cx, { set: meantSet, wanted: how }, take) {
    if (cx.state.readOnly) return take.readOnly();
    if (isUnknown(how, cx)) return take.unknown();
    if (isForeign(meantSet, cx.host)) return take.foreign();
    const now = upToDate(cx, {});
    const uids = meant(now.state, meantSet, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    const stored = storedIn(now, uids, how, false);
    if (!stored) return take.full(now);
    const { move, stale } = stored;
    const set = writtenSet(numbersOf(now.state.view, stale));
    if (isAnyGone(now, uids)) return set === '' ? take.gone(move) : take.goneModified({ set }, move);
    return set === '' ? take.ok(move) : take.modified({ set }, move);
  },
});
export const uidStore = command({
  verb: 'UID STORE',
  from: ['selected'],
  wants: isReadOnly,
  args,
  rfc: '9051#6.4.9',
  summary: 'Set, add or take away flags of messages that are named by their UIDs.',
  traits: byUid,
  outcomes,
  run(cx, { set, wanted: how }, take) {
    if (cx.state.readOnly) return take.readOnly();
    if (isUnknown(how, cx)) return take.unknown();
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, byUid);
    const stored = storedIn(now, meant(now.state, set, true) ?? [], how, true);
    if (!stored) return take.full(now);
    const { move, stale } = stored;
    return stale.length === 0 ? take.ok(move) : take.modified({ set: writtenSet(stale) }, move);
  },
});
const isUnknown = ({ unchangedSince: since }: Wanted, { host }: Cx<Imap>): boolean =>
  since !== undefined && !has(host, 'CONDSTORE');

interface Stored {
  readonly move: Current & { readonly facts: readonly StoreFact[] };
  /** UIDs that have changed since. */
  readonly stale: NumberSet;
}
/** Undefined: there is no room for a keyword. */
function storedIn(now: Current, uids: NumberSet, how: Wanted, uid: boolean): Stored | undefined {
  const { state, host } = now;
  const found = whereabouts(host, state);
  if (!found) return { move: { ...now, facts: [] }, stale: [] };
  const { named, unchangedSince: since } = how;
  const roomy = how.how === 'remove' ? found.box : withKeywords(found.box, named);
  if (!roomy) return undefined;
  const { box: after, changed, stale } = stage(() => storeFlags(roomy, uids, how.how, named, since));
  // a keyword that no message takes is none of the mailbox's
  const box = changed.length === 0 ? found.box : after;
  const session = since === undefined ? now.session : withCondstore(now.session);
  const view = stage(() => absorb(state.view, box.rows, changed));
  const next = { ...state, view, keywords: box.keywords };
  const told = { ...now, session, state: next };
  const all = difference(uids, missing(box.rows, uids));
  // of a condition that holds the client learns by which mod-sequence, be anything new or not (RFC 7162 §3.1.3)
  const lines = answersTo(
    told,
    { all, passed: since === undefined ? changed : difference(all, stale) },
    how,
    uid,
  );
  const move = {
    ...told,
    host: box === found.box ? host : withMailbox(host, found.key, box),
    say: [
      ...now.say,
      condstoreLine(state, host, now.session, session),
      box.keywords === state.keywords ? '' : flagsLines(box),
      lines,
    ],
    facts: changed.length === 0 ? [] : [stage(() => flagsFact(found.key, found.box, box, changed))],
  };
  return { move, stale };
}
interface Touched {
  readonly all: NumberSet;
  /** Those of which .SILENT does not keep everything back. */
  readonly passed: NumberSet;
}
/**
 * The flags there are now are told of all these messages, changed or not (§6.4.6). Where CONDSTORE is on each change has its
 * modification sequence told, .SILENT or not (RFC 7162 §3.2.4).
 */
function answersTo(
  { state, session }: Current,
  { all, passed }: Touched,
  { silent }: How,
  uid: boolean,
): Octets {
  const names = uid || session.rev2 || session.condstore ? [uidText] : [];
  const sequences = session.condstore ? [modseqText] : [];
  if (!silent) return fetchLines(state.view, all, [...names, flagsWith(state.recent), ...sequences]);
  return session.condstore ? fetchLines(state.view, passed, [...names, ...sequences]) : '';
}
