// Boundaries, and the order of alternatives (RFC 2046 §5.1).
import type { Octets } from '../../base/octets.ts';
import { delimitersOf } from '../boundary.ts';
import { parameterOf, type Part } from '../part.ts';
import { finding, type Finding } from './rules.ts';

const LONGEST = 70;

/** `outer`: the boundaries of the multiparts around this one. */
export function lintMultipart(octets: Octets, part: Part, outer: readonly Octets[]): readonly Finding[] {
  const { content, header, body } = part;
  const boundary = parameterOf(content.parameters, 'boundary') ?? '';
  if (boundary === '') return [finding('missingBoundary', header)];
  return [
    ...(boundary.length > LONGEST
      ? [finding('longBoundary', header, { length: boundary.length, limit: LONGEST })]
      : []),
    ...(outer.includes(boundary) ? [finding('boundaryReused', header, { boundary })] : []),
    ...lintDelimiters(octets, part, boundary),
    ...(content.subtype === 'ALTERNATIVE' ? lintOrder(part) : []),
    ...(/^(?:7BIT|8BIT|BINARY)$/.test(content.encoding)
      ? []
      : [
          finding(
            'encodedComposite',
            { start: header.start, end: body.start },
            { encoding: content.encoding },
          ),
        ]),
  ];
}

function lintDelimiters(
  octets: Octets,
  { body, header, children }: Part,
  boundary: Octets,
): readonly Finding[] {
  const found = delimitersOf(octets, body, boundary, children.length + 1);
  const first = found[0];
  if (!first) return [finding('boundaryNotFound', header, { boundary })];
  const line = { start: first.dashes, end: first.end };
  const last = children.at(-1)?.body ?? body;
  return [
    ...(first.exact ? [] : [finding('boundaryInexact', line, { boundary })]),
    ...(found.at(-1)?.close
      ? []
      : [finding('boundaryNotClosed', { start: last.end, end: last.end }, { boundary })]),
  ];
}

/** The plainest first: a reader shows the last that it can (§5.1.4). */
function lintOrder({ children }: Part): readonly Finding[] {
  const plain = children.findIndex(({ content }) => content.type === 'TEXT' && content.subtype === 'PLAIN');
  const html = children.findIndex(({ content }) => content.type === 'TEXT' && content.subtype === 'HTML');
  const first = children[html];
  return first && html < plain
    ? [finding('htmlFirst', { start: first.header.start, end: first.body.end })]
    : [];
}
