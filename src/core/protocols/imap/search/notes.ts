// What has been read of a message's header, kept as long as the message is: a mailbox is searched and sorted again and again.
import type { Octets } from '../../../base/octets.ts';
import { addressList, type Address } from '../../../mail/address-list.ts';
import { baseSubject, type BaseSubject } from '../../../mail/base-subject.ts';
import { casemapped } from '../../../mail/casemap.ts';
import { forgivenDate } from '../../../mail/date.ts';
import { envelopeTextOf } from '../../../mail/envelope.ts';
import { fieldOf, headerOf, unfolded, type Header } from '../../../mail/fields.ts';
import { threadIds, type ThreadIds } from '../../../mail/message-ids.ts';
import { remembered } from '../../../mail/remembered.ts';
import { decodedWords } from '../../../mail/words.ts';
import { headOf, type Body, type Shelved } from '../../../store/body.ts';

/** Filled when asked for; undefined: not asked for yet. */
interface Notes {
  /** Folded texts of fields, by name; null: there is no such field. */
  texts: Record<string, string | null> | undefined;
  /** Unix seconds, and the day its writer's calendar showed; NaN: there is no date that can be read. */
  sent: { readonly unix: number; readonly day: number } | undefined;
  subject: BaseSubject | undefined;
  links: ThreadIds | undefined;
  sorting: Record<string, string> | undefined;
  envelope: Octets | undefined;
}
const blank = (): Notes => ({
  texts: undefined,
  sent: undefined,
  subject: undefined,
  links: undefined,
  sorting: undefined,
  envelope: undefined,
});
const ofObjects = new WeakMap<object, Notes>();
/** Of a collection's letters, by their number in it: whoever collects garbage would have to go through a hundred thousand weak keys. */
const ofShelved = new Map<string, Map<number, Notes>>();
const ofOctets = remembered(blank);
function notesOf(body: Body): Notes {
  if (typeof body === 'string') return ofOctets(body);
  if ('collection' in body) return shelvedNotes(body);
  const known = ofObjects.get(body);
  if (known) return known;
  const notes = blank();
  ofObjects.set(body, notes);
  return notes;
}
function shelvedNotes({ collection, n }: Shelved): Notes {
  const all = ofShelved.get(collection) ?? new Map<number, Notes>();
  if (all.size === 0) ofShelved.set(collection, all);
  const notes = all.get(n) ?? blank();
  if (!all.has(n)) all.set(n, notes);
  return notes;
}
interface Head {
  readonly octets: Octets;
  readonly header: Header;
}
/** Of the letter that was read last: whoever wants one thing of it often wants another. */
let latest: { readonly body: Body; readonly head: Head } | undefined;
function headerIn(body: Body): Head {
  if (typeof body !== 'string' && latest?.body === body) return latest.head;
  const octets = headOf(body);
  const head = { octets, header: headerOf(octets) };
  latest = { body, head };
  return head;
}
const valueOf = ({ octets, header }: Head, name: string): Octets => {
  const field = fieldOf(header, name);
  return field ? unfolded(octets, field) : '';
};

/** One case for all letters: `ς` is `σ`, and `ß` is `SS`. */
export const folded = (text: string): string => text.toUpperCase();

/** Of so many fields at most, and no long ones: a client may ask for any name. */
const MOST_TEXTS = 8;
const LONGEST_TEXT = 4096;
/** All fields of this name (lower case), decoded and folded, a line each; undefined: there is none. */
export function fieldText(body: Body, name: string): string | undefined {
  const notes = notesOf(body);
  notes.texts ??= {};
  const known = notes.texts[name];
  if (known !== undefined) return known ?? undefined;
  const { octets, header } = headerIn(body);
  const fields = header.fields.filter((field) => field.name === name);
  const text =
    fields.length === 0
      ? null
      : folded(fields.map((field) => decodedWords(unfolded(octets, field))).join('\n'));
  if ((text?.length ?? 0) <= LONGEST_TEXT) {
    if (Object.keys(notes.texts).length >= MOST_TEXTS) notes.texts = {};
    notes.texts[name] = text;
  }
  return text ?? undefined;
}

