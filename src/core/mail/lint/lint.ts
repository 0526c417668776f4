// Everything in a letter that a standard has something against, in the order of its octets.
import type { Octets } from '../../base/octets.ts';
import { fieldOf, unfolded } from '../fields.ts';
import { parameterised } from '../parameters.ts';
import { parameterOf, type Part } from '../part.ts';
import { structureOf } from '../structure.ts';
import { lintBody } from './bodies.ts';
import { lintFields, lintMessageHeader, type LintOptions } from './fields.ts';
import { lintLines } from './lines.ts';
import { lintMultipart } from './multiparts.ts';
import { lineAt } from './places.ts';
import { finding, type Finding } from './rules.ts';

/** Of a whole message, the messages inside it included. */
export function lint(octets: Octets, options: LintOptions = { smtputf8: false }): readonly Finding[] {
  const root = structureOf(octets);
  return [...lintLines(octets), ...lintMessage(octets, root, options)].toSorted((a, b) => a.start - b.start);
}

function lintMessage(octets: Octets, message: Part, options: LintOptions): readonly Finding[] {
  const { header } = message;
  const mime = header.fields.find(({ name }) => name.startsWith('content-'));
  return [
    ...lintMessageHeader(octets, header, options),
    ...(mime && !fieldOf(header, 'mime-version') ? [finding('missingMimeVersion', mime)] : []),
    ...lintPart(octets, message, options, []),
  ];
}

function lintPart(
  octets: Octets,
  part: Part,
  options: LintOptions,
  outer: readonly Octets[],
): readonly Finding[] {
  const found = [...lintBlank(octets, part), ...lintType(octets, part)];
  if (part.message) return [...found, ...lintMessage(octets, part.message, options)];
  if (part.children.length === 0) return [...found, ...lintBody(octets, part)];
  const boundary = parameterOf(part.content.parameters, 'boundary') ?? '';
  const children = part.children.flatMap((child) =>
    // A child that begins with the body was never announced: the boundary is missing.
    child.header.start === part.body.start
      ? lintBody(octets, child)
      : [
          ...lintFields(octets, child.header, options),
          ...lintPart(octets, child, options, [...outer, boundary]),
        ],
  );
  return [...found, ...lintMultipart(octets, part, outer), ...children];
}

/** A header without a body needs no empty line. */
const lintBlank = (octets: Octets, { header, body }: Part): readonly Finding[] =>
  header.blank || body.end === body.start ? [] : [finding('noEmptyLine', lineAt(octets, body.start))];

function lintType(octets: Octets, { header }: Part): readonly Finding[] {
  const field = fieldOf(header, 'content-type');
  const value = field && parameterised(unfolded(octets, field)).value;
  if (!field || value === undefined || TYPE.test(value)) return [];
  return [finding('badContentType', field, { value })];
}
/** Two tokens (RFC 2045 §5.1). */
const TYPE = /^[!#$%&'*+.^_`{|}~\w-]+\/[!#$%&'*+.^_`{|}~\w-]+$/;
