// Boundaries, and the order of alternatives (RFC 2046 §5.1).
import type { Octets } from '../../base/octets.ts';
import { delimitersOf } from '../boundary.ts';
import { parameterOf, type Part } from '../part.ts';
import type { Range } from '../range.ts';
import { saying } from './places.ts';
import { finding, type Finding } from './rules.ts';

const LONGEST = 70;

/** `outer`: the boundaries of the multiparts around this one. */
export function lintMultipart(octets: Octets, part: Part, outer: readonly Octets[]): readonly Finding[] {
  const { content, header } = part;
  const type = saying(octets, header, 'content-type');
  const boundary = parameterOf(content.parameters, 'boundary') ?? '';
  if (boundary === '') return [finding('missingBoundary', type)];
  return [
    ...(boundary.length > LONGEST
      ? [finding('longBoundary', type, { length: boundary.length, limit: LONGEST })]
      : []),
    ...(outer.includes(boundary) ? [finding('boundaryReused', type, { boundary })] : []),
    ...lintDelimiters(octets, part, boundary, type),
    ...(content.subtype === 'ALTERNATIVE' ? lintOrder(octets, part) : []),
    ...(/^(?:7BIT|8BIT|BINARY)$/.test(content.encoding)
      ? []
      : [
          finding('encodedComposite', saying(octets, header, 'content-transfer-encoding'), {
            encoding: content.encoding,
          }),
        ]),
  ];
}

function lintDelimiters(
  octets: Octets,
  { body, children }: Part,
  boundary: Octets,
  type: Range,
): readonly Finding[] {
  const found = delimitersOf(octets, body, boundary, children.length + 1);
  const first = found[0];
  if (!first) return [finding('boundaryNotFound', type, { boundary })];
  const line = { start: first.dashes, end: first.end };
  const last = found.at(-1) ?? first;
  return [
    ...(first.exact ? [] : [finding('boundaryInexact', line, { boundary })]),
    // after this one there came no more
    ...(last.close
      ? []
      : [finding('boundaryNotClosed', { start: last.dashes, end: last.end }, { boundary })]),
  ];
}

/** The plainest first: a reader shows the last that it can (§5.1.4). */
function lintOrder(octets: Octets, { children }: Part): readonly Finding[] {
  const plain = children.findIndex(({ content }) => content.type === 'TEXT' && content.subtype === 'PLAIN');
  const html = children.findIndex(({ content }) => content.type === 'TEXT' && content.subtype === 'HTML');
  const first = children[html];
  return first && html < plain ? [finding('htmlFirst', saying(octets, first.header, 'content-type'))] : [];
}
