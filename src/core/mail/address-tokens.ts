// The words of an address list (RFC 5322 §3.2, obsolete forms of §4.4 included).
import type { Octets } from '../base/octets.ts';
import { commentEnd, quotedEnd, unescaped } from './comment.ts';

export interface Token {
  readonly kind: 'text' | 'quoted' | 'comment' | 'literal' | 'special';
  /** Without the quotes, the brackets of a comment and the backslashes. */
  readonly text: Octets;
  /** Whether white space or a comment stands before it. */
  readonly spaced: boolean;
}

const ENDS_TEXT = ' \t\r\n()<>[]:;@,"';
const endsText = Array.from({ length: 256 }, (_, code) => ENDS_TEXT.includes(String.fromCharCode(code)));

/** Never fails: what is left open ends with the text. */
export function addressTokens(text: Octets): readonly Token[] {
  const tokens: Token[] = [];
  let [at, spaced] = [0, false];
  while (at < text.length) {
    const first = text.charAt(at);
    if (first === ' ' || first === '\t' || first === '\r' || first === '\n') {
      at++;
      spaced = true;
      continue;
    }
    const [kind, inner, end] = tokenAt(text, at, first);
    tokens.push({ kind, text: inner, spaced });
    spaced = kind === 'comment';
    at = end;
  }
  return tokens;
}

function tokenAt(text: Octets, at: number, first: string): readonly [Token['kind'], Octets, number] {
  if (first === '"' || first === '(') {
    const end = first === '"' ? quotedEnd(text, at + 1) : commentEnd(text, at + 1);
    return [first === '"' ? 'quoted' : 'comment', unescaped(text.slice(at + 1, end)), end + 1];
  }
  if (first === '[') {
    const close = text.indexOf(']', at);
    const end = close < 0 ? text.length : close + 1;
    return ['literal', text.slice(at, end).replace(/[ \t\r\n]/g, ''), end];
  }
  let stop = at;
  while (stop < text.length && !endsText[text.charCodeAt(stop)]) stop++;
  return stop > at ? ['text', text.slice(at, stop), stop] : ['special', first, at + 1];
}
