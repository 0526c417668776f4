// A MIME message of octets above 127 made into one without (RFC 6152 §3): nothing of it is lost, and only encodings change.
import { CRLF, isAscii, type Octets } from '../base/octets.ts';
import { fieldOf, type Header } from './fields.ts';
import type { Part } from './part.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { sliceOf, type Range } from './range.ts';
import { structureOf } from './structure.ts';

interface Edit extends Range {
  readonly text: Octets;
}
/** Undefined: it cannot be done, because those octets stand where no encoding is, or because somebody has signed them. */
export function sevenBit(octets: Octets): Octets | undefined {
  if (isAscii(octets)) return octets;
  const whole = structureOf(octets);
  const edits = fieldOf(whole.header, 'mime-version') ? editsOf(octets, whole) : undefined;
  const done = edits && applied(octets, edits);
  return done !== undefined && isAscii(done) ? done : undefined;
}

function editsOf(octets: Octets, part: Part): readonly Edit[] | undefined {
  const { header, body, content, children, message } = part;
  if (isAscii(sliceOf(octets, { start: header.start, end: body.end }))) return [];
  const headed = header.blank && octets.startsWith(CRLF, header.end - CRLF.length);
  // whoever signed it has signed its encoding too (RFC 1847 §2.1)
  const signed = content.type === 'MULTIPART' && content.subtype === 'SIGNED';
  if (!headed || signed) return undefined;
  const inner = message ? [message] : children;
  if (inner.length === 0) return leaf(octets, part);
  const below = inner.map((it) => editsOf(octets, it));
  const known = below.filter((it) => it !== undefined);
  return known.length < below.length ? undefined : [encodingEdit(header, '7bit'), ...known.flat()];
}
const PLAIN: readonly Octets[] = ['7BIT', '8BIT'];
const leaf = (octets: Octets, { header, body, content }: Part): readonly Edit[] | undefined =>
  PLAIN.includes(content.encoding)
    ? [
        encodingEdit(header, 'quoted-printable'),
        { start: body.start, end: body.end, text: quotedPrintable(sliceOf(octets, body)) },
      ]
    : undefined;
/** In place of what was said before, or before the empty line. */
function encodingEdit(header: Header, encoding: Octets): Edit {
  const said = fieldOf(header, 'content-transfer-encoding');
  const at = header.end - CRLF.length;
  const { start, end } = said ?? { start: at, end: at };
  return { start, end, text: `Content-Transfer-Encoding: ${encoding}\r\n` };
}
/** They come in the order of the message, and none is within another. */
function applied(octets: Octets, edits: readonly Edit[]): Octets {
  let [out, at] = ['', 0];
  for (const { start, end, text } of edits) {
    out += octets.slice(at, start) + text;
    at = end;
  }
  return out + octets.slice(at);
}
