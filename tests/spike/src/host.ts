// The host of the protocols to come: what it keeps besides today's, to be sent on, and whom it trusts.
import type { Octets } from '../../../src/core/base/octets.ts';
import type { Host as Base, Store, User } from '../../../src/core/host/host.ts';
import type { Policy } from '../../../src/core/host/policy.ts';
import { append, newMailbox, type Mailbox } from '../../../src/core/store/mailbox.ts';
import type { StoreFact } from './store.ts';

export interface ScramSecret {
  readonly salt: Octets;
  readonly iterations: number;
  readonly stored: Octets;
  readonly server: Octets;
}
export interface Job {
  readonly id: string;
  readonly helo: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly body: Octets;
}
export interface Host extends Base {
  readonly store: Store & {
    readonly users: Readonly<Record<string, User & { readonly scram?: ScramSecret }>>;
  };
  readonly outgoing: readonly Job[];
  /** Of queue ids. */
  readonly count: number;
  readonly policy: Policy & {
    readonly size: number;
    readonly spf: boolean;
    readonly literal: number;
    /** Domain → address. */
    readonly relays: Readonly<Record<string, string>>;
  };
}
export type HostFact = StoreFact | { readonly type: 'queued' | 'relayed'; readonly id: string };

export const localUser = (host: Host, address: string): string | undefined => {
  const [name = '', domain = ''] = address.split('@');
  const ours = domain === '' || domain.toLowerCase() === host.domain;
  return ours && Object.hasOwn(host.store.users, name) ? name : undefined;
};
export const withMailbox = (host: Host, name: string, box: Mailbox): Host => ({
  ...host,
  store: { ...host.store, mailboxes: { ...host.store.mailboxes, [name]: box } },
});
export const withLocks = (host: Host, locks: Store['locks']): Host => ({
  ...host,
  store: { ...host.store, locks },
});
export function deliver(
  host: Host,
  user: string,
  body: Octets,
): { readonly host: Host; readonly facts: readonly HostFact[] } {
  const mailbox = `${user}/INBOX`;
  const box = host.store.mailboxes[mailbox] ?? newMailbox(1);
  return {
    host: withMailbox(host, mailbox, append(box, body)),
    facts: [{ type: 'append', mailbox, uids: [box.uidNext], letters: [] }],
  };
}
