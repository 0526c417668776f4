// Small guards for values from outside: each says whether a value is a T, and if not, where and what it should have been.

/** `path` as one would write it in code: `hosts[0].addresses[1]`; '' is the value itself. */
export interface Problem {
  readonly path: string;
  readonly expected: string;
}
export type Guard<T> = (value: unknown, path: string, problems: Problem[]) => value is T;

const complain = (problems: Problem[], path: string, expected: string): false => {
  problems.push({ path, expected });
  return false;
};
const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

export const text =
  (expected: string, fits: (value: string) => boolean = () => true): Guard<string> =>
  (value, path, problems): value is string =>
    (typeof value === 'string' && fits(value)) || complain(problems, path, expected);

export const whole =
  (from: number, to: number): Guard<number> =>
  (value, path, problems): value is number =>
    (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to) ||
    complain(problems, path, `a whole number from ${from} to ${to}`);

export const flag: Guard<boolean> = (value, path, problems): value is boolean =>
  typeof value === 'boolean' || complain(problems, path, 'true or false');

export const oneOf =
  <T extends string>(...words: readonly T[]): Guard<T> =>
  (value, path, problems): value is T =>
    words.some((word) => word === value) ||
    complain(problems, path, words.map((word) => `'${word}'`).join(' or '));

export const list =
  <T>(each: Guard<T>, expected = 'a list'): Guard<readonly T[]> =>
  (value, path, problems): value is readonly T[] =>
    Array.isArray(value)
      ? value.map((item: unknown, i) => each(item, `${path}[${i}]`, problems)).every(Boolean)
      : complain(problems, path, expected);

export const pair =
  <T>(each: Guard<T>): Guard<readonly [T, T]> =>
  (value, path, problems): value is readonly [T, T] =>
    Array.isArray(value) && value.length === 2
      ? value.map((item: unknown, i) => each(item, `${path}[${i}]`, problems)).every(Boolean)
      : complain(problems, path, 'a list of two');

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any keys, each with the same kind of value. */
export const record =
  <T>(each: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value, path, problems): value is Readonly<Record<string, T>> =>
    isObject(value)
      ? Object.entries(value)
          .map(([key, item]) => each(item, inside(path, key), problems))
          .every(Boolean)
      : complain(problems, path, 'an object');

/** Null, or this. */
export const orNull =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value, path, problems): value is T | null =>
    value === null || guard(value, path, problems);
/** May be left out. */
export const maybe =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value, path, problems): value is T | undefined =>
    value === undefined || guard(value, path, problems);

/** Exactly these keys. */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value, path, problems): value is T => {
    if (!isObject(value)) return complain(problems, path, 'an object');
    const given = new Map<string, unknown>(Object.entries(value));
    const wanted = Object.entries<Guard<unknown>>(fields);
    const known = wanted.map(([key, guard]) => guard(given.get(key), inside(path, key), problems));
    const stray = [...given.keys()].filter((key) => !wanted.some(([name]) => name === key));
    for (const key of stray) complain(problems, inside(path, key), 'nothing: there is no such field');
    return stray.length === 0 && known.every(Boolean);
  };

/** The first guard where `first` says so, else the second. */
export const either =
  <A, B>(first: (value: unknown) => boolean, a: Guard<A>, b: Guard<B>): Guard<A | B> =>
  (value, path, problems): value is A | B =>
    first(value) ? a(value, path, problems) : b(value, path, problems);
