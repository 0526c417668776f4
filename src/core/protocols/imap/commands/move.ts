import type { Octets } from '../../../base/octets.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { move as moveInto } from '../../../store/copy.ts';
import { expunge, expungeFact, type StoreFact } from '../../../store/mailbox.ts';
import { countOf, type NumberSet } from '../../../store/number-set.ts';
import { withBox, type Found } from '../../../store/tree.ts';
import { has, known } from '../capabilities.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { unixNow } from '../clock.ts';
import { arrivalFact } from '../facts.ts';
import { beyond, foreign, isForeign, isReadOnly, meant, readOnly, whereabouts } from '../selected.ts';
import { byUid, command, type Imap } from '../shape.ts';
import { noTarget } from '../target.ts';
import { untagged } from '../text.ts';
import { args, codeOf, goneCopy, nothing, targetFor } from './copy.ts';

const outcomes = {
  ok: {
    to: 'same',
    says: 'OK They are there now, and no longer here',
    when: 'there are such messages; the new UIDs and what is gone are told before',
  },
  counted: {
    to: 'same',
    says: 'OK [HIGHESTMODSEQ {modseq}] They are there now, and no longer here',
    when: 'the same, and CONDSTORE or QRESYNC is on',
    rfc: '6851#4.4',
  },
  nothing,
  ...foreign,
  ...readOnly,
  ...noTarget,
} as const;
const moveCommand = command({
  verb: 'MOVE',
  from: ['selected'],
  wants: isReadOnly,
  args,
  rfc: '6851#3.1',
  summary: 'Move messages into another mailbox, in one go.',
  traits: { mayExpunge: true },
  outcomes: { ...outcomes, ...goneCopy, ...beyond },
  run(cx, { set, mailbox }, take) {
    if (cx.state.readOnly) return take.readOnly();
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, {});
    const uids = meant(now.state, set, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    if (isAnyGone(now, uids)) return take.gone(now);
    const target = targetFor(cx, now, uids, mailbox, true);
    if (typeof target === 'string') return take[target](now);
    const { modseq, ...move } = movedTo(cx, now, uids, target);
    if (move.facts.length === 0) return take.nothing(now);
    return cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
const uidMove = command({
  verb: 'UID MOVE',
  from: ['selected'],
  wants: isReadOnly,
  args,
  rfc: '6851#3.2',
  summary: 'Move messages that are named by their UIDs.',
  traits: byUid,
  outcomes,
  run(cx, { set, mailbox }, take) {
    if (cx.state.readOnly) return take.readOnly();
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, byUid);
    const uids = meant(now.state, set, true) ?? [];
    const target = targetFor(cx, now, uids, mailbox, true);
    if (typeof target === 'string') return take[target](now);
    const { modseq, ...move } = movedTo(cx, now, uids, target);
    if (move.facts.length === 0) return take.nothing(now);
    return cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
export const move = known({
  keyword: 'MOVE',
  rfc: '6851#3',
  summary: 'A message changes mailboxes in one go, without half-way states.',
  commands: [moveCommand, uidMove],
});

interface Moved extends Current {
  readonly facts: readonly StoreFact[];
  /** Of the mailbox they have left. */
  readonly modseq: number;
}
/** The new UIDs come before the EXPUNGEs, or nobody could tell which was which (RFC 6851 §4.3). */
function movedTo(cx: Cx<Imap>, now: Current, uids: NumberSet, target: Found): Moved {
  const found = whereabouts(now.host, now.state);
  if (!found) return { ...now, facts: [], modseq: 0 };
  const { source, ...copied } = moveInto(found.box, uids, target.box, unixNow(cx));
  if (countOf(copied.uids) === 0) return { ...now, facts: [], modseq: found.box.modseq };
  const { key } = target.place;
  // into itself: what has come in is there, and what it came from has gone
  const left = key === found.key ? expunge(copied.to, () => true, copied.from) : source;
  const store = withBox(withBox(now.host.store, key, copied.to), found.key, left);
  return {
    ...now,
    host: { ...now.host, store },
    say: [...now.say, ...(has(now.host, 'UIDPLUS') ? [code(codeOf(now.host, copied))] : [])],
    facts: [arrivalFact(key, target.box, copied.to, copied.uids), expungeFact(found.key, found.box, left)],
    modseq: left.modseq,
  };
}
const code = ({ uidValidity, from, to }: ReturnType<typeof codeOf>): Octets =>
  untagged(`OK [COPYUID ${uidValidity} ${from} ${to}] Moved`);
