import type { Octets } from '../../../../src/core/base/octets.ts';
import { no, refuse, token, type Cursor, type Grammar, type No } from '../../../../src/core/spec/grammar.ts';

// eslint-disable-next-line no-control-regex -- RFC 9051 names them: no atom has one
const ATOM = /[^(){ %*"\\\]\x00-\x1f\x7f]+/y;
const QUOTED = /"((?:[^"\\\r\n]|\\["\\])*)"/y;
const LITERAL = /\{(\d+)\+?\}\r\n/y;
const found = (c: Cursor, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = c.at;
  return pattern.exec(c.text);
};
/** The octets stand where they were sent; the framing has counted them already. */
function literal(c: Cursor): Octets | No {
  const head = found(c, LITERAL);
  if (!head) return no;
  const from = c.at + head[0].length;
  c.at = from + Number(head[1]);
  c.spans?.push(
    { from: from - head[0].length, to: from, role: 'literal size' },
    { from, to: c.at, role: 'literal' },
  );
  return c.text.slice(from, c.at);
}
export const literalString: Grammar<Octets> = {
  usage: '{octets}',
  arguments: [],
  read: (c) => {
    const v = literal(c);
    return v === no ? refuse(c, 'a literal') : v;
  },
};
export const astring = (name: string): Grammar<Octets> => ({
  usage: `<${name}>`,
  arguments: [{ name, usage: `<${name}>`, secret: false }],
  read(c) {
    const first = c.text[c.at];
    if (first === '{') {
      const v = literal(c);
      return v === no ? refuse(c, name) : v;
    }
    const hit = found(c, first === '"' ? QUOTED : ATOM);
    if (!hit) return refuse(c, name);
    c.spans?.push({ from: c.at, to: c.at + hit[0].length, role: name });
    c.at += hit[0].length;
    return first === '"' ? (hit[1] ?? '').replace(/\\(.)/g, '$1') : hit[0];
  },
});

/** Ranges of numbers; 0 stands for `*`. */
export type NumberSet = readonly (readonly [number, number])[];
export const sequenceSet: Grammar<NumberSet> = token(
  'sequence-set',
  /(?:\d+|\*)(?::(?:\d+|\*))?(?:,(?:\d+|\*)(?::(?:\d+|\*))?)*/,
  (text) =>
    text.split(',').map((part) => {
      const [a = '', b = a] = part.split(':');
      return [a === '*' ? 0 : Number(a), b === '*' ? 0 : Number(b)] as const;
    }),
);
/** The set as ascending [from, to] with `*` made a number. */
export const ranges = (set: NumberSet, star: number): readonly (readonly [number, number])[] =>
  set.map(([a, b]) => {
    const [x, y] = [a || star, b || star];
    return x <= y ? ([x, y] as const) : ([y, x] as const);
  });
export const within = (set: readonly (readonly [number, number])[], n: number): boolean =>
  set.some(([a, b]) => a <= n && n <= b);

export const flags: Grammar<readonly string[]> = token(
  'flags',
  /\((?:\\?[^(){ %*"\\\]]+(?: \\?[^(){ %*"\\\]]+)*)?\)/,
  (t) => (t === '()' ? [] : t.slice(1, -1).split(' ')),
);
