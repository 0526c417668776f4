// A server that keeps a copy of what its users send: a client that does so too has two.
import type { Body } from '../store/body.ts';
import { append, appendFact, type Mailbox } from '../store/mailbox.ts';
import type { HandedOver } from './hand-over.ts';
import { withMailbox, type Host } from './host.ts';

/** Of a user who has no mailbox for it nothing is kept. `at` is Unix time. */
export function fileSent({ host, facts }: HandedOver, user: string, body: Body, at: number): HandedOver {
  const [mailbox, box] = sentOf(host, user) ?? [];
  if (mailbox === undefined || !box) return { host, facts };
  const after = append(box, body, { at, flags: [String.raw`\Seen`] });
  return {
    host: withMailbox(host, mailbox, after),
    facts: [...facts, appendFact(mailbox, box, after)],
  };
}
/** Made for it (RFC 6154 §2), or called so. */
function sentOf({ store }: Host, user: string): readonly [string, Mailbox] | undefined {
  const own = Object.entries(store.mailboxes).filter(([key]) => key.startsWith(`${user}/`));
  return (
    own.find(([, { uses }]) => uses.includes(String.raw`\Sent`)) ?? own.find(([key]) => /\WSent$/.test(key))
  );
}
