// What each octet of a server's line is: reply code, enhanced status code (RFC 2034 §4), the rows of a hello, words for people.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';

const STATUS = /^\d{3}(?:-|(?= ))/;
const ENHANCED = /^[245]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?= |$)/;
/** What a refusal says after its codes is for people. */
const REFUSED = /^[45]\d\d(?:[ -][45]\.\d{1,3}\.\d{1,3}(?= |$))?[ -]/;
const HELLOS: ReadonlySet<string> = new Set(['EHLO', 'LHLO']);
/** A keyword and its parameters (RFC 5321 §4.1.1.1, ehlo-line). */
const ABLE = /^250[ -]([A-Z0-9][A-Z0-9-]*)(?=[ =]|$)/;
/** A code, and a space or a hyphen. */
const HEAD = 4;

/** `trigger`: the verb it answers. */
export function answerSpans(line: Octets, trigger = ''): readonly Span[] {
  const status = STATUS.exec(line)?.[0];
  if (status === undefined) return [];
  const spans: Span[] = [{ from: 0, to: status.length, role: 'status' }];
  const enhanced = ENHANCED.exec(line)?.[1];
  if (enhanced !== undefined) spans.push({ from: HEAD, to: HEAD + enhanced.length, role: 'enhanced-code' });
  const from = REFUSED.exec(line)?.[0].length ?? line.length;
  if (from < line.length) spans.push({ from, to: line.length, role: 'prose' });
  return HELLOS.has(trigger) ? [...spans, ...ableSpans(line)] : spans;
}
function ableSpans(line: Octets): readonly Span[] {
  const name = ABLE.exec(line)?.[1];
  if (name === undefined) return [];
  const end = HEAD + name.length;
  const parameters = Array.from(line.slice(end).matchAll(/[^ ]+/g), ({ 0: word, index }) => ({
    from: end + index,
    to: end + index + word.length,
    role: 'extension-parameter',
  }));
  return [{ from: HEAD, to: end, role: 'keyword' }, ...parameters];
}
