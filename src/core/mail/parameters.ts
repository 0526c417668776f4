// `value; name=value` of Content-Type and Content-Disposition (RFC 2045 §5.1, 2183 §2). Lenient.
import type { Octets } from '../base/octets.ts';
import { trimmed } from './fields.ts';
import { commentEnd, quotedEnd, unescaped } from './comment.ts';

export interface Parameter {
  /** As written; compare without regard to case. */
  readonly name: Octets;
  readonly value: Octets;
}
export interface Parameterised {
  readonly value: Octets;
  readonly parameters: readonly Parameter[];
}

/** Of an unfolded field body. */
export function parameterised(text: Octets): Parameterised {
  const pieces = split(text);
  return {
    value: trimmed(pieces[0]?.name ?? ''),
    parameters: pieces.slice(1).filter(({ name }) => name !== ''),
  };
}

/** Pieces between semicolons, quoted strings and comments respected; a piece without `=` has an empty value. */
function split(text: Octets): readonly Parameter[] {
  const pieces: Parameter[] = [];
  let at = 0;
  while (at < text.length) {
    const name = bare(text, at, pieces.length > 0 ? ';=' : ';');
    const start = name.end + 1;
    if (text[name.end] !== '=') {
      if (name.text !== '' || pieces.length === 0) pieces.push({ name: name.text, value: '' });
      at = start;
      continue;
    }
    const quote = pastSpace(text, start);
    if (text[quote] === '"') {
      const end = quotedEnd(text, quote + 1);
      pieces.push({ name: name.text, value: unescaped(text.slice(quote + 1, end)) });
      const semicolon = text.indexOf(';', end + 1); // what stands before it says nothing
      at = semicolon < 0 ? text.length : semicolon + 1;
    } else {
      const value = bare(text, start, ';');
      pieces.push({ name: name.text, value: value.text });
      at = value.end + 1;
    }
  }
  return pieces;
}

/** Up to one of `ends`, without comments and the space around. */
function bare(text: Octets, from: number, ends: string): { readonly text: Octets; readonly end: number } {
  let [out, start, at] = ['', from, from];
  while (at < text.length && !ends.includes(text.charAt(at))) {
    if (text[at] === '(' && startsComment(text, at)) {
      out += text.slice(start, at);
      start = commentEnd(text, at + 1) + 1;
      at = start;
    } else at++;
  }
  return { text: trimmed(out + text.slice(start, at)), end: at };
}
function pastSpace(text: Octets, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}
/** In `report(1).pdf` there is none: that name should have been quoted, and people mean what they write. */
const startsComment = (text: Octets, at: number): boolean =>
  at === 0 || /[ \t\r\n;=/]/.test(text.charAt(at - 1));