const DAY = 86_400;
const NEVER = { unix: Number.NaN, day: Number.NaN };
/** Of its Date field. */
export function sentDate(body: Body): { readonly unix: number; readonly day: number } {
  const notes = notesOf(body);
  if (notes.sent) return notes.sent;
  const date = forgivenDate(valueOf(headerIn(body), 'date'));
  notes.sent = date ? { unix: date.unix, day: Math.floor((date.unix + date.offset) / DAY) } : NEVER;
  return notes.sent;
}
/** RFC 5256 §2.1; its text as subjects are compared (§7). */
export function subjectOf(body: Body): BaseSubject {
  const notes = notesOf(body);
  if (notes.subject) return notes.subject;
  const { text, reply } = baseSubject(decodedWords(valueOf(headerIn(body), 'subject')));
  notes.subject = { text: casemapped(text), reply };
  return notes.subject;
}
/** Its Message-ID, and those of what it answers. */
export function linksOf(body: Body): ThreadIds {
  const notes = notesOf(body);
  if (notes.links) return notes.links;
  const { octets, header } = headerIn(body);
  const { id, references, parent } = threadIds(octets, header);
  notes.links = { id, references: shortened(references), parent };
  return notes.links;
}
/** What a conversation is made by. */
export interface Threading {
  readonly sent: { readonly unix: number; readonly day: number };
  readonly subject: BaseSubject;
  readonly links: ThreadIds;
}
const isThreading = (notes: Notes): notes is Notes & Threading =>
  notes.sent !== undefined && notes.subject !== undefined && notes.links !== undefined;
/** All of it at once: to find what is kept costs more than to look at it. */
export function threadingOf(body: Body): Threading {
  const notes = notesOf(body);
  return isThreading(notes)
    ? notes
    : { sent: sentDate(body), subject: subjectOf(body), links: linksOf(body) };
}
/** The first and the last of a long list: a header may name a hundred thousand. */
const MOST_REFERENCES = 256;
const shortened = (ids: readonly Octets[]): readonly Octets[] =>
  ids.length <= MOST_REFERENCES ? ids : [...ids.slice(0, 1), ...ids.slice(1 - MOST_REFERENCES)];

/** What addresses are sorted by (RFC 5256 §3, RFC 5957 §3): of the first one its mailbox, or as it is shown. */
export function sortingText(body: Body, name: 'from' | 'to' | 'cc', how: 'mailbox' | 'display'): string {
  const notes = notesOf(body);
  notes.sorting ??= {};
  const key = `${how} ${name}`;
  const known = notes.sorting[key];
  if (known !== undefined) return known;
  const [first] = addressList(valueOf(headerIn(body), name));
  const text = first === undefined ? '' : casemapped(how === 'mailbox' ? mailboxIn(first) : displayed(first));
  notes.sorting[key] = text;
  return text;
}
/** A group begins with an address that has its name for a mailbox (RFC 9051 §7.5.2). */
const mailboxIn = (address: Address): string =>
  decodedWords(address.kind === 'group' ? address.name : address.local);
function displayed(address: Address): string {
  if (address.kind === 'group') return decodedWords(address.name);
  const name = decodedWords(address.name ?? '');
  if (name !== '') return name;
  return decodedWords(address.domain === '' ? address.local : `${address.local}@${address.domain}`);
}
/** ENVELOPE as it is written (RFC 9051 §7.5.2). */
export function envelopeIn(body: Body): Octets {
  const notes = notesOf(body);
  if (notes.envelope !== undefined) return notes.envelope;
  const { octets, header } = headerIn(body);
  notes.envelope = envelopeTextOf(octets, header);
  return notes.envelope;
}
