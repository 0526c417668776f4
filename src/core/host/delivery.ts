// A letter into a mailbox of this host.
import { headerField, senderName } from '../mail/header.ts';
import { headOf, sizeOf, type Body } from '../store/body.ts';
import { create } from '../store/grow.ts';
import { append, type Letter, type Mailbox, type StoreFact } from '../store/mailbox.ts';
import { at as boxAt } from '../store/tree.ts';
import { withMailbox, type Host } from './host.ts';

export interface Delivered {
  readonly host: Host;
  readonly facts: readonly StoreFact[];
}
/** Into the user's INBOX, which is made when there is none. `at` is Unix time. */
export function deliver(host: Host, user: string, body: Body, at: number): Delivered {
  const mailbox = `${user}/INBOX`;
  const box = boxOf(host, mailbox);
  if (box) return delivered(host, mailbox, box, body, at);
  const made = create(host.store, user, 'INBOX', at);
  const fresh = typeof made === 'string' ? undefined : boxAt(made.tree, mailbox);
  if (typeof made === 'string' || !fresh) throw new Error(`no INBOX for ${user}`);
  const { host: after, facts } = delivered({ ...host, store: made.tree }, mailbox, fresh, body, at);
  return { host: after, facts: [...made.facts, ...facts] };
}
const delivered = (host: Host, mailbox: string, box: Mailbox, body: Body, at: number): Delivered => ({
  host: withMailbox(host, mailbox, append(box, body, { at })),
  facts: [{ type: 'append', mailbox, uids: [box.uidNext], letters: [letterOf(body)] }],
});
export const boxOf = ({ store }: Host, mailbox: string): Mailbox | undefined => boxAt(store, mailbox);

export function letterOf(body: Body): Letter {
  const size = sizeOf(body);
  if (typeof body !== 'string' && 'from' in body && 'subject' in body)
    return { size, from: body.from ?? '', subject: body.subject ?? '', body };
  const head = headOf(body);
  return {
    size,
    from: senderName(head),
    subject: headerField(head, 'Subject'),
    body,
  };
}
