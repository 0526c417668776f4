import { stage } from '../../../base/labour.ts';
import { hasRoom, rootOf } from '../../../host/quota.ts';
import { withMailbox, type Host } from '../../../host/host.ts';
import { seq } from '../../../spec/grammar.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { copy as copyInto, type Copied } from '../../../store/copy.ts';
import { writtenSet, type NumberSet } from '../../../store/number-set.ts';
import { eachRow } from '../../../store/rows.ts';
import type { Found } from '../../../store/tree.ts';
import { has } from '../capabilities.ts';
import { isAnyGone, upToDate, type Current } from '../catch-up.ts';
import { unixNow } from '../clock.ts';
import { arrivalFact } from '../facts.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { beyond, foreign, isForeign, meant, whereabouts } from '../selected.ts';
import { byUid, command, type Imap } from '../shape.ts';
import { mailboxNamed, noTarget } from '../target.ts';
import { validityOf } from '../validity.ts';

export const args = takes(
  'the numbers of messages and the name of a mailbox, as in 1:3 Archive',
  seq({ set: sequenceSet, mailbox }),
);
export const nothing = {
  to: 'same',
  says: 'OK There are no such messages',
  when: 'nobody has these UIDs, or nothing was found',
  rfc: '4315#3',
} as const;
const outcomes = {
  ok: {
    to: 'same',
    says: 'OK [COPYUID {uidValidity} {from} {to}] Copied',
    when: 'there are such messages; the code says which UIDs the copies have',
    rfc: '4315#3',
  },
  untold: { to: 'same', says: 'OK Copied', when: 'there are, and this host does not know UIDPLUS' },
  nothing,
  ...foreign,
  ...noTarget,
} as const;
/** All or nothing: a copy of what is gone cannot be had (RFC 2180 §4.4). */
export const goneCopy = {
  gone: {
    to: 'same',
    says: 'NO [EXPUNGEISSUED] Some of them are gone, and nothing was done',
    when: 'some were expunged by somebody else, and this client has not been told yet',
    rfc: '2180#4.4',
  },
} as const;
const traits = { mayExpunge: true };
/** A copy is asked for by message number: none of them may change under it before it is done. */
export const copy = command({
  verb: 'COPY',
  from: ['selected'],
  args,
  rfc: '9051#6.4.7',
  summary: 'Make copies of messages in another mailbox.',
  traits,
  outcomes: { ...outcomes, ...goneCopy, ...beyond },
  run(cx, { set, mailbox }, take) {
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, {});
    const uids = meant(now.state, set, false);
    if (!uids) return take.beyond({ count: now.state.view.length }, now);
    if (isAnyGone(now, uids)) return take.gone(now);
    const target = targetFor(cx, now, uids, mailbox);
    if (typeof target === 'string') return take[target](now);
    const { told, ...copied } = copiedTo(cx, now, uids, target);
    if (told.to === '') return take.nothing(now);
    return has(cx.host, 'UIDPLUS') ? take.ok(told, copied) : take.untold(copied);
  },
});
export const uidCopy = command({
  verb: 'UID COPY',
  from: ['selected'],
  args,
  rfc: '9051#6.4.9',
  summary: 'Make copies of messages that are named by their UIDs.',
  traits: byUid,
  outcomes,
  run(cx, { set, mailbox }, take) {
    if (isForeign(set, cx.host)) return take.foreign();
    const now = upToDate(cx, byUid);
    const uids = meant(now.state, set, true) ?? [];
    const target = targetFor(cx, now, uids, mailbox);
    if (typeof target === 'string') return take[target](now);
    const { told, ...copied } = copiedTo(cx, now, uids, target);
    if (told.to === '') return take.nothing(now);
    return has(cx.host, 'UIDPLUS') ? take.ok(told, copied) : take.untold(copied);
  },
});

/** The mailbox, or why nothing can be put there. What only moves within a quota root adds nothing to it (RFC 9208 §4.3.1). */
export function targetFor(
  { session }: Cx<Imap>,
  { state, host }: Current,
  uids: NumberSet,
  mailbox: Octets,
  moves = false,
): Found | keyof typeof noTarget {
  const found = mailboxNamed(host, session, mailbox);
  if (typeof found === 'string') return found;
  const root = rootOf(found.place.key);
  if (moves && root === rootOf(state.key)) return found;
  const fits = stage(() => {
    let [octets, count] = [0, 0];
    eachRow(state.view, uids, ({ size }) => {
      octets += size;
      count++;
    });
    return hasRoom(host, root, octets, count);
  });
  return fits ? found : 'overQuota';
}
function copiedTo(cx: Cx<Imap>, now: Current, uids: NumberSet, { place, box: target }: Found) {
  const source = whereabouts(now.host, now.state)?.box;
  const copied = source ? copyInto(source, uids, target, unixNow(cx)) : { to: target, from: [], uids: [] };
  return {
    ...now,
    told: codeOf(now.host, copied),
    host: copied.uids.length === 0 ? now.host : withMailbox(now.host, place.key, copied.to),
    facts:
      copied.uids.length === 0 ? [] : [stage(() => arrivalFact(place.key, target, copied.to, copied.uids))],
  };
}
export const codeOf = (host: Host, { to, from, uids }: Copied) => ({
  uidValidity: validityOf(host, to),
  from: writtenSet(from),
  to: writtenSet(uids),
});
