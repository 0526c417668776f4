// The vocabulary. A protocol is a value of these types; everything else in the program reads it.
import type { ConnId, Rfc } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';
import type { Framing } from '../wire/framing.ts';
import type { Span } from '../wire/span.ts';
import type { Said } from '../wire/template.ts';
import type { Given, Grammar, Hints, ProblemKind, Suggested } from './grammar.ts';
import type { Heard } from './heard.ts';
import type {
  Shape,
  StateName,
  SignalName,
  Outcome,
  Outcomes,
  In,
  At,
  Foreseen,
  Taken,
  Take,
} from './take.ts';

/** What a rule may look at. */
export interface Cx<P extends Shape, F extends StateName<P> = StateName<P>> {
  readonly at: In<P, F>;
  readonly state: P['states'][F];
  readonly session: P['session'];
  readonly host: P['host'];
  readonly conn: ConnId;
  readonly tag: string;
  readonly now: Micros;
  /** Unix seconds at `now` 0. */
  readonly epoch: number;
  /** What extensions offer here and now, or in a session changed like this. */
  readonly adverts: (changed?: Partial<P['session']>) => readonly string[];
  /** Keyed by seed, connection and what you give it. */
  readonly draw: (...keys: readonly (string | number)[]) => number;
}

/** What commands, signals and parameters have in common: from here, under these words, to one of these outcomes. */
interface Rule<P extends Shape, F extends StateName<P>, A, Os extends Outcomes<P>> {
  readonly from: readonly F[];
  readonly summary: string;
  readonly rfc: Rfc;
  readonly outcomes: Os;
  /** Several choices are several replies to one command, in order (LMTP, RFC 2033 §4.2); they must lead to one state. */
  readonly run: (cx: Cx<P, F>, given: A, take: Take<P, F, Os>) => Taken | readonly Taken[];
}
export interface Command<P extends Shape, F extends StateName<P>, A, Os extends Outcomes<P>> extends Rule<
  P,
  F,
  A,
  Os
> {
  readonly verb: string;
  readonly args: Grammar<A>;
  readonly traits?: Partial<P['traits']>;
  /** For readers: could it succeed here and now? Absent: as far as its extension is offered. */
  readonly offered?: (session: P['session'], host: P['host']) => boolean;
  /** For readers: does something have to come first though it is heard here? A login, a mailbox that may be changed. */
  readonly wants?: (at: Foreseen<P, F>, session: P['session']) => boolean;
}
export interface Signal<
  P extends Shape,
  K extends SignalName<P>,
  F extends StateName<P>,
  Os extends Outcomes<P>,
> extends Rule<P, F, P['signals'][K], Os> {
  readonly on: K;
}
/** A parameter an extension adds to somebody's command; `check` may veto with *its own* outcomes. `given`: all of them there. */
export interface Parameter<P extends Shape, F extends StateName<P>, A, Os extends Outcomes<P>> extends Omit<
  Rule<P, F, A, Os>,
  'run'
