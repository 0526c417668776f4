// The words of an address list (RFC 5322 §3.2, obsolete forms of §4.4 included).
import type { Octets } from '../base/octets.ts';

export interface Token {
  readonly kind: 'text' | 'quoted' | 'comment' | 'literal' | 'special';
  /** Without the quotes, the brackets of a comment and the backslashes. */
  readonly text: Octets;
  /** Whether white space or a comment stands before it. */
  readonly spaced: boolean;
}

const ENDS_TEXT = /[\s()<>[\]:;@,"]/g;

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
  if (first === '"') return ['quoted', ...upTo(text, at + 1, '"')];
  if (first === '(') return ['comment', ...comment(text, at + 1)];
  if (first === '[') {
    const close = text.indexOf(']', at);
    const end = close < 0 ? text.length : close + 1;
    return ['literal', text.slice(at, end).replace(/\s/g, ''), end];
  }
  ENDS_TEXT.lastIndex = at;
  const stop = ENDS_TEXT.exec(text)?.index ?? text.length;
  return stop > at ? ['text', text.slice(at, stop), stop] : ['special', first, at + 1];
}

function upTo(text: Octets, from: number, close: string): readonly [Octets, number] {
  let at = from;
  while (at < text.length && text[at] !== close) at += text[at] === '\\' ? 2 : 1;
  return [unescaped(text.slice(from, at)), at + 1];
}
/** Comments nest (§3.2.2). */
function comment(text: Octets, from: number): readonly [Octets, number] {
  let [at, depth] = [from, 1];
  for (; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) break;
  }
  return [unescaped(text.slice(from, at)), at + 1];
}
export const unescaped = (text: Octets): Octets =>
  text.includes('\\') ? text.replace(/\\([\s\S])/g, '$1') : text;
