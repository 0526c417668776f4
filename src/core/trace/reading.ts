// What a mail program puts on the screen of a letter: one text of it, and the pictures that belong to that text.
import type { Octets } from '../base/octets.ts';
import { decodedBody } from '../mail/binary.ts';
import { nextLine, type Range } from '../mail/range.ts';
import { parameterOf, type Part } from '../mail/part.ts';
import { structureOf } from '../mail/structure.ts';
import { partText } from '../mail/text.ts';

export interface Reading {
  readonly html: boolean;
  readonly text: string;
  /** The text goes on: this is its beginning. */
  readonly cut: boolean;
  /** What the text calls by a Content-ID (RFC 2392), without the angle brackets. */
  readonly picture: (id: string) => Picture | undefined;
}
export interface Picture {
  readonly type: (typeof PICTURES)[number];
  readonly octets: Octets;
}
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** Of a picture, as it is stored. */
const LARGEST = 400_000;

/** Of at most so many octets; undefined: there is nothing to read in it. */
export function readingOf(octets: Octets, most: number): Reading | undefined {
  const found = shown(structureOf(octets), []);
  if (!found) return undefined;
  const { part, beside } = found;
  const body = beginning(octets, part.body, most);
  return {
    html: part.content.subtype === 'HTML',
    text: partText(octets, { ...part, body }).slice(0, most),
    cut: body.end < part.body.end,
    picture: (id) => pictureOf(octets, beside, id),
  };
}
/** Base64 and quoted-printable are cut between two lines, if there are any. */
function beginning(octets: Octets, { start, end }: Range, most: number): Range {
  if (end - start <= most) return { start, end };
  return { start, end: nextLine(octets, start + most, Math.min(end, start + 2 * most)) };
}

interface Found {
  readonly part: Part;
  readonly beside: readonly Part[];
}
function shown(part: Part, beside: readonly Part[]): Found | undefined {
  const { type, subtype, disposition } = part.content;
  if (part.children.length === 0) {
    const attached = disposition?.value.toLowerCase() === 'attachment';
    return isText(type, subtype) && !attached ? { part, beside } : undefined;
  }
  if (subtype === 'RELATED') return rootOf(part, beside);
  const found = part.children.map((child) => shown(child, beside)).filter((it) => it !== undefined);
  // the best one comes last (RFC 2046 §5.1.4); whatever else there is is read from the top
  return subtype === 'ALTERNATIVE' ? found.at(-1) : found[0];
}
const isText = (type: string, subtype: string): boolean =>
  type === 'TEXT' && (subtype === 'PLAIN' || subtype === 'HTML');

/** The one that is named, else the first (RFC 2387 §3.2). */
function rootOf({ children, content }: Part, beside: readonly Part[]): Found | undefined {
  const start = idOf(parameterOf(content.parameters, 'start') ?? '');
  const root =
    children.find((child) => start !== '' && idOf(child.content.id ?? '') === start) ?? children[0];
  return root && shown(root, [...beside, ...children]);
}
const idOf = (text: Octets): Octets => /<([^<>]*)>/.exec(text)?.[1] ?? text.trim();

function pictureOf(octets: Octets, beside: readonly Part[], id: string): Picture | undefined {
  const part = beside.find(({ content }) => content.id !== undefined && idOf(content.id) === id);
  if (!part || part.body.end - part.body.start > LARGEST) return undefined;
  const { type, subtype } = part.content;
  const kind = PICTURES.find((each) => each === `${type}/${subtype}`.toLowerCase());
  const decoded = decodedBody(octets, part);
  return kind && decoded !== undefined ? { type: kind, octets: decoded } : undefined;
}
