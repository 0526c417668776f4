import type { Octets } from '../../../base/octets.ts';
import { withMailbox } from '../../../host/host.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { firstUnseen } from '../../../store/tally.ts';
import { listed, type Found } from '../../../store/tree.ts';
import { claimRecent } from '../../../store/mailbox.ts';
import { revised } from '../capabilities.ts';
import { takes } from '../grammar/cursor.ts';
import { mailbox } from '../grammar/mailbox.ts';
import { listLine, usualShown } from '../list.ts';
import type { Selected } from '../selected.ts';
import { command, loggedIn, type Imap } from '../shape.ts';
import { mailboxNamed } from '../target.ts';
import { untagged } from '../text.ts';
import { existsLines, flagsLines } from '../untagged.ts';

const args = takes('the name of a mailbox', mailbox);
const missing = {
  missing: {
    to: 'authenticated',
    says: 'NO [NONEXISTENT] There is no such mailbox, and none is open now',
    when: 'there is none; the one that was open is closed all the same',
    rfc: '9051#6.3.2',
  },
} as const;

export const select = command({
  verb: 'SELECT',
  from: loggedIn,
  args,
  rfc: '9051#6.3.2',
  summary: 'Open a mailbox. One that was open is closed, and nothing is expunged.',
  outcomes: {
    ok: { to: 'selected', says: 'OK [READ-WRITE] It is open', when: 'there is such a mailbox' },
    ...missing,
  },
  run(cx, name, take) {
    const found = mailboxNamed(cx.host, cx.session, name);
    return typeof found === 'string' ? take.missing({ say: closing(cx) }) : take.ok(opened(cx, found, false));
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
    },
    ...missing,
  },
  run(cx, name, take) {
    const found = mailboxNamed(cx.host, cx.session, name);
    return typeof found === 'string' ? take.missing({ say: closing(cx) }) : take.ok(opened(cx, found, true));
  },
});

/** Untagged responses before this one were about the old mailbox (RFC 7162 §3.2.11). */
const closing = ({ at, host }: Cx<Imap, 'authenticated' | 'selected'>): readonly Octets[] =>
  at.name === 'selected' && revised(host) ? [untagged('OK [CLOSED] The other mailbox is closed')] : [];

interface Opened {
  readonly state: Selected;
  readonly host: Imap['host'];
  readonly say: readonly Octets[];
}
function opened(
  cx: Cx<Imap, 'authenticated' | 'selected'>,
  { place, box }: Found,
  readOnly: boolean,
): Opened {
  const { host, session } = cx;
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
  };
  const unseen = session.rev2 ? 0 : firstUnseen(rows);
  return {
    state,
    host: isRecent && !readOnly ? withMailbox(host, place.key, claimRecent(box)) : host,
    say: [
      ...closing(cx),
      flagsLines(box, readOnly),
      existsLines(rows.length, state, session),
      session.rev2 ? listing(cx, place.name) : '',
      unseen === 0 ? '' : untagged(`OK [UNSEEN ${unseen}] The first that has not been seen`),
      untagged(`OK [UIDVALIDITY ${uidValidity}] As long as this stays, UIDs do`),
      untagged(`OK [UIDNEXT ${uidNext}] The next message will have this UID, or a higher one`),
    ],
  };
}
function listing({ host, session }: Cx<Imap>, name: Octets): Octets {
  const it = listed(host.store, session.user).find((one) => one.name === name);
  return it ? listLine({ it, childInfo: [] }, session, usualShown(host, session)) : '';
}
