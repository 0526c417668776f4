import { withMailbox } from '../../../host/host.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { expunge as expungeFrom, expungeFact, type StoreFact } from '../../../store/mailbox.ts';
import type { NumberSet } from '../../../store/number-set.ts';
import { known } from '../capabilities.ts';
import { isDeleted } from '../deleted.ts';
import { nothing, takes } from '../grammar/cursor.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { foreign, isForeign, isReadOnly, meant, readOnly, whereabouts } from '../selected.ts';
import { byUid, command, type Imap } from '../shape.ts';

const left = (says: `OK ${string}`) =>
  ({
    ok: { to: 'same', says, when: 'always; each message that goes is told of first' },
    counted: {
      to: 'same',
      says: 'OK [HIGHESTMODSEQ {modseq}] Nothing of that is left that was \\Deleted',
      when: 'something has gone, and CONDSTORE or QRESYNC is on',
      rfc: '7162#3.2.7',
    },
    ...readOnly,
  }) as const;
export const expunge = command({
  verb: 'EXPUNGE',
  from: ['selected'],
  wants: isReadOnly,
  args: nothing,
  rfc: '9051#6.4.3',
  summary: 'Remove every message that is \\Deleted, whoever has marked it.',
  traits: { mayExpunge: true },
  outcomes: left('OK Nothing that was \\Deleted is left'),
  run(cx, _nothing, take) {
    if (cx.state.readOnly) return take.readOnly();
    const { modseq, ...move } = expunged(cx);
    return modseq !== undefined && cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
const uidExpunge = command({
  verb: 'UID EXPUNGE',
  from: ['selected'],
  wants: isReadOnly,
  args: takes('UIDs, as in 101:104,120', sequenceSet),
  rfc: '9051#6.4.9',
  summary: 'Remove those of these messages that are \\Deleted.',
  traits: byUid,
  outcomes: { ...left('OK Nothing of that is left that was \\Deleted'), ...foreign },
  run(cx, set, take) {
    if (cx.state.readOnly) return take.readOnly();
    if (isForeign(set, cx.host)) return take.foreign();
    const { modseq, ...move } = expunged(cx, meant(cx.state, set, true));
    return modseq !== undefined && cx.session.condstore ? take.counted({ modseq }, move) : take.ok(move);
  },
});
export const uidPlus = known({
  keyword: 'UIDPLUS',
  rfc: '4315#2',
  summary: 'EXPUNGE for some messages only, and the UIDs of what was put somewhere.',
  commands: [uidExpunge],
});

interface Expunged {
  readonly host?: Imap['host'];
  readonly facts?: readonly StoreFact[];
  /** Of the change; absent: nothing has gone. */
  readonly modseq?: number;
}
/** What is gone is told when the view is settled. */
function expunged({ state, host }: Cx<Imap, 'selected'>, among?: NumberSet): Expunged {
  const found = whereabouts(host, state);
  const kept = found && expungeFrom(found.box, isDeleted, among);
  if (!found || !kept || kept === found.box) return {};
  return {
    host: withMailbox(host, found.key, kept),
    facts: [expungeFact(found.key, found.box, kept)],
    modseq: kept.modseq,
  };
}
