// Comments and quoted strings of header fields (RFC 5322 §3.2).
import type { Octets } from '../base/octets.ts';

/** Where the quoted string that began before `from` has its closing quote, or the end. */
export function quotedEnd(text: Octets, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}
/** Where the comment that began before `from` has its closing bracket, or the end. Comments nest (§3.2.2). */
export function commentEnd(text: Octets, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
/** A space for each comment; brackets inside quoted strings are text. */
export function withoutComments(text: Octets): Octets {
  if (!text.includes('(')) return text;
  let [out, at] = ['', 0];
  while (at < text.length) {
    const char = text.charAt(at);
    const end = char === '"' ? quotedEnd(text, at + 1) : char === '(' ? commentEnd(text, at + 1) : at;
    out += char === '(' ? ' ' : text.slice(at, end + 1);
    at = end + 1;
  }
  return out;
}
export const unescaped = (text: Octets): Octets =>
  text.includes('\\') ? text.replace(/\\([\s\S])/g, '$1') : text;
