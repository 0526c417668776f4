// Where a multipart's body is cut (RFC 2046 §5.1.1).
import type { Octets } from '../base/octets.ts';
import { nextLine, type Range } from './range.ts';

export interface Delimiter {
  /** Where the line end before the dashes begins: it belongs to the delimiter. */
  readonly start: number;
  /** Of the two dashes. */
  readonly dashes: number;
  /** After the delimiter's own line. */
  readonly end: number;
  readonly close: boolean;
  /** Whether the line says nothing else. */
  readonly exact: boolean;
}

/**
 * The delimiters of one multipart, up to the closing one. A line that only begins with the boundary is one too, but
 * not where another line is the boundary exactly: that is how a nested boundary begins with the outer one and both
 * are understood.
 */
export function delimitersOf(
  octets: Octets,
  body: Range,
  boundary: Octets,
  most: number,
): readonly Delimiter[] {
  const exact = candidates(octets, body, boundary, most, true);
  return exact.length > 0 ? exact : candidates(octets, body, boundary, most, false);
}

function candidates(
  octets: Octets,
  body: Range,
  boundary: Octets,
  most: number,
  exact: boolean,
): readonly Delimiter[] {
  const dashed = `--${boundary}`;
  const found: Delimiter[] = [];
  let at = octets.indexOf(dashed, body.start);
  while (at >= 0 && at + dashed.length <= body.end && found.length < most) {
    const after = at + dashed.length;
    const delimiter = beginsLine(octets, body.start, at)
      ? delimiterAt(octets, body, at, after, exact)
      : undefined;
    if (delimiter) found.push(delimiter);
    if (delimiter?.close) break;
    at = octets.indexOf(dashed, delimiter ? delimiter.end : at + 2);
  }
  return found;
}
const beginsLine = (octets: Octets, first: number, at: number): boolean =>
  at === first || octets[at - 1] === '\n';

function delimiterAt(
  octets: Octets,
  body: Range,
  at: number,
  after: number,
  exact: boolean,
): Delimiter | undefined {
  const end = nextLine(octets, after, body.end);
  const close = octets.startsWith('--', after) && after + 2 <= end;
  const padded = isPadding(octets, close ? after + 2 : after, end);
  if (exact && !padded) return undefined;
  const before = at - body.start >= 2 && octets[at - 2] === '\r' ? 2 : 1;
  return { start: at === body.start ? at : at - before, dashes: at, end, close, exact: padded };
}
/** White space that a gateway may have added, and the line's end. */
function isPadding(octets: Octets, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = octets.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13 && code !== 10) return false;
  }
  return true;
}
