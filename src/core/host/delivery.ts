// A letter into a mailbox of this host.
import type { Body } from '../store/body.ts';
import { create } from '../store/grow.ts';
import { append, appendFact, type Mailbox, type StoreFact } from '../store/mailbox.ts';
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
function delivered(host: Host, mailbox: string, box: Mailbox, body: Body, at: number): Delivered {
  const after = append(box, body, { at });
  return { host: withMailbox(host, mailbox, after), facts: [appendFact(mailbox, box, after)] };
}
export const boxOf = ({ store }: Host, mailbox: string): Mailbox | undefined => boxAt(store, mailbox);
