// What a knob of a host may be.
import type { Rfc } from '../base/ids.ts';

/** One decision. */
export interface Knob<T> {
  /** Is this a value it may have? */
  readonly fits: (value: unknown) => value is T;
  /** What it may be, in words. */
  readonly expected: string;
  /** What it is unless somebody says otherwise. */
  readonly usual: T;
  readonly rfc: Rfc;
}
export const choice = <const T extends string>(usual: T, others: readonly T[], rfc: Rfc): Knob<T> => {
  const all = [usual, ...others];
  return {
    fits: (value): value is T => all.some((it) => it === value),
    expected: all.map((it) => `'${it}'`).join(' or '),
    usual,
    rfc,
  };
};
export const flag = (usual: boolean, rfc: Rfc): Knob<boolean> => ({
  fits: (value): value is boolean => typeof value === 'boolean',
  expected: 'true or false',
  usual,
  rfc,
});
export const amount = (usual: number, from: number, to: number, rfc: Rfc): Knob<number> => ({
  fits: (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
  expected: `a whole number from ${from} to ${to}`,
  usual,
  rfc,
});
/** Some of these, in an order. */
export const some = <const T extends string>(all: readonly T[], rfc: Rfc): Knob<readonly T[]> => ({
  fits: (value): value is readonly T[] =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((it) => all.some((name) => name === it)),
  expected: `some of ${all.join(', ')}`,
  usual: all,
  rfc,
});
/** Short texts: names of extensions, domains, words to look for. */
export const texts = (rfc: Rfc): Knob<readonly string[]> => ({
  fits: (value): value is readonly string[] =>
    Array.isArray(value) && value.every((it) => typeof it === 'string' && it !== '' && it.length <= 255),
  expected: 'a list of texts',
  usual: [],
  rfc,
});
