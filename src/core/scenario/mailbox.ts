// A mailbox of a scenario, with all that lies in it.
import { headOf, type Body } from '../store/body.ts';
import { ordered, withKeywords } from '../store/flags.ts';
import { append, claimRecent, newMailbox, type Mailbox } from '../store/mailbox.ts';
import { receivedAt } from './letters/received-at.ts';
import type { StartLetter, StartMailbox } from './scenario.ts';

export function mailboxOf(
  { uidValidity, letters, uidNext, uses = [], fresh = false }: StartMailbox,
  id: number,
): Mailbox {
  const filled = letters.map(asLetter).reduce(filed, newMailbox(uidValidity, id, uses));
  const box = uidNext === undefined ? filled : { ...filled, uidNext };
  return fresh ? box : claimRecent(box);
}
const asLetter = (letter: Body | StartLetter): StartLetter =>
  typeof letter === 'object' && 'body' in letter ? letter : { body: letter };

function filed(box: Mailbox, { body, uid, flags = [], internalDate, zone = 0 }: StartLetter): Mailbox {
  const at = internalDate ?? receivedAt(headOf(body));
  const known = withKeywords(box, flags) ?? box;
  return append(uid === undefined ? known : { ...known, uidNext: uid }, body, {
    flags: ordered(known, flags),
    at,
    zone,
  });
}
