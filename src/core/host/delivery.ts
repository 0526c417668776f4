// A letter into a mailbox of this host.
import { headerField, senderName } from '../mail/header.ts';
import { octetsOf, sizeOf, type Body } from '../store/body.ts';
import { append, newMailbox, type Letter, type Mailbox, type StoreFact } from '../store/mailbox.ts';
import { withMailbox, type Host } from './host.ts';

export interface Delivered {
  readonly host: Host;
  readonly fact: StoreFact;
}
/** `mailbox` is `user/INBOX`. */
export function deliver(host: Host, mailbox: string, body: Body): Delivered {
  const box = boxOf(host, mailbox) ?? newMailbox(FIRST);
  return {
    host: withMailbox(host, mailbox, append(box, body)),
    fact: { type: 'append', mailbox, uids: [box.uidNext], letters: [letterOf(body)] },
  };
}
/** Of a mailbox that mail itself has made. */
const FIRST = 1;
export const boxOf = ({ store: { mailboxes } }: Host, mailbox: string): Mailbox | undefined =>
  Object.hasOwn(mailboxes, mailbox) ? mailboxes[mailbox] : undefined;

export function letterOf(body: Body): Letter {
  const head = typeof body === 'string' ? body : body.head || octetsOf(body);
  return {
    size: sizeOf(body),
    from: senderName(head),
    subject: headerField(head, 'Subject'),
  };
}

/** Is there room for so many octets more? */
export function hasRoom(host: Host, user: string, octets: number): boolean {
  const quota = host.store.users[user]?.quota ?? host.policy.quota;
  if (quota === 0) return true;
  let used = octets;
  for (const chunk of boxOf(host, `${user}/INBOX`)?.rows.chunks ?? [])
    for (const row of chunk) used += row.size;
  return used <= quota;
}
