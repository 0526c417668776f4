// Lines and the octets that end them (RFC 5322 §2.1, §2.3). Each rule is told once, where it is broken first.
import { fromUtf8, isAscii, type Octets } from '../../base/octets.ts';
import { nextLine } from '../range.ts';
import { finding, type Finding, type RuleId } from './rules.ts';

const LIMIT = 998;
const ADVISED = 78;

export const lintLines = (octets: Octets): readonly Finding[] => [
  ...everywhere(octets, 'bareCr', /\r(?!\n)/g),
  ...everywhere(octets, 'bareLf', /(?<!\r)\n/g),
  ...everywhere(octets, 'nul', /\0/g),
  ...longLines(octets),
];

function everywhere(octets: Octets, rule: RuleId, octet: RegExp): readonly Finding[] {
  const places = Array.from(octets.matchAll(octet), ({ index }) => index);
  const start = places[0];
  return start === undefined ? [] : [finding(rule, { start, end: start + 1 }, { count: places.length })];
}

function longLines(octets: Octets): readonly Finding[] {
  const [over, wide] = [new Array<number>(), new Array<number>()];
  for (let at = 0; at < octets.length; at = nextLine(octets, at, octets.length)) {
    const length = lineEnd(octets, at) - at;
    if (length > LIMIT) over.push(at);
    else if (length > ADVISED && characters(octets.slice(at, at + length)) > ADVISED) wide.push(at);
  }
  return [...told('lineTooLong', LIMIT, over, octets), ...told('lineLong', ADVISED, wide, octets)];
}
/** Its own line end does not count. */
function lineEnd(octets: Octets, at: number): number {
  const lf = octets.indexOf('\n', at);
  if (lf < 0) return octets.length;
  return lf > at && octets[lf - 1] === '\r' ? lf - 1 : lf;
}
/** The shorter limit counts characters, the longer one octets (RFC 6532 §3.4). */
const characters = (line: Octets): number =>
  isAscii(line) ? line.length : Array.from(fromUtf8(line)).length;

function told(rule: RuleId, limit: number, starts: readonly number[], octets: Octets): readonly Finding[] {
  const start = starts[0];
  if (start === undefined) return [];
  const end = lineEnd(octets, start);
  return [finding(rule, { start, end }, { count: starts.length, length: end - start, limit })];
}
