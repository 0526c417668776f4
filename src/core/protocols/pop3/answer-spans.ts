// What each octet of a server's line is: the status indicator (RFC 1939 §3), a response code (RFC 2449 §8), words for people.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';

/** `+` alone asks for a response (RFC 5034 §4). */
const ANSWER = /^(\+OK|-ERR|\+)(?: (\[[^\]]*\]))?/d;

export function answerSpans(line: Octets): readonly Span[] {
  const found = ANSWER.exec(line);
  const [, status, code] = found?.indices ?? [];
  if (!found || !status) return [];
  const spans: Span[] = [{ from: status[0], to: status[1], role: 'status' }];
  if (code) spans.push({ from: code[0], to: code[1], role: 'code' });
  const from = found[0].length + 1;
  // what a refusal says is for people
  if (found[1] === '-ERR' && from < line.length) spans.push({ from, to: line.length, role: 'prose' });
  return spans;
}
