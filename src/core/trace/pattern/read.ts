// A lesson's regular expression, read: what it is made of. The grammar is ECMAScript's without what needs memory to match: references
// back to a group, and looking behind.

/** One character that fits. */
export interface Atom {
  readonly kind: 'atom';
  readonly source: string;
}
export type Node =
  | Atom
  | { readonly kind: 'row'; readonly parts: readonly Node[] }
  | { readonly kind: 'either'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'repeat';
      readonly what: Node;
      readonly least: number;
      /** Infinity: without end. */
      readonly most: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'edge'; readonly is: Edge }
  | { readonly kind: 'look'; readonly what: Node; readonly not: boolean }
  /** From 1 on, by its opening bracket. */
  | { readonly kind: 'group'; readonly what: Node; readonly number: number };
export type Edge = '^' | '$' | '\\b' | '\\B';

/** Undefined: it has something that is not in this grammar. `source`: the language itself takes it. */
export function readPattern(source: string): Node | undefined {
  const cursor: Cursor = { source, at: 0, groups: 0, strange: false };
  const node = either(cursor);
  return cursor.strange || cursor.at < source.length ? undefined : node;
}
interface Cursor {
  readonly source: string;
  at: number;
  groups: number;
  strange: boolean;
}
function take(c: Cursor, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = c.at;
  const found = sticky.exec(c.source);
  if (found) c.at += found[0].length;
  return found;
}
function either(c: Cursor): Node {
  const parts = [row(c)];
  while (!c.strange && take(c, /\|/y)) parts.push(row(c));
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : { kind: 'either', parts };
}
function row(c: Cursor): Node {
  const parts: Node[] = [];
  while (!c.strange && c.at < c.source.length && c.source[c.at] !== '|' && c.source[c.at] !== ')')
    parts.push(repeated(c, one(c)));
  return { kind: 'row', parts };
}
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/y;
function repeated(c: Cursor, what: Node): Node {
  const [times, sign, least = '', more, most = '', lazy = ''] = take(c, TIMES) ?? [];
  if (times === undefined) return what;
  const [from, to] =
    sign === '*'
      ? [0, Infinity]
      : sign === '+'
        ? [1, Infinity]
        : sign === '?'
          ? [0, 1]
          : [Number(least), more === undefined ? Number(least) : most === '' ? Infinity : Number(most)];
  return { kind: 'repeat', what, least: from, most: to, lazy: lazy !== '' };
}
const EDGES: readonly Edge[] = ['^', '$', '\\b', '\\B'];
const OPEN = /\((?:\?([:=!]))?/y;
/** References by number and by name, octets in octal, half a control character. */
const STRANGE = /\\(?:[1-9k]|0\d|c(?![A-Za-z]))|\(\?/y;
const ATOM = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|c[A-Za-z]|[^])|\[(?:\\[^]|[^\]\\])*\]|[^]/y;
function one(c: Cursor): Node {
  const edge = EDGES.find((is) => c.source.startsWith(is, c.at));
  if (edge) {
    c.at += edge.length;
    return { kind: 'edge', is: edge };
  }
  const before = c.at;
  const open = take(c, OPEN);
  if (open && c.source[c.at] !== '?') return bracketed(c, open[1]);
  c.at = before;
  if (take(c, STRANGE)) c.strange = true;
  return { kind: 'atom', source: take(c, ATOM)?.[0] ?? '' };
}
function bracketed(c: Cursor, sign: string | undefined): Node {
  const number = sign === undefined ? ++c.groups : 0;
  const what = either(c);
  if (!take(c, /\)/y)) c.strange = true;
  if (sign === ':') return what;
  return sign === undefined ? { kind: 'group', what, number } : { kind: 'look', what, not: sign === '!' };
}
