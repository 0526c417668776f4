// The tree of a message's parts (RFC 2045, 2046). No octet is copied: a part is a place in the stored message.
import type { Octets } from '../base/octets.ts';
import { delimitersOf, type Delimiter } from './boundary.ts';
import { contentOf, type DefaultType } from './content.ts';
import { headerOf, type Header } from './fields.ts';
import { parameterOf, type Content, type Part } from './part.ts';
import type { Range } from './range.ts';
import { remembered } from './remembered.ts';

/** What a hostile message may ask for: deeper parts are one octet stream, later ones stay in the last. */
const DEEPEST = 32;
const MOST_PARTS = 2000;

/** Of a whole message; the first part is the message itself. Computed once for each message that is held. */
export const structureOf: (octets: Octets) => Part = remembered((octets: Octets) =>
  entity(octets, { start: 0, end: octets.length }, 'text', { depth: 0, count: { left: MOST_PARTS } }),
);

interface Place {
  readonly depth: number;
  /** Shared by the whole message. */
  readonly count: { left: number };
}

function entity(octets: Octets, range: Range, unsaid: DefaultType, place: Place): Part {
  place.count.left--;
  const header = headerOf(octets, range.start, range.end);
  return bodied(octets, header, contentOf(octets, header, unsaid), range.end, place);
}

function bodied(octets: Octets, header: Header, content: Content, end: number, place: Place): Part {
  const body = { start: header.end, end };
  const composite = content.type === 'MULTIPART' || isMessage(content);
  if (!composite) return { header, body, content, children: [], message: undefined };
  if (place.depth >= DEEPEST || place.count.left <= 0)
    return { header, body, content: opaque(content), children: [], message: undefined };
  const inner = { depth: place.depth + 1, count: place.count };
  if (content.type === 'MULTIPART')
    return { header, body, content, children: childrenOf(octets, body, content, inner), message: undefined };
  return { header, body, content, children: [], message: entity(octets, body, 'text', inner) };
}
export const isMessage = ({ type, subtype }: Content): boolean =>
  type === 'MESSAGE' && (subtype === 'RFC822' || subtype === 'GLOBAL');

const opaque = (content: Content): Content => ({
  ...content,
  type: 'APPLICATION',
  subtype: 'OCTET-STREAM',
  parameters: [],
});

function childrenOf(octets: Octets, body: Range, content: Content, place: Place): readonly Part[] {
  const boundary = parameterOf(content.parameters, 'boundary');
  const delimiters = boundary ? delimitersOf(octets, body, boundary, place.count.left) : [];
  const unsaid = content.subtype === 'DIGEST' ? 'message' : 'text';
  const parts = rangesOf(delimiters, body).map((range) => entity(octets, range, unsaid, place));
  // A multipart without parts is not allowed (RFC 9051: 1*body); its text would be lost.
  return parts.length > 0 ? parts : [plain(body)];
}
const rangesOf = (delimiters: readonly Delimiter[], body: Range): readonly Range[] =>
  delimiters.flatMap(({ end, close }, i) => {
    if (close) return [];
    return [{ start: end, end: Math.max(end, delimiters[i + 1]?.start ?? body.end) }];
  });

/** What is said of a body that says nothing of itself. */
const PLAIN = contentOf('', headerOf(''), 'text');

/** A body whose boundary never comes: shown whole as the text it is. */
const plain = (body: Range): Part => ({
  header: { start: body.start, end: body.start, fields: [], blank: false },
  body,
  content: PLAIN,
  children: [],
  message: undefined,
});
