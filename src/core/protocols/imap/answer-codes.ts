// What stands in the brackets of a status response (RFC 9051 §7.1): the code's name, and what each of its arguments is.
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';

/** By the code's name, its arguments in order; the last stands for all that follow. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  APPENDUID: ['uid-validity', 'uid'],
  BADCHARSET: ['charset'],
  CAPABILITY: ['capability'],
  COPYUID: ['uid-validity', 'source-uid', 'uid'],
  HIGHESTMODSEQ: ['modseq'],
  MAILBOXID: ['id'],
  MODIFIED: ['message'],
  PERMANENTFLAGS: ['flag'],
  UIDNEXT: ['uid'],
  UIDVALIDITY: ['uid-validity'],
  UNSEEN: ['message'],
};
const WORD = /"(?:[^"\\]|\\.)*"|[^ ()[\]]+/g;

/** The code of a line, which stands from `from` to `to` with its brackets. */
export function codeSpans(line: Octets, { from, to }: Pick<Span, 'from' | 'to'>): readonly Span[] {
  const spans: Span[] = [{ from, to, role: 'code', rfc: '9051#7.1' }];
  let roles: readonly string[] | undefined;
  let nth = 0;
  for (const { 0: word, index } of line.slice(from, to).matchAll(WORD)) {
    const at = from + index;
    if (roles) {
      spans.push({ from: at, to: at + word.length, role: roles[Math.min(nth, roles.length - 1)] ?? 'value' });
      nth++;
    } else {
      const name = word.toUpperCase();
      roles = Object.hasOwn(ARGUMENTS, name) ? (ARGUMENTS[name] ?? []) : [];
    }
  }
  return spans;
}
