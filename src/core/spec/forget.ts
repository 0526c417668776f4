// Every unchecked cast of the core. A table of rules cannot carry each rule's private types, so they are forgotten on the
// way in and met again on the way out; each function here says why the value is what it claims to be.
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Framing } from '../wire/framing.ts';
import type { Fields, Given, Grammar, Values } from './grammar.ts';
import type { Caused, Machine } from './machine.ts';
import type { AnyCommand, AnyParameter, Cx, Forgotten, Protocol, StateSpec } from './protocol.ts';
import type { At, Patch, Shape, StateName, Taken } from './take.ts';
import type { Session } from './turn.ts';

/** A rule meets the context, argument and `take` it was declared with: `compile` binds the three together. */
export const runForgotten = (
  run: Forgotten,
  cx: unknown,
  given: unknown,
  take: object,
): Taken | readonly Taken[] => run(cx as never, given as never, take as never);

/** A parameter's veto meets the value its own grammar read. */
export const checkForgotten = <P extends Shape>(
  parameter: AnyParameter<P>,
  cx: unknown,
  value: unknown,
  take: object,
  given: Given,
): Taken | undefined => parameter.check?.(cx as never, value as never, take as never, given);

/** What a command wants is asked where it is heard, of the data of that very state. */
export const wantsForgotten = <P extends Shape>(
  { wants }: AnyCommand<P>,
  at: { readonly name: string; readonly data: unknown },
  session: P['session'],
): boolean => wants?.(at as never, session) === true;

/** A state and the data a move gave for it: `Move` has checked that they belong together. */
export const placed = <P extends Shape>(name: string, data: unknown): At<P> => ({ name, data }) as At<P>;

/** The names of a record of states. */
export const stateNames = <P extends Shape>(states: {
  readonly [S in StateName<P>]: StateSpec<P, S>;
}): readonly StateName<P>[] => Object.keys(states) as StateName<P>[];

/** One state's declaration, its data type forgotten. */
export const anyState = <P extends Shape, S extends StateName<P>>(spec: StateSpec<P, S>): StateSpec<P> =>
  spec as unknown as StateSpec<P>;

/** A framing that depends on the state's data meets the data of that very state. */
export const framingFor = <P extends Shape>(spec: StateSpec<P>, data: unknown, host: P['host']): Framing =>
  typeof spec.reads === 'function'
    ? (spec.reads as (data: unknown, host: P['host']) => Framing)(data, host)
    : spec.reads;

/** Whether a line in some state is a credential may depend on the data of that very state. */
export const isSecret = <P extends Shape>({ secret }: StateSpec<P>, data: unknown, line: Octets): boolean =>
  typeof secret === 'function'
    ? (secret as (data: unknown, line: Octets) => boolean)(data, line)
    : secret === true;

/** When a state's patience ends; where that depends on its data, on the data of that very state. */
export const deadlineOf = <P extends Shape>(
  { timeout }: StateSpec<P>,
  { at, session, since }: Session<P>,
): Micros | undefined =>
  timeout &&
  since +
    (typeof timeout.after === 'function'
      ? (timeout.after as (data: unknown, session: P['session']) => Micros)(at.data, session)
      : timeout.after);

/** The session after a move: what the move names replaces what was there. */
export const patched = <P extends Shape>(session: P['session'], patch: unknown): P['session'] => ({
  ...session,
  ...(patch as Partial<P['session']>),
});

/** A move's host is of the protocol's own host type: `Patch` says so. */
export const movedHost = <P extends Shape>(patch: Patch<Shape>): P['host'] => patch.host as P['host'];

/** What a rule may ask of the world is what the kernel can do: a shape's effects are a part of `Effect`. */
export const asEffect = (effect: { readonly type: string }): Caused['effect'] => effect as Caused['effect'];

/** The parameters among a command's arguments, when its grammar has any. */
export const parametersOf = (given: unknown): Given | undefined =>
  (given as { readonly parameters?: Given } | null)?.parameters;

/** What each of these is unless somebody says otherwise, under its own name. */
export const usualOf = <K extends Readonly<Record<string, { readonly usual: unknown }>>>(
  all: K,
): { readonly [N in keyof K]: K[N]['usual'] } =>
  Object.fromEntries(Object.entries(all).map(([name, { usual }]) => [name, usual])) as {
    readonly [N in keyof K]: K[N]['usual'];
  };

/** A machine with its state's type forgotten: a world holds states of many machines, and only the machine that made one gets it back. */
export const anyMachine = <S, H>(machine: Machine<S, H>): Machine<unknown, H> => machine;

/** The context of a dialogue's rule: that of its host protocol, standing elsewhere. */
export const inDialogue = (cx: Omit<Cx<Shape>, 'at' | 'state'>, name: string, data: unknown): unknown => ({
  ...cx,
  at: { name, data },
  state: data,
});

/** The fields a sequence has read, one by one, each with its own grammar. */
export const fieldsRead = <F extends Fields>(out: Readonly<Record<string, unknown>>): Values<F> =>
  out as Values<F>;

/** The value of a parameter, typed by the parameter whose grammar read it; undefined: it was not given. */
export const valueOf = <A>(
  given: Given,
  parameter: { readonly name: string; readonly args?: Grammar<A> },
): A | undefined => given[parameter.name] as A | undefined;

/** A world keeps states of many machines; one that stands in a state of this protocol is a session of it. */
export const sessionOf = <P extends Shape>(p: Protocol<P>, state: unknown): Session<P> | undefined => {
  const at = (state as { readonly at?: { readonly name?: unknown } } | null)?.at;
  return typeof at?.name === 'string' && Object.hasOwn(p.states, at.name) ? (state as Session<P>) : undefined;
};
