// Changes of the world as a person asks for them: made from text, judged before they are done.
import { utf8 } from '../core/base/octets.ts';
import { changed, type Change } from '../core/host/change.ts';
import type { Host } from '../core/host/host.ts';
import type { Form, Knob } from '../core/host/knobs.ts';
import { KNOBS, type Policy } from '../core/host/policy.ts';
import type { World } from '../core/kernel/world.ts';
import type { ResourceRecord } from '../core/base/dns.ts';
import { noMiddlebox, type Middlebox } from '../core/net/middlebox.ts';
import { linkKey } from '../core/net/stream.ts';
import { dataText, recordText } from '../core/net/dns/text.ts';
import { readZone } from '../core/net/dns/zone-text.ts';
import { INBOX } from '../core/store/naming.ts';
import { listed } from '../core/store/tree.ts';
import { quotaOf } from '../core/host/quota.ts';

/** What would have been right; '': this can be done. */
export const expectedFor = (world: World, change: Change): string =>
  changed(world, change, world.epoch).expected ?? '';

/** Where a line of a zone goes wrong: what was expected at which column, from 1; undefined: nowhere. */
export const misread = (line: string): { readonly column: number; readonly expected: string } | undefined =>
  readZone(line).problems[0];

/** What a record says. */
export const dataOf = (record: ResourceRecord): string => dataText(record);
/** A record as a zone file writes it. */
export const recordLine = (record: ResourceRecord): string => recordText(record);

/** Somebody new, or a new password: with the keys SCRAM needs, which are slow to make, and are therefore made here. */
export async function userChange(host: string, name: string, password: string): Promise<Change> {
  const octets = utf8(password);
  const { scramKeys } = await import('../core/protocols/sasl/scram-keys.ts');
  // a salt need not be secret, only everybody's own
  const salt = utf8(`${name}@${host}`).slice(0, 64);
  const keys = scramKeys(octets, salt);
  return { type: 'people', host, edit: { kind: 'user', name: utf8(name), password: octets, keys } };
}
export const dismissal = (host: string, name: string): Change => ({
  type: 'people',
  host,
  edit: { kind: 'dismiss', name },
});
export const quotaChange = (host: string, name: string, octets: number | null): Change => ({
  type: 'people',
  host,
  edit: { kind: 'quota', name, octets },
});
/** What a user has of their own, as they call it. INBOX stays. */
export const mailboxesOf = (
  { store }: Host,
  user: string,
): readonly { readonly name: string; readonly stays: boolean }[] =>
  listed(store, user)
    .filter(({ key, namespace }) => key !== undefined && namespace.owner === '')
    .map(({ name }) => ({ name, stays: name === INBOX }));
export const mailboxChange = (
  host: string,
  name: string,
  mailbox: string,
  phase: 'add' | 'remove',
): Change => ({
  type: 'people',
  host,
  edit: { kind: 'mailbox', name, mailbox: utf8(mailbox.trim()), phase },
});
export const renaming = (host: string, name: string, mailbox: string, to: string): Change => ({
  type: 'people',
  host,
  edit: { kind: 'rename', name, mailbox, to: utf8(to.trim()) },
});
export const listChange = (host: string, name: string, owner: string, phase: 'add' | 'remove'): Change => ({
  type: 'people',
  host,
  edit: { kind: 'list', name: utf8(name.trim()), owner: utf8(owner.trim()), phase },
});
/** `member`: as it is to be written to. */
export const memberChange = (
  host: string,
  name: string,
  member: string,
  phase: 'add' | 'remove',
): Change => ({
  type: 'people',
  host,
  edit: { kind: 'member', name, member: utf8(member.trim()), phase },
});
/** `to`: names or addresses, with commas or blanks between. */
export const aliasChange = (host: string, name: string, to: string): Change => ({
  type: 'people',
  host,
  edit: {
    kind: 'alias',
    name: utf8(name.trim()),
    to: utf8(to)
      .split(/[\s,]+/)
      .filter((it) => it !== ''),
  },
});

/** Who sits on the cable a machine hangs on, or on the one between two. */
export const middleboxOf = ({ middleboxes }: World, host: string, to?: string): Middlebox =>
  middleboxes[to === undefined ? host : linkKey(host, to)] ?? noMiddlebox;

export interface Switch {
  readonly name: keyof Policy;
  readonly form: Form;
  readonly usual: unknown;
  readonly rfc: string;
}
/** Every decision an administrator can make, in the order of its declaration. */
export const SWITCHES: readonly Switch[] = Object.entries<Knob<unknown>>(KNOBS).flatMap(
  ([name, { form, usual, rfc }]): readonly Switch[] => (isKnob(name) ? [{ name, form, usual, rfc }] : []),
);
function isKnob(name: string): name is keyof Policy {
  return name in KNOBS;
}
/** Somebody's mailbox there has no room left. */
export const hasFullMailbox = (host: Host): boolean =>
  Object.entries(host.store.users).some(([name, user]) => {
    if (!(user.quota ?? host.policy.quota)) return false;
    const { used, limit } = quotaOf(host, name).octets;
    return limit > 0 && used >= limit;
  });
