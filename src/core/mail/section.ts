// BODY[section]<partial> (RFC 9051 §6.4.5).
import type { Octets } from '../base/octets.ts';
import { headerOf, type Header } from './fields.ts';
import type { Part } from './part.ts';
import { sliceOf } from './range.ts';
import { structureOf } from './structure.ts';

/** `2.1.HEADER.FIELDS (From To)` is `{ part: [2, 1], text: 'HEADER.FIELDS', fields: ['From', 'To'] }`. */
export interface Section {
  readonly part: readonly number[];
  /** Absent: the whole message, or the part's body. */
  readonly text?: 'HEADER' | 'HEADER.FIELDS' | 'HEADER.FIELDS.NOT' | 'TEXT' | 'MIME';
  readonly fields?: readonly string[];
}
/** `<offset.count>`. */
export interface Partial {
  readonly offset: number;
  readonly count: number;
}

/** undefined: the message has no such part, or the part no such text; IMAP says NIL. */
export function section(octets: Octets, wanted: Section, partial?: Partial): Octets | undefined {
  const whole = wholeSection(octets, wanted);
  return partial ? whole?.slice(partial.offset, partial.offset + partial.count) : whole;
}

function wholeSection(octets: Octets, wanted: Section): Octets | undefined {
  const { part: path, text } = wanted;
  if (path.length === 0)
    return text === undefined ? octets : ofMessage(octets, headerOf(octets), octets.length, wanted);
  const part = partAt(structureOf(octets), path);
  if (!part) return undefined;
  if (text === undefined) return sliceOf(octets, part.body);
  if (text === 'MIME') return sliceOf(octets, part.header);
  return part.message && ofMessage(octets, part.message.header, part.message.body.end, wanted);
}

function ofMessage(octets: Octets, header: Header, end: number, { text, fields = [] }: Section): Octets {
  if (text === 'TEXT') return octets.slice(header.end, end);
  if (text === 'HEADER' || text === 'MIME') return sliceOf(octets, header);
  return chosen(octets, header, fields, text === 'HEADER.FIELDS');
}
/** In the order of the header, with the empty line where there is one (§6.4.5.1). */
function chosen(octets: Octets, header: Header, names: readonly string[], wanted: boolean): Octets {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  const lines = header.fields
    .filter(({ name }) => lower.has(name) === wanted)
    .map((field) => sliceOf(octets, field));
  return lines.join('') + (header.blank ? '\r\n' : '');
}

/**
 * A part by its number: `[2, 1]` is the first part of the second. A message that is no multipart has one part, its
 * body; so has a message inside a message.
 */
export function partAt(root: Part, path: readonly number[]): Part | undefined {
  let [siblings, part]: [readonly Part[], Part | undefined] = [partsOfMessage(root), undefined];
  for (const number of path) {
    part = siblings[number - 1];
    if (!part) return undefined;
    siblings = part.message ? partsOfMessage(part.message) : part.children;
  }
  return part;
}
const partsOfMessage = (message: Part): readonly Part[] =>
  message.children.length > 0 ? message.children : [message];
