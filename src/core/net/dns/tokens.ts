// The words of one line of a zone file (RFC 1035 §5.1): quotes, escapes, comments.
import { utf8, type Octets } from '../../base/octets.ts';

export interface Token {
  /** Escapes undone. */
  readonly text: Octets;
  readonly quoted: boolean;
  /** Of its first character, from 1. */
  readonly column: number;
}
/** Where a line cannot be read on, and what should stand there. */
export interface Misread {
  readonly column: number;
  readonly expected: string;
}
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly misread: Misread | undefined;
}
const QUOTED = /"((?:[^"\\]|\\[^])*)"/y;
const BARE = /(?:[^\s";()\\]|\\[^])+/y;
const ESCAPE = /\\(\d{3}|[^])/gu;
const unescaped = (text: string): Octets =>
  text
    .split(ESCAPE)
    .map((part, i) =>
      i % 2 === 1 && part.length === 3 ? String.fromCharCode(Number(part) & 255) : utf8(part),
    )
    .join('');

export function tokensOf(line: string): Tokens {
  const tokens: Token[] = [];
  const misread = (expected: string): Tokens => ({ tokens, misread: { column: at + 1, expected } });
  let at = 0;
  while (at < line.length) {
    const c = line.charAt(at);
    if (/\s/.test(c)) {
      at++;
      continue;
    }
    if (c === ';') break;
    if (c === '(' || c === ')') return misread('a record on one line, without parentheses');
    const quoted = c === '"';
    const pattern = quoted ? QUOTED : BARE;
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (!found) return misread(quoted ? 'a second " that ends the text' : 'a character after \\');
    tokens.push({ text: unescaped(quoted ? (found[1] ?? '') : found[0]), quoted, column: at + 1 });
    at += found[0].length;
  }
  return { tokens, misread: undefined };
}
