// Argument grammars: one value reads, shows its usage and (asked to) marks spans. Reading never throws; `no` = a problem was noted.
import type { Octets } from '../base/octets.ts';
import type { Rfc } from '../base/ids.ts';
import type { Span } from '../wire/span.ts';
import { fieldsRead } from './forget.ts';

export const no: unique symbol = Symbol('no');
export type No = typeof no;
export type ProblemKind = 'badSyntax' | 'badParameter';
/** Why a line could not be read. */
export interface Problem {
  /** Offset in the line. */
  readonly at: number;
  readonly expected: string;
  readonly as: ProblemKind;
  /** The name that stands there instead, of a parameter nobody knows. */
  readonly found?: Octets;
  /** Where it is written how it should be, where that is not with the command: of a parameter. */
  readonly rfc?: Rfc;
}
/** What a refusal may say of it. */
export const wordsOf = (verb: string, problem: Problem | undefined, hello = '') => ({
  verb,
  expected: problem?.expected ?? '',
  found: problem?.found ?? '',
  hello,
});
/** What extensions allow after the arguments of one command, here and now. */
export interface Offer {
  readonly name: string;
  readonly args: Grammar<unknown> | undefined;
}

/** Local to one reading: made, moved along, thrown away. `spans` is absent on the server's hot path and present for whoever wants colours. */
export interface Cursor {
  readonly text: Octets;
  at: number;
  problem: Problem | undefined;
  readonly spans: Span[] | undefined;
  /** Asked for only where a parameter stands. */
  readonly offers: Offers;
}
export type Offers = () => readonly Offer[];
const NO_OFFERS: Offers = () => [];
/** One argument as the usage line shows it. */
export interface Argument {
  /** The key of `Protocol.hints`, and the span's role. */
  readonly name: string;
  readonly usage: string;
  /** Never shown, never offered, never kept in a history: a password. */
  readonly secret: boolean;
}
/** Values by the name of the argument. */
export type Hints = Readonly<Record<string, readonly string[]>>;
/** What may stand at the caret. */
export interface Suggested {
  /** As much of a word as there is already. */
  readonly typed: Octets;
  readonly values: readonly Octets[];
  /** Those of them that are meant though they are written otherwise: they take the place of what is typed. */
  readonly meant?: readonly Octets[];
}
export interface Grammar<A> {
  /** As a manual writes it: `<name>`, `[parameters]`. */
  readonly usage: string;
  readonly arguments: readonly Argument[];
  readonly rfc?: Rfc;
  readonly read: (c: Cursor) => A | No;
}

export const cursor = (text: Octets, at: number, offers: Offers = NO_OFFERS, spans?: Span[]): Cursor => ({
  text,
  at,
  problem: undefined,
  spans,
  offers,
});
export const refuse = (c: Cursor, expected: string, as: ProblemKind = 'badSyntax'): No => {
  c.problem ??= { at: c.at, expected, as };
  return no;
};
const mark = (c: Cursor, from: number, role: string): void => {
  c.spans?.push({ from, to: c.at, role });
};

interface Options {
  readonly secret?: boolean;
  readonly rfc?: Rfc;
  /** In words, for the refusal: "a message number". Defaults to the usage. */
  readonly expected?: string;
}
const sticky = (pattern: RegExp): RegExp => new RegExp(pattern.source, `${pattern.flags}y`);
/** A token by pattern, named for the usage, the spans and the hints. Everything small is one of these. */
export function token<A>(
  name: string,
  pattern: RegExp,
  make: (found: string) => A | No,
  { secret = false, rfc, expected }: Options = {},
): Grammar<A> {
  const here = sticky(pattern);
  const usage = `<${name}>`;
  const wanted = expected ?? usage;
  return {
    usage,
    arguments: [{ name, usage, secret }],
    ...(rfc === undefined ? {} : { rfc }),
    read(c) {
      here.lastIndex = c.at;
      const found = here.exec(c.text);
      const value = found ? make(found[0]) : no;
      if (!found || value === no) return refuse(c, wanted);
      const from = c.at;
      c.at += found[0].length;
      mark(c, from, name);
      return value;
    },
  };
}
export const none: Grammar<null> = {
  usage: '',
  arguments: [],
  read: (c) => (c.at >= c.text.length ? null : refuse(c, 'nothing more')),
};
export const word = (name: string, options?: Options): Grammar<string> =>
  token(name, /[^ \r\n]+/, (s) => s, options);
export const number = (name: string, options?: Options): Grammar<number> =>
  token(name, /\d{1,15}/, Number, options);
