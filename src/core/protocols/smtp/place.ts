// Where a recipient's mailbox is, as far as this host knows and tells.
import { isAscii, type Octets } from '../../base/octets.ts';
import type { Host } from '../../host/host.ts';
import { hasRoom } from '../../host/quota.ts';
import { isCustomer, isOurs, movedTo, relaysFor, targetsOf } from '../../host/recipient.ts';
import { bracketed, written, type Mailbox } from '../../mail/mailbox.ts';
import type { Smtp } from './shape.ts';

export type Place =
  /** `nobody`: and the client is to know; `onward`: elsewhere, and this host passes mail on to there. */
  | { readonly is: 'here' | 'full' | 'nobody' | 'onward' | 'away' }
  /** Elsewhere since, where this host tells: it passes mail on (`moved`), or does not (`gone`). */
  | { readonly is: 'moved' | 'gone'; readonly address: Octets };

/** Octets of a letter of which nothing was announced: one empty line. Where not even that fits, the mailbox is full before DATA. */
const LEAST = 2;

export function placeOf(host: Host, session: Smtp['session'], mailbox: Mailbox, octets: number): Place {
  const { local, domain } = mailbox;
  const ours = domain === '' ? host.domain !== '' : isOurs(host, domain);
  if (!ours) return { is: passesOn(host, session, mailbox) ? 'onward' : 'away' };
  const targets = targetsOf(host, local);
  if (!targets) return { is: host.policy.unknownUser === 'refuse' ? 'nobody' : 'here' };
  const moved = newPlaceOf(host, local, session.utf8);
  if (moved) return moved;
  const elsewhere = targets.away.length + targets.lists.length > 0;
  const room = elsewhere || targets.users.some((user) => hasRoom(host, user, Math.max(octets, LEAST)));
  return { is: room ? 'here' : 'full' };
}
/** What a client could not read is not shown to it: 251 becomes 250, and 551 550 (RFC 6531 §3.7.4.1). */
function newPlaceOf(host: Host, local: Octets, utf8: boolean): Place | undefined {
  const { moved } = host.policy;
  const to = moved === 'forward' ? undefined : movedTo(host, local);
  if (!to) return undefined;
  if (utf8 || isAscii(written(to)))
    return { is: moved === 'refuse' ? 'gone' : 'moved', address: bracketed(to) };
  return moved === 'refuse' ? { is: 'nobody' } : undefined;
}
const passesOn = (host: Host, { user, peer }: Smtp['session'], { domain }: Mailbox): boolean =>
  user !== '' || host.policy.relay === 'open' || relaysFor(host, domain) || isCustomer(host, peer);
