// The small change of the lessons' schema.
import {
  custom,
  integer,
  lazy,
  maxLength,
  minLength,
  minValue,
  number,
  pipe,
  regex,
  string,
  type GenericSchema,
} from 'valibot';

/** In characters: it is read as Markdown, whose marks may be nested. */
const LONGEST_WORDS = 2000;
export const words = pipe(
  string(),
  minLength(1, 'must not be empty'),
  maxLength(LONGEST_WORDS, `must not have more than ${LONGEST_WORDS} characters`),
  custom<string>((text) => !/!\[[^\]]*\]/.test(String(text)), 'must not show a picture'),
);
export const slug = pipe(string(), regex(/^[a-z][a-z0-9-]*$/, 'must be a slug: a-z, 0-9 and -'));
export const rfc = pipe(string(), regex(/^\d{3,5}(?:#[\w.]+)?$/, 'must be an RFC and its section: 1939#7'));
export const whole = pipe(number(), integer(), minValue(0));
export const pattern = pipe(
  string(),
  minLength(1),
  custom<string>(isPattern, 'must be a regular expression'),
);
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
/** What a thing told apart by its key may be: for whoever writes the schema down. */
export const alternatives = new WeakMap<object, readonly GenericSchema[]>();
