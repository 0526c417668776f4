// How a rule may end: the outcomes that it declares, and the choice among them. `protocol.ts` is made of these.
import type { Rfc } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Args, Fill } from '../wire/template.ts';

/** The shape of one protocol: what its parts are made of. */
export interface Shape {
  /** What each state remembers, by state. */
  readonly states: object;
  /** What outlives states: who you are, TLS, what was enabled. */
  readonly session: object;
  /** The machine it runs on. */
  readonly host: object;
  /** The payload of everything no client typed, by signal. */
  readonly signals: object;
  readonly effect: { readonly type: string };
  /** What happened to the host, for the trace. */
  readonly fact: { readonly type: string };
  /** Further declared facts of a command (IMAP: mayExpunge). */
  readonly traits: object;
}
export type StateName<P extends Shape> = keyof P['states'] & string;
export type SignalName<P extends Shape> = keyof P['signals'] & string;

/** One way a rule may end: where it leads, what is said, and in which case. */
export interface Outcome<P extends Shape> {
  /** A list means: one of these, and the move says which. */
  readonly to: StateName<P> | 'same' | 'closed' | readonly StateName<P>[];
  /** A template (wire/template.ts); absent: nothing is said. */
  readonly says?: string;
  readonly when: string;
  /** Of the rule's states, those in which it can end this way; absent: all. For readers: it draws no arrow elsewhere. */
  readonly from?: readonly StateName<P>[];
  readonly rfc?: Rfc;
  /** For readers: what it changes of what decides what may be said next, beside the state. */
  readonly makes?: Made<P>;
  /** Start TLS; do not take the announced literal. */
  readonly then?: 'secure' | 'refuse';
}
export interface Made<P extends Shape> {
  readonly session?: Partial<P['session']>;
  /** Of the state it leads to. */
  readonly data?: object;
}
export type Outcomes<P extends Shape> = Readonly<Record<string, Outcome<P>>>;

/** Where a session is: a state's name with that state's data. */
export type In<P extends Shape, F extends StateName<P>> = {
  [S in F]: { readonly name: S; readonly data: P['states'][S] };
}[F];
export type At<P extends Shape> = In<P, StateName<P>>;
/** The same, as far as a reader who thinks ahead can know it. */
export type Foreseen<P extends Shape, F extends StateName<P>> = {
  [S in F]: { readonly name: S; readonly data: Partial<P['states'][S]> };
}[F];

/** What a rule may change besides its state. */
export interface Patch<P extends Shape> {
  readonly host?: P['host'];
  readonly session?: Partial<P['session']>;
  /** Said before the outcome's own words. */
  readonly say?: readonly Octets[];
  readonly effects?: readonly P['effect'][];
  /** How this reply alone is written: as if the session were so. */
  readonly aloud?: Partial<P['session']>;
  readonly facts?: readonly P['fact'][];
}
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;
type State<P extends Shape, S extends StateName<P>> = {} extends P['states'][S]
  ? { readonly state?: P['states'][S] }
  : { readonly state: P['states'][S] };
/** From several states `same` wants the state named, or the data of one could be left in another. */
type Same<P extends Shape, F extends StateName<P>> =
  IsUnion<F> extends true ? { readonly at?: In<P, F> } : { readonly state?: P['states'][F] };
type Move<P extends Shape, F extends StateName<P>, O extends Outcome<P>> = Patch<P> &
  (O['to'] extends readonly (infer S extends StateName<P>)[]
    ? { readonly at: In<P, S> }
    : O['to'] extends 'same'
      ? Same<P, F>
      : O['to'] extends StateName<P>
        ? State<P, O['to']>
        : {});
type Words<O> = O extends { readonly says: infer T extends string } ? Fill<T> : {};
type Given_<A, M> = {} extends A
  ? {} extends M
    ? [move?: M]
    : [move: M]
  : {} extends M
    ? [args: A, move?: M]
    : [args: A, move: M];

export type Moved = Patch<Shape> & {
  readonly state?: unknown;
  readonly at?: { readonly name: string; readonly data: unknown };
};
/** A choice among declared outcomes; made only by a `take`. */
export interface Taken {
  readonly outcome: string;
  readonly args: Args;
  readonly move: Moved;
}
/** One function per declared outcome; nothing else can be returned. */
export type Take<P extends Shape, F extends StateName<P>, Os extends Outcomes<P>> = {
  readonly [K in keyof Os]: (...given: Given_<Words<Os[K]>, Move<P, F, Os[K]>>) => Taken;
};
