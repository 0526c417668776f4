import type { Octets } from '../../../base/octets.ts';
import { withMailbox, type Host } from '../../../host/host.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { claimRecent, type Mailbox } from '../../../store/mailbox.ts';
import { firstUnseen } from '../../../store/tally.ts';
import { listed, type Found } from '../../../store/tree.ts';
import { has, revised } from '../capabilities.ts';
import { fetchLines, modseqText, uidText } from '../fetch.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { joined } from '../grammar/modifiers.ts';
import { selectParameters, type Resync, type SelectParameters } from '../grammar/select-params.ts';
import { listLine, usualShown } from '../list.ts';
import { resynced } from '../resync.ts';
import type { Selected } from '../selected.ts';
import { command, loggedIn, withCondstore, type Imap } from '../shape.ts';
import { mailboxId } from '../object-ids.ts';
import { mailboxNamed } from '../target.ts';
import { untagged } from '../text.ts';
import { validityOf } from '../validity.ts';
import { existsLines, flagsLines, flagsWith } from '../untagged.ts';

interface Wanted extends SelectParameters {
  readonly name: Octets;
}
const args = takes(
  'the name of a mailbox, then at most parameters in parentheses',
  joined(mailbox, selectParameters, (name, how): Wanted => ({ name, ...how })),
);
const outcomes = {
  missing: {
    to: 'authenticated',
    says: 'NO [NONEXISTENT] There is no such mailbox, and none is open now',
    when: 'there is none; the one that was open is closed all the same',
    rfc: '9051#6.3.2',
  },
  unknown: {
    to: 'same',
    says: 'BAD There is no {parameter} here; ENABLE QRESYNC comes before QRESYNC',
    when: 'a parameter is said that this host does not know, or QRESYNC that was not enabled',
    rfc: '7162#3.2.5',
  },
} as const;

export const select = command({
  verb: 'SELECT',
  from: loggedIn,
  args,
  rfc: '9051#6.3.2',
  summary: 'Open a mailbox. One that was open is closed, and nothing is expunged.',
  outcomes: {
    ok: {
      to: 'selected',
      says: 'OK [READ-WRITE] It is open',
      when: 'there is such a mailbox',
      makes: { data: { readOnly: false } },
    },
    ...outcomes,
  },
  run(cx, wanted, take) {
    const parameter = unknownOf(cx, wanted);
    if (parameter !== undefined) return take.unknown({ parameter });
    const found = mailboxNamed(cx.host, cx.session, wanted.name);
    return typeof found === 'string'
      ? take.missing({ say: closing(cx) })
      : take.ok(opened(cx, found, wanted, false));
  },
});
export const examine = command({
  verb: 'EXAMINE',
  from: loggedIn,
  args,
  rfc: '9051#6.3.3',
  summary: 'Open a mailbox to look at it: nothing in it changes by that.',
  outcomes: {
    ok: {
      to: 'selected',
      says: 'OK [READ-ONLY] It is open, to be looked at',
      when: 'there is such a mailbox',
      makes: { data: { readOnly: true } },
    },
    ...outcomes,
  },
  run(cx, wanted, take) {
    const parameter = unknownOf(cx, wanted);
    if (parameter !== undefined) return take.unknown({ parameter });
    const found = mailboxNamed(cx.host, cx.session, wanted.name);
    return typeof found === 'string'
      ? take.missing({ say: closing(cx) })
      : take.ok(opened(cx, found, wanted, true));
  },
});
function unknownOf({ host, session }: Cx<Imap>, { condstore, resync }: SelectParameters): string | undefined {
  if (condstore && !has(host, 'CONDSTORE')) return 'CONDSTORE';
  return resync && !session.qresync ? 'QRESYNC' : undefined;
}

/** Untagged responses before this one were about the old mailbox (RFC 7162 §3.2.11). */
const closing = ({ at, host }: Where): readonly Octets[] =>
  at.name === 'selected' && (revised(host) || has(host, 'QRESYNC'))
    ? [untagged('OK [CLOSED] The other mailbox is closed')]
    : [];

interface Opened {
  readonly state: Selected;
  readonly session: Imap['session'];
  readonly host: Imap['host'];
  readonly say: readonly Octets[];
}
type Where = Cx<Imap, 'authenticated' | 'selected'>;
function opened(cx: Where, { place, box }: Found, wanted: SelectParameters, readOnly: boolean): Opened {
  const { host } = cx;
  const session = wanted.condstore ? withCondstore(cx.session) : cx.session;
  const { rows, recentFrom, uidNext, uidValidity } = box;
  const isRecent = !session.rev2 && recentFrom < uidNext;
  const state: Selected = {
    key: place.key,
    id: box.id,
    uidValidity,
    readOnly,
    view: rows,
    recent: isRecent ? [[recentFrom, uidNext - 1]] : [],
    keywords: box.keywords,
    saved: [],
  };
  return {
    state,
    session,
    host: isRecent && !readOnly ? withMailbox(host, place.key, claimRecent(box)) : host,
    say: [
      ...closing(cx),
      flagsLines(box, readOnly),
      existsLines(rows.length, state, session),
      session.rev2 ? listing(cx, place.name) : '',
      ...codes(cx.host, box, session),
      resyncLines(host, box, state, wanted.resync),
    ],
  };
}
/** What is told in response codes. */
function codes(host: Host, box: Mailbox, { rev2 }: Imap['session']): readonly Octets[] {
  const unseen = rev2 ? 0 : firstUnseen(box.rows);
  return [
    unseen === 0 ? '' : untagged(`OK [UNSEEN ${unseen}] The first that has not been seen`),
    untagged(`OK [UIDVALIDITY ${validityOf(host, box)}] As long as this stays, UIDs do`),
    untagged(`OK [UIDNEXT ${box.uidNext}] The next message will have this UID, or a higher one`),
    has(host, 'CONDSTORE') ? untagged(`OK [HIGHESTMODSEQ ${box.modseq}] Of the latest change`) : '',
    has(host, 'OBJECTID') ? untagged(`OK [MAILBOXID (${mailboxId(box)})] Stays when the name changes`) : '',
  ];
}
/** What has happened since the client was here last (RFC 7162 §3.2.5). */
function resyncLines(host: Host, box: Mailbox, { recent }: Selected, resync: Resync | undefined): Octets {
  const since = resync && resynced(box, validityOf(host, box), resync);
  return since
    ? since.vanished + fetchLines(box.rows, since.changed, [uidText, flagsWith(recent), modseqText])
    : '';
}
function listing({ host, session }: Cx<Imap>, name: Octets): Octets {
  const it = listed(host.store, session.user).find((one) => one.name === name);
  return it ? listLine({ it, childInfo: [] }, session, usualShown(host, session)) : '';
}
