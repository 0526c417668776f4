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
  let [name, value, at] = ['', '', 0];
  let named = false;
  const finish = (): void => {
    pieces.push({ name: trimmed(name), value: trimmed(value) });
    [name, value, named] = ['', '', false];
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ';') finish();
    else if (char === '=' && !named && pieces.length > 0) named = true;
    else if (char === '"' && named && trimmed(value) === '') {
      const end = quotedEnd(text, at + 1);
      pieces.push({ name: trimmed(name), value: unescaped(text.slice(at + 1, end)) });
      [name, value, named] = ['', '', false];
      at = afterQuoted(text, end + 1);
      continue;
    } else if (char === '(' && startsComment(text, at)) {
      at = commentEnd(text, at + 1) + 1;
      continue;
    } else if (named) value += char;
    else name += char;
    at++;
  }
  if (trimmed(name) !== '' || named || pieces.length === 0) finish();
  return pieces;
}

/** What follows a quoted string up to the next semicolon says nothing. */
function afterQuoted(text: Octets, from: number): number {
  const semicolon = text.indexOf(';', from);
  return semicolon < 0 ? text.length : semicolon + 1;
}
/** In `report(1).pdf` there is none: that name should have been quoted, and people mean what they write. */
const startsComment = (text: Octets, at: number): boolean =>
  at === 0 || /[ \t\r\n;=/]/.test(text.charAt(at - 1));
