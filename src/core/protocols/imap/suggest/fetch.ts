// What FETCH may be asked for, at the caret (RFC 9051 §6.4.5).
import type { Octets } from '../../../base/octets.ts';
import { headerOf } from '../../../mail/fields.ts';
import { numberedParts, type NumberedPart } from '../../../mail/part-numbers.ts';
import { sliceOf } from '../../../mail/range.ts';
import { structureOf } from '../../../mail/structure.ts';
import { cursor, no } from '../../../spec/grammar.ts';
import type { Standing } from '../../../spec/protocol.ts';
import { octetsOf } from '../../../store/body.ts';
import { rowOfUid } from '../../../store/rows.ts';
import { has } from '../capabilities.ts';
import { unknownItem } from '../fetch.ts';
import { fetchItems, ITEM_NAMES, MACRO_NAMES } from '../grammar/fetch-items.ts';
import { sequenceSet } from '../grammar/sequence-set.ts';
import { meant } from '../selected.ts';
import type { Imap } from '../shape.ts';
import { depthOf } from './words.ts';

type Here = Standing<Imap>;
/** Everybody's; a message's own come after them. */
const FIELDS = ['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'References'];
const NAMED_FIELDS = ['HEADER.FIELDS', 'HEADER.FIELDS.NOT'];

/** `done`: what stands after the verb; its first word is the set. */
export function fetchWords(
  here: Here,
  [set = '', ...done]: readonly Octets[],
  byUid: boolean,
): readonly Octets[] {
  const open = done.lastIndexOf('[');
  if (open > done.lastIndexOf(']')) {
    const inside = done.slice(open + 1);
    if (/^BINARY/i.test(done[open - 1] ?? '')) return inside.length === 0 ? numbers(here, set, byUid) : [];
    return inside.length === 0 ? sections(here, set, byUid) : fields(here, inside, set, byUid);
  }
  const said = withoutSections(done);
  if (said.length === 0) return [...MACRO_NAMES, ...itemsHere(here)];
  if (depthOf(said) === 0) return modifiers(here, byUid);
  // of what may stand in parentheses the items come first, if they do; what comes after them are modifiers
  if (said[0] !== '(' || said.includes(')')) return modifierNames(here, byUid, said);
  return itemsHere(here).filter((item) => !said.some((it) => it.toUpperCase() === item));
}
/** What stands in brackets may have parentheses of its own. */
function withoutSections(done: readonly Octets[]): readonly Octets[] {
  let inside = false;
  return done.filter((word) => {
    if (word === '[') inside = true;
    const outside = !inside;
    if (word === ']') inside = false;
    return outside;
  });
}
/** Those that would be understood here and now. */
const itemsHere = ({ host }: Here): readonly Octets[] =>
  ITEM_NAMES.filter((name) => {
    const read = fetchItems.read(cursor(name.endsWith('[') ? `${name}]` : name, 0));
    return read !== no && unknownItem(read, host) === undefined;
  });
/** After CHANGEDSINCE comes a number. */
function modifierNames(
  { host, session }: Here,
  byUid: boolean,
  said: readonly Octets[] = [],
): readonly Octets[] {
  const words = said.map((it) => it.toUpperCase());
  if (words.at(-1) === 'CHANGEDSINCE') return [];
  const all = [
    ...(has(host, 'CONDSTORE') ? ['CHANGEDSINCE'] : []),
    ...(byUid && session.qresync ? ['VANISHED'] : []),
  ];
  return all.filter((name) => !words.includes(name));
}
const modifiers = (here: Here, byUid: boolean): readonly Octets[] =>
  modifierNames(here, byUid).map((name) => `(${name}`);

const messageAt = ({ at }: Here, set: Octets, byUid: boolean): Octets | undefined => {
  const read = sequenceSet.read(cursor(set, 0));
  if (at.name !== 'selected' || read === no) return undefined;
  const uid = meant(at.data, read, byUid)?.[0]?.[0];
  const row = uid === undefined ? undefined : rowOfUid(at.data.view, uid);
  return row && octetsOf(row.body);
};
const partsAt = (here: Here, set: Octets, byUid: boolean): readonly NumberedPart[] => {
  const octets = messageAt(here, set, byUid);
  return octets === undefined ? [] : numberedParts(structureOf(octets));
};
/** Of BINARY: a part, or the whole of it, and nothing else (RFC 9051 §9, section-binary). */
const numbers = (here: Here, set: Octets, byUid: boolean): readonly Octets[] => [
  ...partsAt(here, set, byUid).map(({ number }) => `${number}]`),
  ']',
];
/** Sections there are in the first message that is meant. */
function sections(here: Here, set: Octets, byUid: boolean): readonly Octets[] {
  const parts = partsAt(here, set, byUid).flatMap(ofPart);
  return ['HEADER]', 'TEXT]', ...NAMED_FIELDS.map((name) => `${name} (`), ']', ...parts];
}
const ofPart = ({ number, part }: NumberedPart): readonly Octets[] => [
  `${number}]`,
  `${number}.MIME]`,
  ...(part.message ? [`${number}.HEADER]`, `${number}.TEXT]`] : []),
];
function fields(here: Here, inside: readonly Octets[], set: Octets, byUid: boolean): readonly Octets[] {
  if (depthOf(inside) === 0) return [];
  const octets = messageAt(here, set, byUid);
  const own =
    octets === undefined
      ? []
      : headerOf(octets).fields.map((it) => sliceOf(octets, it).slice(0, it.name.length));
  const known = new Map([...own, ...FIELDS].map((name) => [name.toLowerCase(), name]));
  for (const word of inside) known.delete(word.toLowerCase());
  return [...known.values()];
}
