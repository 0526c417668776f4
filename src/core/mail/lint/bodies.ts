// The body of a part that has no parts: its encoding and its charset (RFC 2045 §6, 2046 §4.1.2).
import { isAscii, type Octets } from '../../base/octets.ts';
import { decodedBody } from '../binary.ts';
import { isUtf8, knowsCharset } from '../charset.ts';
import { parameterOf, type Part } from '../part.ts';
import { fieldOf } from '../fields.ts';
import { nextLine, sliceOf, type Range } from '../range.ts';
import { lineAt, saying } from './places.ts';
import { finding, type Finding, type RuleId } from './rules.ts';

const WIDTH = 76;

export const lintBody = (octets: Octets, part: Part): readonly Finding[] => [
  ...lintEncoding(octets, part),
  ...(part.content.type === 'TEXT' ? lintCharset(octets, part) : []),
];

function lintEncoding(octets: Octets, { body, content, header }: Part): readonly Finding[] {
  const { encoding } = content;
  switch (encoding) {
    case '8BIT':
    case 'BINARY':
      return [];
    case '7BIT':
      return first('eightBitBody', octets, body, /[\x80-\xff]/g, { encoding });
    case 'BASE64':
      return lintBase64(octets, body);
    case 'QUOTED-PRINTABLE':
      return [
        ...longLine('longQuotedLine', octets, body),
        ...first('badQuotedOctet', octets, body, /=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*$)|[\x80-\xff]/g),
      ];
    default:
      return [finding('unknownEncoding', saying(octets, header, 'content-transfer-encoding'), { encoding })];
  }
}
function lintBase64(octets: Octets, body: Range): readonly Finding[] {
  const text = sliceOf(octets, body);
  const length = text.replace(/[^A-Za-z0-9+/=]/g, '').length;
  return [
    ...longLine('longBase64Line', octets, body),
    ...first('strayBase64', octets, body, /[^A-Za-z0-9+/=\r\n]/g),
    ...(length % 4 === 0 ? [] : [finding('shortBase64', lastLine(octets, body), { count: length })]),
  ];
}
/** The last that has something in it, without its end. */
function lastLine(octets: Octets, { start, end }: Range): Range {
  let last = end;
  while (last > start && /[^A-Za-z0-9+/=]/.test(octets.charAt(last - 1))) last--;
  return { start: Math.max(start, octets.lastIndexOf('\n', last - 1) + 1), end: last };
}

function lintCharset(octets: Octets, part: Part): readonly Finding[] {
  const charset = parameterOf(part.content.parameters, 'charset') ?? '';
  if (!knowsCharset(charset))
    return [finding('unknownCharset', saying(octets, part.header, 'content-type'), { charset })];
  const text = decodedBody(octets, part);
  const name = charset.toLowerCase();
  const right = text === undefined || !MUST_BE[name] || MUST_BE[name](text);
  if (right) return [];
  // where nobody said a charset, the first line that is in none of them
  const odd = part.body.start + Math.max(0, sliceOf(octets, part.body).search(/[\x80-\xff]/));
  return [finding('wrongCharset', fieldOf(part.header, 'content-type') ?? lineAt(octets, odd), { charset })];
}
/** The two of which a misuse can be told from the octets. */
const MUST_BE: Readonly<Record<string, (octets: Octets) => boolean>> = {
  'us-ascii': isAscii,
  ascii: isAscii,
  'utf-8': isUtf8,
};

function first(
  rule: RuleId,
  octets: Octets,
  { start, end }: Range,
  wanted: RegExp,
  args: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  const places = Array.from(octets.slice(start, end).matchAll(wanted), ({ index }) => start + index);
  const at = places[0];
  return at === undefined
    ? []
    : [finding(rule, { start: at, end: at + 1 }, { ...args, count: places.length })];
}

function longLine(rule: RuleId, octets: Octets, body: Range): readonly Finding[] {
  for (let at = body.start; at < body.end; at = nextLine(octets, at, body.end)) {
    const end = nextLine(octets, at, body.end);
    const length = octets.slice(at, end).replace(/\r?\n$/, '').length;
    if (length > WIDTH) return [finding(rule, { start: at, end: at + length }, { length, limit: WIDTH })];
  }
  return [];
}