export const keyword = (text: string): Grammar<null> => {
  const pattern = sticky(new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'));
  return {
    usage: text,
    arguments: [],
    read(c) {
      pattern.lastIndex = c.at;
      if (!pattern.test(c.text)) return refuse(c, text);
      const from = c.at;
      c.at += text.length;
      mark(c, from, 'keyword');
      return null;
    },
  };
};

export type Fields = Readonly<Record<string, Grammar<unknown>>>;
type ValueOf<G> = G extends Grammar<infer A> ? A : never;
/** What a sequence of fields reads: each field's own value. */
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
/** Fields in order, one space between; a field made by `optional` or `parameters` looks after its own space. Takes the whole line. */
export function seq<const F extends Fields>(fields: F): Grammar<Values<F>> {
  const entries = Object.entries(fields);
  return {
    usage: entries
      .map(([, g]) => g.usage)
      .join(' ')
      .trim(),
    arguments: entries.flatMap(([, g]) => g.arguments),
    read(c) {
      const out: Record<string, unknown> = {};
      let first = true;
      for (const [name, g] of entries) {
        if (!first && !(LEADS in g)) {
          if (c.text[c.at] !== ' ') return refuse(c, `a space, then ${g.usage}`);
          c.at++;
        }
        const value = g.read(c);
        if (value === no) return no;
        out[name] = value;
        first = false;
      }
      if (c.at < c.text.length) return refuse(c, 'nothing more');
      return fieldsRead<F>(out);
    },
  };
}
const LEADS: unique symbol = Symbol('looks after its own space');
interface Leading<A> extends Grammar<A> {
  readonly [LEADS]: true;
}
export const optional = <A>(g: Grammar<A>): Leading<A | undefined> => ({
  usage: `[${g.usage}]`,
  arguments: g.arguments.map((a) => ({ name: a.name, usage: `[${a.usage}]`, secret: a.secret })),
  [LEADS]: true,
  read(c) {
    if (c.at >= c.text.length) return undefined;
    if (c.text[c.at] === ' ') c.at++;
    return g.read(c);
  },
});
/** One argument and nothing after it. */
export const only = <A>(g: Grammar<A>): Grammar<A> => ({
  ...g,
  read(c) {
    const value = g.read(c);
    return value === no || c.at >= c.text.length ? value : refuse(c, 'nothing more');
  },
});

/** name=value pairs offered by extensions, by name. Plain data: an envelope keeps it. */
export type Given = Readonly<Record<string, unknown>>;
export const NO_PARAMETERS: Given = {};
const NAME = /[A-Za-z0-9-]+/y;
const SPACED = 'one space before each parameter';
export const parameters: Leading<Given> = {
  usage: '[parameters]',
  arguments: [{ name: 'parameters', usage: '[parameters]', secret: false }],
  [LEADS]: true,
  read(c) {
    if (c.at >= c.text.length) return NO_PARAMETERS;
    if (c.text[c.at] !== ' ') return refuse(c, c.offers().length === 0 ? 'nothing more' : SPACED);
    const given: Record<string, unknown> = {};
    while (c.text[c.at] === ' ') {
      c.at++;
      if (parameter(c, given) === no) return no;
    }
    return given;
  },
};
function parameter(c: Cursor, given: Record<string, unknown>): null | No {
  if (c.text[c.at] === ' ') return refuse(c, SPACED);
  NAME.lastIndex = c.at;
  const key = NAME.exec(c.text)?.[0].toUpperCase();
  const offer = c.offers().find((o) => o.name === key);
  if (key === undefined || !offer) return strange(c);
  const from = c.at;
  c.at += key.length;
  if (Object.hasOwn(given, key)) return refuse(c, `${key} only once`);
  const value = valueAfter(c, key, offer);
  if (value === no) {
    if (c.problem && offer.args?.rfc !== undefined) c.problem = { ...c.problem, rfc: offer.args.rfc };
    return no;
  }
  if (c.at < c.text.length && c.text[c.at] !== ' ')
    return refuse(c, offer.args ? `${key}=${offer.args.usage}` : `${key} without a value`);
  given[key] = value;
  mark(c, from, `parameter ${key}`);
  return null;
}
const LONGEST_NAME = 64;
/** A parameter that is not offered, by its name or, where it has none, by its word. */
function strange(c: Cursor): No {
  NAME.lastIndex = c.at;
  const name = NAME.exec(c.text)?.[0] ?? c.text.slice(c.at).replace(/ .*/s, '');
  const found = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 3)}...` : name;
  c.problem ??= { at: c.at, expected: offered(c), as: 'badParameter', found };
  return no;
}
function offered(c: Cursor): string {
  const names = c.offers().map((o) => o.name);
  return names.length === 0 ? 'no parameters' : `one of ${names.join(', ')}`;
}
function valueAfter(c: Cursor, key: string, { args }: Offer): unknown {
  if (args === undefined) return true;
  if (c.text[c.at] !== '=') return refuse(c, `${key}=${args.usage}`);
  c.at++;
  return args.read(c);
}
