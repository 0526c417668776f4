// LMTP: a server that keeps no queue of its own for its users, and says for each recipient what has become of it (RFC 2033).
import type { Host } from '../../host/host.ts';
import { hasRoom } from '../../host/quota.ts';
import { isOurs, targetsOf } from '../../host/recipient.ts';
import type { Envelope, Recipient } from '../../host/spool.ts';
import { bracketed } from '../../mail/mailbox.ts';
import type { Take, Taken } from '../../spec/take.ts';
import type { Smtp } from './shape.ts';

/** What is said of the whole letter is said once, or in LMTP once for each recipient (§4.2). */
export const forEach = (
  { role }: Smtp['session'],
  recipients: number,
  one: Taken,
): Taken | readonly Taken[] => (role === 'lmtp' ? Array.from({ length: recipients }, () => one) : one);

export const serving = {
  delivered: {
    to: 'ready',
    says: '250 2.1.5 {to} has it',
    when: 'in LMTP, for each recipient whom it has reached',
    rfc: '2033#4.2',
  },
  boxFull: {
    to: 'ready',
    says: '452 4.2.2 The mailbox of {to} is full; try again later',
    when: 'in LMTP, for each recipient who has no room for it',
    rfc: '2033#4.2',
  },
  boxOverQuota: {
    to: 'ready',
    says: '552 5.2.2 The mailbox of {to} is full',
    when: 'the same, where this host does not hope',
    rfc: '2033#4.2',
  },
  nobody: {
    to: 'ready',
    says: '550 5.1.1 Nobody here is called {to}',
    when: 'in LMTP, for each recipient who was taken and is not here',
    rfc: '2033#4.2',
  },
} as const;
const FULL = { later: 'boxFull', never: 'boxOverQuota' } as const;

/** Takes charge of the letter for these recipients. */
export type HandOver = (
  host: Host,
  recipients: readonly Recipient[],
) => { readonly host: Host; readonly facts: readonly Smtp['fact'][] };

/** One recipient after the other; nobody gets the letter twice. */
export function serve(
  start: Host,
  { recipients }: Envelope,
  octets: number,
  handOver: HandOver,
  take: Take<Smtp, 'content', typeof serving>,
): readonly Taken[] {
  const served = new Set<string>();
  let host = start;
  return recipients.map((recipient) => {
    const to = bracketed(recipient.forwardPath);
    const places = placesFor(host, recipient, served);
    if (!places) return take.nobody({ to });
    const full = places.every(({ user }) => user !== undefined && !hasRoom(host, user, octets));
    if (full && places.length > 0) return take[FULL[host.policy.overQuota]]({ to });
    const done = handOver(
      host,
      places.map((it) => it.recipient),
    );
    for (const { user } of places) if (user !== undefined) served.add(user);
    host = done.host;
    return take.delivered({ to }, { host, facts: done.facts });
  });
}
interface Place {
  /** Undefined: elsewhere. */
  readonly user: string | undefined;
  readonly recipient: Recipient;
}
/** Where a letter for one recipient goes, without those who have it; undefined: nowhere. */
function placesFor(host: Host, to: Recipient, served: ReadonlySet<string>): readonly Place[] | undefined {
  const { local, domain } = to.forwardPath;
  if (domain !== '' && !isOurs(host, domain)) return [{ user: undefined, recipient: to }];
  const targets = targetsOf(host, local);
  return (
    targets && [
      ...targets.users
        .filter((user) => !served.has(user))
        .map((user) => ({
          user,
          recipient: { forwardPath: { local: user, domain: host.domain }, given: to.given },
        })),
      ...targets.away.map((forwardPath) => ({
        user: undefined,
        recipient: { forwardPath, via: to.forwardPath, given: to.given },
      })),
      ...targets.lists.map((local) => ({
        user: undefined,
        recipient: { forwardPath: { local, domain: host.domain }, given: to.given },
      })),
    ]
  );
}
