// The small change of the lessons' schema.
import {
  custom,
  integer,
  lazy,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  rawCheck,
  record,
  regex,
  strictObject,
  string,
  type GenericSchema,
  type InferOutput,
  type ObjectEntries,
  type StrictObjectSchema,
} from 'valibot';
import { patternFault } from '../../core/trace/pattern/pattern.ts';
import { thereAre } from '../there-are.ts';

/** What a thing told apart by its key may be: for whoever writes the schema down. */
export const alternatives = new WeakMap<object, readonly GenericSchema[]>();

/** In characters: it is read as Markdown, whose marks may be nested. */
const LONGEST_WORDS = 2000;
export const words = pipe(
  string(),
  minLength(1, 'must not be empty'),
  maxLength(LONGEST_WORDS, `must not have more than ${LONGEST_WORDS} characters`),
  regex(/^(?![\s\S]*!\[[^\]]*\])/, 'must not show a picture'),
);
/** By it things are kept in records, which have a `constructor` of their own. */
export const slug = pipe(
  string(),
  regex(/^(?!constructor$)[a-z][a-z0-9-]*$/, 'must be a slug: a-z, 0-9 and -, but not constructor'),
);
export const rfc = pipe(string(), regex(/^\d{3,5}(?:#[\w.]+)?$/, 'must be an RFC and its section: 1939#7'));
const LARGEST = 1_000_000_000;
export const whole = pipe(
  number(),
  integer('must be a whole number'),
  minValue(0, 'must not be below 0'),
  maxValue(LARGEST, `must not be above ${LARGEST}`),
);
const LONGEST_PATTERN = 500;
export const pattern = pipe(
  string(),
  minLength(1, 'must not be empty'),
  maxLength(LONGEST_PATTERN, `must not have more than ${LONGEST_PATTERN} characters`),
  custom<string>(isPattern, 'must be a regular expression'),
  rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? patternFault(dataset.value) : undefined;
    if (message !== undefined) addIssue({ message });
  }),
);
const KEYS = 'must be keys and what they are';
/** To the library a list is a block, too: one with numbers for keys. */
function noList<T>(schema: GenericSchema<unknown, T>): GenericSchema<unknown, T> {
  const list = custom<T>(() => false, KEYS);
  const either = lazy((input): GenericSchema<unknown, T> => (Array.isArray(input) ? list : schema));
  alternatives.set(either, [schema]);
  return either;
}
/** Keys that are all known. */
export const block = <const T extends ObjectEntries>(entries: T) =>
  noList<InferOutput<StrictObjectSchema<T, undefined>>>(
    strictObject(entries, ({ expected, path }) => {
      const key = path?.at(-1)?.key;
      if (expected === 'never')
        return `is no key of this block${thereAre(typeof key === 'string' ? key : '', Object.keys(entries))}`;
      return KEYS;
    }),
  );
/** Keys that are anybody's to choose. */
export const keyed = <T>(value: GenericSchema<unknown, T>) =>
  noList<Readonly<Record<string, T>>>(record(words, value));
/** Of a closed list. */
export const oneOf = <const T extends readonly string[]>(list: T) =>
  picklist(list, `must be one of ${list.join(', ')}`);
/** A text, or something else. */
export function textOr<T>(
  text: GenericSchema<unknown, T>,
  other: GenericSchema<unknown, T>,
): GenericSchema<unknown, T> {
  const schema = lazy((input): GenericSchema<unknown, T> => (typeof input === 'string' ? text : other));
  alternatives.set(schema, [text, other]);
  return schema;
}
function isPattern(source: unknown): boolean {
  try {
    return new RegExp(String(source)) instanceof RegExp;
  } catch {
    return false;
  }
}

/** One of several kinds of thing, told apart by a key that it has: what is wrong inside is then said of that kind alone. */
export function byKey<T>(
  kinds: Readonly<Record<string, GenericSchema<unknown, T>>>,
): GenericSchema<unknown, T> {
  const names = Object.keys(kinds);
  const unknown = custom<T>(() => false, `must be one of ${names.join(', ')}`);
  const schema = lazy((input): GenericSchema<unknown, T> => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    const name = names.find((it) => keys.includes(it));
    return (name === undefined ? undefined : kinds[name]) ?? unknown;
  });
  alternatives.set(schema, Object.values(kinds));
  return schema;
}
