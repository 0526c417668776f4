// A protocol, indexed: per state the verbs and signals that are legal there, each with its ready-made `take`. Once per protocol.
import type { Framing } from '../wire/framing.ts';
import { template, type Args, type Template } from '../wire/template.ts';
import { anyState, framingFor, stateNames } from './forget.ts';
import type { Grammar } from './grammar.ts';
import type {
  AnyCommand,
  AnyParameter,
  AnySignal,
  Dialogue,
  Extension,
  Forgotten,
  Otherwise,
  Protocol,
  StateSpec,
} from './protocol.ts';
import type { Moved, Outcome, Outcomes, Shape, Taken } from './take.ts';

export interface Edge<P extends Shape> {
  readonly outcome: Outcome<P>;
  readonly words: Template | undefined;
}
export type Edges<P extends Shape> = ReadonlyMap<string, Edge<P>>;
/** A parameter, bound to the extension that brings it. */
export interface Bound<P extends Shape> {
  readonly parameter: AnyParameter<P>;
  readonly of: Extension<P>;
  readonly take: object;
  readonly edges: Edges<P>;
}
/** A rule, ready to run. */
export interface Row<P extends Shape> {
  readonly trigger: string;
  readonly args: Grammar<unknown> | undefined;
  readonly traits: Partial<P['traits']>;
  readonly run: Forgotten;
  readonly take: object;
  readonly edges: Edges<P>;
  readonly parameters: readonly Bound<P>[];
  /** The extension it belongs to. */
  readonly of: Extension<P> | undefined;
}
export interface Node<P extends Shape> {
  readonly spec: StateSpec<P>;
  /** Undefined: depends on the state's data. */
  readonly framing: Framing | undefined;
  readonly verbs: ReadonlyMap<string, Row<P>>;
  readonly signals: ReadonlyMap<string, Row<P>>;
  /** When no rule fits: the protocol's words, or this state's own. */
  readonly otherwise: Edges<P>;
}
export interface Table<P extends Shape> {
  readonly protocol: Protocol<P>;
  readonly nodes: ReadonlyMap<string, Node<P>>;
  /** Every verb, with the extension that brings it. */
  readonly known: ReadonlyMap<string, Extension<P> | undefined>;
}

const edge = <P extends Shape>(outcome: Outcome<P>): Edge<P> => ({
  outcome,
  words: outcome.says === undefined ? undefined : template(outcome.says),
});
const edgesOf = <P extends Shape>(outcomes: Outcomes<P>): Edges<P> =>
  new Map(Object.entries(outcomes).map(([name, o]) => [name, edge(o)]));
const NO_ARGS: Args = {};
const NO_MOVE: Moved = {};
type TakeOne = ((args?: Args, move?: Moved) => Taken) | ((move?: Moved) => Taken);

/** `take.ok(args?, move?)`: whether the first argument is args is known from the template, so nothing is guessed at run time. */
function takeOf<P extends Shape>(edges: Edges<P>): object {
  const take: Record<string, TakeOne> = {};
  for (const [outcome, { words }] of edges)
    take[outcome] = words?.holes
      ? (args: Args = NO_ARGS, move: Moved = NO_MOVE) => ({ outcome, args, move })
      : (move: Moved = NO_MOVE) => ({ outcome, args: NO_ARGS, move });
  return Object.freeze(take);
}

interface Owned<P extends Shape, R> {
  readonly rule: R;
  readonly of: Extension<P> | undefined;
}
export const commandsOf = <P extends Shape>(p: Protocol<P>): readonly Owned<P, AnyCommand<P>>[] => [
  ...p.commands.map((rule) => ({ rule, of: undefined })),
  ...p.extensions.flatMap((of) => (of.commands ?? []).map((rule) => ({ rule, of }))),
];
export const signalsOf = <P extends Shape>(p: Protocol<P>): readonly Owned<P, AnySignal<P>>[] => [
  ...p.signals.map((rule) => ({ rule, of: undefined })),
  ...p.extensions.flatMap((of) => (of.signals ?? []).map((rule) => ({ rule, of }))),
];
const bind = <P extends Shape>(of: Extension<P>): readonly Bound<P>[] =>
  (of.parameters ?? []).map((parameter) => {
    const edges = edgesOf<P>(parameter.outcomes);
    return { parameter, of, take: takeOf(edges), edges };
  });

export function compile<P extends Shape>(protocol: Protocol<P>): Table<P> {
  const commands = commandsOf(protocol);
  const bound = protocol.extensions.flatMap(bind);
  return {
    protocol,
    nodes: nodesOf(protocol, signalsOf(protocol), commands, bound, protocol.otherwise),
    known: new Map(commands.map(({ rule, of }) => [rule.verb, of])),
  };
}
export function nodesOf<P extends Shape>(
  p: Dialogue<P>,
  signals: readonly Owned<P, AnySignal<P>>[],
  commands: readonly Owned<P, AnyCommand<P>>[] = [],
  bound: readonly Bound<P>[] = [],
  otherwise: Partial<Otherwise<P>> = {},
): ReadonlyMap<string, Node<P>> {
  const commandRows = commands.map(({ rule, of }) => ({
    rule,
    row: row(rule, of, rule.verb, rule.args, rule.traits, bound),
  }));
  const signalRows = signals.map(({ rule, of }) => ({ rule, row: row(rule, of, rule.on) }));
  return new Map(
    stateNames<P>(p.states).map((name) => {
      const spec = anyState(p.states[name]);
      return [
        name,
        {
          spec,
          framing: typeof spec.reads === 'function' ? undefined : spec.reads,
          verbs: new Map(
            commandRows.filter((c) => c.rule.from.includes(name)).map((c) => [c.rule.verb, c.row]),
          ),
          signals: new Map(
            signalRows.filter((s) => s.rule.from.includes(name)).map((s) => [s.rule.on, s.row]),
          ),
          otherwise: edgesOf<P>({ ...otherwise, ...spec.otherwise }),
        },
      ];
    }),
  );
}
function row<P extends Shape>(
  rule: AnyCommand<P> | AnySignal<P>,
  of: Extension<P> | undefined,
  trigger: string,
  args?: Grammar<unknown>,
  traits?: Partial<P['traits']>,
  bound: readonly Bound<P>[] = [],
): Row<P> {
  const edges = edgesOf<P>(rule.outcomes);
  return {
    trigger,
    args,
    traits: traits ?? {},
    run: rule.run,
    take: takeOf(edges),
    edges,
    parameters: bound.filter((b) => b.parameter.of === trigger),
    of,
  };
}
export const framingOf = <P extends Shape>(node: Node<P>, data: unknown, host: P['host']): Framing =>
  node.framing ?? framingFor(node.spec, data, host);
