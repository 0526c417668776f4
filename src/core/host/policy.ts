// What a host's administrator has decided: the knobs a scene or a learner may turn, each declared once.
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
const choice = <const T extends string>(usual: T, others: readonly T[], rfc: Rfc): Knob<T> => {
  const all = [usual, ...others];
  return {
    fits: (value): value is T => all.some((it) => it === value),
    expected: all.map((it) => `'${it}'`).join(' or '),
    usual,
    rfc,
  };
};

/** SASL mechanisms a host may offer, the strongest first. */
const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5', 'OAUTHBEARER', 'PLAIN', 'LOGIN'] as const;
type MechanismName = (typeof MECHANISMS)[number];
const some = <const T extends string>(all: readonly T[], rfc: Rfc): Knob<readonly T[]> => ({
  fits: (value): value is readonly T[] =>
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((it) => all.some((name) => name === it)),
  expected: `some of ${all.join(', ')}`,
  usual: all,
  rfc,
});

export const KNOBS = {
  /** `required`: no password crosses a connection without TLS. */
  tls: choice<'required' | 'optional'>('required', ['optional'], '8314#4.1'),
  /** Where `tls` is required, what may log in before it: nothing, or what proves a password without sending it. */
  clearLogin: choice<'none' | 'proofs'>('none', ['proofs'], '4954#4'),
  /** SASL mechanisms that are offered, in the order in which they are listed. */
  mechanisms: some<MechanismName>(MECHANISMS, '4422#6.1.2'),
  /** A bare LF at the end of a command: no line end at all, or good enough. */
  commandLf: choice<'reject' | 'accept'>('reject', ['accept'], '5321#2.3.8'),
};
type Knobs = typeof KNOBS;
type ValueOf<K> = K extends Knob<infer T> ? T : never;
export type Policy = { readonly [K in keyof Knobs]: ValueOf<Knobs[K]> };

/** A host about which nothing was decided. */
export const usual: Policy = {
  tls: KNOBS.tls.usual,
  clearLogin: KNOBS.clearLogin.usual,
  mechanisms: KNOBS.mechanisms.usual,
  commandLf: KNOBS.commandLf.usual,
};

/** Is this a knob, and one of its values? */
export const isSetting = (name: string, value: unknown): boolean =>
  Object.entries(KNOBS).some(([knob, { fits }]) => knob === name && fits(value));
