// A server's line, cut into its tokens (RFC 9051 §4).
import type { Octets } from '../../base/octets.ts';
import type { Span } from '../../wire/span.ts';

export interface Token {
  readonly text: Octets;
  readonly from: number;
  readonly to: number;
}
/** A string, what announces a literal, a parenthesis, an item that names a section, anything else. */
const TOKEN = /"(?:[^"\\]|\\.)*"|~?\{\d+\}$|[()]|[A-Za-z0-9.]+\[[^\]]*\](?:<\d+>)?|[^ ()]+/g;

export const tokensOf = (line: Octets, at: number): readonly Token[] =>
  Array.from(line.slice(at).matchAll(TOKEN), ({ 0: text, index }) => ({
    text,
    from: at + index,
    to: at + index + text.length,
  }));
/** Its role, unless it announces a literal. */
export const spanOf = ({ text, from, to }: Token, role: string): Span => ({
  from,
  to,
  role: /^~?\{/.test(text) ? 'literal size' : role,
});
