// A letter as it lies in a mailbox, or as much of it as has come: its header fields and its text, apart from its envelope.
import type { HostId } from '../base/ids.ts';
import { lowerAscii, type Octets } from '../base/octets.ts';
import { shareStore } from '../host/host.ts';
import type { World } from '../kernel/world.ts';
import { addressList, type Address } from '../mail/address-list.ts';
import { headerOf, unfolded } from '../mail/fields.ts';
import { octetsOf } from '../store/body.ts';
import { textOf } from './content.ts';
import type { TraceEvent } from './event.ts';
import { readers } from './protocols.ts';
import { isStoreFact } from './scene-mail.ts';
import type { EnvelopeLine, Transaction } from './transaction.ts';

export interface LetterField {
  /** As it is written. */
  readonly name: Octets;
  /** In one line, whatever lines it was written on. */
  readonly value: Octets;
  /** Lines it was written on. */
  readonly lines: number;
}
export interface Letter {
  readonly octets: Octets;
  readonly fields: readonly LetterField[];
  /** Where the text begins. */
  readonly body: number;
}
export function letterOf(octets: Octets): Letter {
  const header = headerOf(octets);
  const fields = header.fields.map((field): LetterField => {
    const whole = octets.slice(field.start, field.end);
    return {
      name: octets.slice(field.start, field.body - 1).trim(),
      value: unfolded(octets, field),
      lines: whole.split('\n').length - (whole.endsWith('\n') ? 1 : 0),
    };
  });
  return { octets, fields, body: header.end };
}

export interface Kept {
  readonly host: HostId;
  /** `user/name`. */
  readonly mailbox: string;
  readonly uid: number;
}
/** What lies there; undefined: nothing does, or not any more. */
export function keptAt({ hosts }: World, { host, mailbox, uid }: Kept): Octets | undefined {
  const rows = hosts[host]?.store.mailboxes[mailbox]?.rows;
  for (const chunk of rows?.chunks ?? [])
    for (const row of chunk) if (row.uid === uid) return octetsOf(row.body);
  return undefined;
}
/** The one that came last, from an event on, of those that still lie where they came; undefined: none does. */
export function cameLast(
  world: World,
  trace: readonly TraceEvent[],
  count: number,
  from = 0,
): Octets | undefined {
  for (let i = Math.min(count, trace.length) - 1; i >= from; i--) {
    const event = trace[i];
    if (event?.type !== 'fact' || !isStoreFact(event.fact) || event.fact.type !== 'append') continue;
    const { host, fact } = event;
    const octets = keptAt(world, { host, mailbox: fact.mailbox, uid: fact.uids.at(-1) ?? 0 });
    if (octets !== undefined) return octets;
  }
  return undefined;
}
/** Every host that keeps the same mail. */
export function keepersOf({ hosts }: World, host: HostId): readonly HostId[] {
  const one = hosts[host];
  return one ? Object.values(hosts).flatMap((other) => (shareStore(one, other) ? [other.id] : [])) : [];
}
/** What has come so far of a letter that is being handed over; undefined: none is. */
export function comingAt({ hosts, conns }: World, conn: number): Octets | undefined {
  const b = conns.find(({ id }) => id === conn)?.b;
  const host = b && hosts[b.host];
  const framing = host && readers.get(b.machine)?.framing(b.state, host);
  if (!framing || !isReading(b.state)) return undefined;
  return framing.name === 'dotted' || framing.name === 'counted'
    ? textOf(framing, b.state.reading)
    : undefined;
}
interface Reads {
  readonly reading: Parameters<typeof textOf>[1];
}
const isReading = (state: unknown): state is Reads =>
  typeof state === 'object' && state !== null && 'reading' in state;

/** Whom the header addresses and the envelope does not, and the other way round. Both empty: they agree. */
export interface Difference {
  readonly header: readonly Octets[];
  readonly envelope: readonly Octets[];
}
const flat = (address: Address): readonly Octets[] =>
  address.kind === 'group' ? address.members.flatMap(flat) : [written(address.local, address.domain)];
const written = (local: Octets, domain: Octets): Octets => (domain === '' ? local : `${local}@${domain}`);
const addressesIn = ({ fields }: Letter, names: readonly string[]): readonly Octets[] =>
  fields
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .flatMap(({ value }) => addressList(value).flatMap(flat));

function apart(header: readonly Octets[], envelope: readonly Octets[]): Difference {
  const not = (others: readonly Octets[]) => (one: Octets) =>
    !others.some((other) => lowerAscii(other) === lowerAscii(one));
  return { header: header.filter(not(envelope)), envelope: envelope.filter(not(header)) };
}
const addressOf = ({ address }: EnvelopeLine): Octets => address;
/** Only of a header that names somebody: a letter without To says nothing against its envelope. */
export function recipientsApart(letter: Letter, { recipients }: Transaction): Difference {
  const named = addressesIn(letter, ['to', 'cc', 'bcc']);
  const given = recipients.filter(({ refused }) => !refused).map(addressOf);
  return named.length === 0 || given.length === 0 ? AGREED : apart(named, given);
}
export function sendersApart(letter: Letter, { sender }: Transaction): Difference {
  const named = addressesIn(letter, ['from']);
  return named.length === 0 ? AGREED : apart(named, [sender.address]);
}
const AGREED: Difference = { header: [], envelope: [] };
