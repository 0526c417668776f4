// What a knob of a host may be.
import type { Rfc } from '../base/ids.ts';

/** What kind of decision it is, for whoever offers it. */
export type Form =
  | { readonly kind: 'choice' | 'some'; readonly values: readonly string[] }
  | { readonly kind: 'flag' | 'texts' }
  | { readonly kind: 'amount'; readonly from: number; readonly to: number };
/** One decision. */
export interface Knob<T> {
  readonly form: Form;
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
    form: { kind: 'choice', values: all },
    fits: (value): value is T => all.some((it) => it === value),
    expected: all.map((it) => `'${it}'`).join(' or '),
    usual,
    rfc,
  };
};
export const flag = (usual: boolean, rfc: Rfc): Knob<boolean> => ({
  form: { kind: 'flag' },
  fits: (value): value is boolean => typeof value === 'boolean',
  expected: 'true or false',
  usual,
  rfc,
});
export const amount = (usual: number, from: number, to: number, rfc: Rfc): Knob<number> => ({
  form: { kind: 'amount', from, to },
  fits: (value): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
  expected: `a whole number from ${from} to ${to}`,
  usual,
  rfc,
});
/** Some of these, in an order. */
export const some = <const T extends string>(
  all: readonly T[],
  rfc: Rfc,
  usual: readonly T[] = all,
): Knob<readonly T[]> => ({
  form: { kind: 'some', values: all },
  fits: (value): value is readonly T[] =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((it) => all.some((name) => name === it)),
  expected: `some of ${all.join(', ')}`,
  usual,
  rfc,
});
/** Texts that are all written in this way. */
export const written = (pattern: RegExp, expected: string, rfc: Rfc): Knob<readonly string[]> => ({
  form: { kind: 'texts' },
  fits: (value): value is readonly string[] =>
    Array.isArray(value) &&
    value.every((it) => typeof it === 'string' && it.length <= 512 && pattern.test(it)),
  expected,
  usual: [],
  rfc,
});
/** Short texts: names of extensions, domains, words to look for. */
export const texts = (rfc: Rfc): Knob<readonly string[]> => ({
  form: { kind: 'texts' },
  fits: (value): value is readonly string[] =>
    Array.isArray(value) && value.every((it) => typeof it === 'string' && it !== '' && it.length <= 255),
  expected: 'a list of texts',
  usual: [],
  rfc,
});
