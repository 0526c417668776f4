// Header fields where they stand in a stored message (RFC 5322 §2.2). Lenient: LF ends a line too.
import type { Octets } from '../base/octets.ts';
import { nextLine, type Range } from './range.ts';

export interface Field extends Range {
  /** In lower case. */
  readonly name: Octets;
  /** Where the field's body begins, just after the colon. */
  readonly body: number;
}
export interface Header extends Range {
  readonly fields: readonly Field[];
  /** Whether the empty line is there; it belongs to the header (RFC 9051 §6.4.5.1). */
  readonly blank: boolean;
}

const SPACE = 32;
const TAB = 9;
const isSpace = (code: number): boolean => code === SPACE || code === TAB;

/**
 * The header that begins at `start`. It ends after its first empty line, or before the first line that can be no
 * field: a letter whose empty line was forgotten still has a text.
 */
export function headerOf(octets: Octets, start = 0, limit = octets.length): Header {
  const fields: Field[] = [];
  let at = start;
  while (at < limit) {
    const next = nextLine(octets, at, limit);
    if (isEmptyLine(octets, at, next)) return { start, end: next, fields, blank: true };
    const colon = colonOf(octets, at, next);
    if (colon < 0 && !isMboxLine(octets, at)) break;
    const end = folded(octets, next, limit);
    if (colon >= 0) fields.push({ name: nameOf(octets, at, colon), start: at, body: colon + 1, end });
    at = end;
  }
  return { start, end: at, fields, blank: false };
}

/** The first field of this name in the header that begins a letter: what comes after it is not read. `name` in lower case. */
export function firstField(octets: Octets, name: string): Field | undefined {
  for (let at = 0; at < octets.length;) {
    const next = nextLine(octets, at, octets.length);
    if (isEmptyLine(octets, at, next)) return undefined;
    const colon = colonOf(octets, at, next);
    if (colon < 0 && !isMboxLine(octets, at)) return undefined;
    const end = folded(octets, next, octets.length);
    if (colon - at >= name.length && mayBe(octets, at, name) && nameOf(octets, at, colon) === name)
      return { name, start: at, body: colon + 1, end };
    at = end;
  }
  return undefined;
}

/** Most fields are told from another by their first letter. */
const mayBe = (octets: Octets, at: number, name: string): boolean =>
  (octets.charCodeAt(at) | 32) === (name.charCodeAt(0) | 32);
const isEmptyLine = (octets: Octets, at: number, next: number): boolean =>
  next - at <= 2 &&
  (octets[at] === '\n' || (octets[at] === '\r' && octets[at + 1] === '\n' && next === at + 2));

/** Past the lines that continue this one (§2.2.3). */
function folded(octets: Octets, from: number, limit: number): number {
  let at = from;
  while (at < limit && isSpace(octets.charCodeAt(at))) at = nextLine(octets, at, limit);
  return at;
}
/** Where the name's colon is; -1: this line begins no field. A space before the colon is obsolete (§4.5.8). */
function colonOf(octets: Octets, at: number, next: number): number {
  let i = at;
  while (i < next && isNameOctet(octets.charCodeAt(i))) i++;
  if (i === at) return -1;
  while (i < next && isSpace(octets.charCodeAt(i))) i++;
  return i < next && octets[i] === ':' ? i : -1;
}
const isNameOctet = (code: number): boolean => code > SPACE && code !== 58 && code !== 127;

const isMboxLine = (octets: Octets, at: number): boolean =>
  octets.startsWith('From ', at) || octets.startsWith('>From ', at);

const nameOf = (octets: Octets, at: number, colon: number): Octets =>
  trimmed(octets.slice(at, colon)).toLowerCase();

/** The first of this name. */
export const fieldOf = (header: Header, name: string): Field | undefined =>
  header.fields.find((field) => field.name === name);

/** A field's body, unfolded, without the space around it (§2.2.3). Its octets are as they came. */
export function unfolded(octets: Octets, { body, end }: Field): Octets {
  const lf = octets[end - 1] === '\n' ? end - 1 : end;
  const text = octets.slice(body, lf > body && octets[lf - 1] === '\r' && lf < end ? lf - 1 : lf);
  return trimmed(text.includes('\n') ? text.replace(/\r?\n/g, '') : text);
}

/** Without spaces and tabs at both ends. `trim` would also take the octet A0, which ends an `à`. */
export function trimmed(text: Octets): Octets {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