> {
  readonly of: string;
  readonly name: string;
  readonly args?: Grammar<A>;
  readonly check?: (cx: Cx<P, F>, value: A, take: Take<P, F, Os>, given: Given) => Taken | undefined;
}
/** What a server may announce, and what that adds to the protocol. */
export interface Extension<P extends Shape> {
  readonly keyword: string;
  readonly rfc: Rfc;
  readonly summary: string;
  /** Its line in the list of capabilities, here and now; undefined: not offered at this moment. */
  readonly adverts: (session: P['session'], host: P['host']) => string | undefined;
  /** False: this host does not know it at all, and its verbs are unknown verbs. Absent: every host does. */
  readonly enabled?: (host: P['host']) => boolean;
  readonly parameters?: readonly AnyParameter<P>[];
  readonly commands?: readonly AnyCommand<P>[];
  readonly signals?: readonly AnySignal<P>[];
}
/** A tolerated deviation: it has a name, the rule it bends, and a knob of the host that says whether it is tolerated. */
export interface Leniency<P extends Shape> {
  readonly name: string;
  readonly rfc: Rfc;
  readonly summary: string;
  readonly tolerated: (host: P['host']) => boolean;
}
interface Patience<P extends Shape, S extends StateName<P>> {
  readonly after: Micros | ((data: P['states'][S], session: P['session']) => Micros);
  readonly signal: SignalName<P>;
}
export interface StateSpec<P extends Shape, S extends StateName<P> = StateName<P>> {
  readonly title: string;
  readonly rfc: Rfc;
  /** What the octets that arrive here are cut into. */
  readonly reads: Framing | ((data: P['states'][S], host: P['host']) => Framing);
  /** Frames here are this signal; absent: frames are commands. */
  readonly as?: SignalName<P>;
  /** A frame that is too long is this signal; absent: `otherwise.tooLong`. */
  readonly over?: SignalName<P>;
  /** How long this state hears nothing before the signal is raised. */
  readonly timeout?: Patience<P, S>;
  /** A line here is a credential, always or as the state's data and the line say: never shown, never kept in a history. */
  readonly secret?: true | ((data: P['states'][S], line: Octets) => boolean);
  /** While TLS is negotiated here: what has come in before it is read after it. A bug, where it is true (RFC 3207 §6). */
  readonly carries?: (host: P['host']) => boolean;
  /** In this state instead of the protocol's own: why not here, and what would be legal. */
  readonly otherwise?: Partial<Otherwise<P>>;
}
/** What is said when no rule of ours fits. Its words may use `{verb}`, `{hello}` and, where a line was not understood, `{expected}`, `{found}`. */
export interface Otherwise<P extends Shape> {
  readonly unknown: Outcome<P>;
  readonly badSequence: Outcome<P>;
  readonly badSyntax: Outcome<P>;
  readonly badParameter: Outcome<P>;
  readonly tooLong: Outcome<P>;
  /** `hear` says that no command may look like this; absent: no line is such. */
  readonly badLine?: Outcome<P>;
  /** A bug in us. */
  readonly fault: Outcome<P>;
}
/** States and signals only: a conversation held *inside* another one (SASL). Its last states are its results. */
export interface Dialogue<P extends Shape> {
  readonly id: string;
  readonly title: string;
  readonly states: { readonly [S in StateName<P>]: StateSpec<P, S> };
  readonly signals: readonly AnySignal<P>[];
}
export interface Standing<P extends Shape> {
  readonly at: At<P>;
  readonly session: P['session'];
  readonly host: P['host'];
}
export interface Settled<P extends Shape> {
  readonly at: At<P>;
  readonly say: Octets;
  /** Absent: to have told it has changed nothing here. */
  readonly host?: P['host'];
}
export interface Protocol<P extends Shape> extends Dialogue<P> {
  readonly initial: At<P>;
  readonly session: P['session'];
  readonly commands: readonly AnyCommand<P>[];
  readonly extensions: readonly Extension<P>[];
  readonly leniency: readonly Leniency<P>[];
  readonly otherwise: Otherwise<P>;
  readonly hear: (text: Octets) => Heard;
  /** What this host makes of a line it cannot read, where not every host makes the same of it. */
  readonly misreads?: (as: ProblemKind, host: P['host']) => ProblemKind;
  /** What its commands begin with, where that is more than their verb: for whoever writes one for somebody. */
  readonly begins?: (heard: { readonly tag: string; readonly commands: number }) => Octets;
  /** What TLS changes in a session; for readers, who say what it would make possible. */
  readonly secured?: Partial<P['session']>;
  /** Verbs most people would take to get on: a way made of them is named before others. */
  readonly usual?: readonly string[];
  /** After so many commands the next one is the signal `dropped`, a fault of servers; absent, or 0: none is. */
  readonly bears?: (host: P['host']) => number;
  /** The verb a session begins with, where that depends on the session: `{hello}`. */
  readonly hello?: (session: P['session']) => string;
  /** 354 is a 3yz: client roles only. */
  readonly family?: (verb: string) => string;
  readonly encode: (said: Said, tag: string, session: P['session']) => Octets;
  /** Said after a rule and before its own words: what this client has not been told yet. */
  readonly settle?: (standing: Standing<P>, traits: Partial<P['traits']>) => Settled<P> | undefined;
  /** What this client now believes of what it has open, when that has changed from what it was `before`: a fact for the trace. */
  readonly believes?: (standing: Standing<P>, before: At<P>) => P['fact'] | undefined;
  /** Values worth offering for an argument, by its name; where that will not do, what may stand at the caret (`suggests`). */
  readonly hints?: (at: At<P>, session: P['session'], host: P['host']) => Hints;
  /** What each octet of a line of an answer is, where that is more than its template says. */
  readonly answerSpans?: (line: Octets, trigger?: string) => readonly Span[];
  readonly suggests?: (standing: Standing<P>, verb: string, before: Octets) => Suggested | undefined;
}

// The same things with their private types forgotten: `never` parameters accept every function and can be called by none but forget.ts.
export type Forgotten = (cx: never, given: never, take: never) => Taken | readonly Taken[];
interface AnyRule<P extends Shape> {
  readonly from: readonly StateName<P>[];
  readonly summary: string;
  readonly rfc: Rfc;
  readonly outcomes: Outcomes<P>;
  readonly run: Forgotten;
}
export interface AnyCommand<P extends Shape> extends AnyRule<P> {
  readonly verb: string;
  readonly args: Grammar<unknown>;
  readonly traits?: Partial<P['traits']>;
  readonly offered?: (session: P['session'], host: P['host']) => boolean;
  readonly wants?: (at: never, session: P['session']) => boolean;
}
export interface AnySignal<P extends Shape> extends AnyRule<P> {
  readonly on: SignalName<P>;
}
export interface AnyParameter<P extends Shape> extends Omit<AnyRule<P>, 'run'> {
  readonly of: string;
  readonly name: string;
  readonly args?: Grammar<unknown>;
  readonly check?: (cx: never, value: never, take: never, given: Given) => Taken | undefined;
}
