// What a protocol declares, and what a conversation has shown of it.
import { dialogues } from '../../src/core/protocols/sasl/dialogues.ts';
import { commandsOf, signalsOf } from '../../src/core/spec/compile.ts';
import { anyState, stateNames } from '../../src/core/spec/forget.ts';
import type { Protocol } from '../../src/core/spec/protocol.ts';
import type { Outcome, Shape } from '../../src/core/spec/take.ts';
import type { TraceEvent } from '../../src/core/trace/event.ts';

export type OutcomeEvent = TraceEvent & { readonly type: 'outcome' };
interface Rule<P extends Shape> {
  readonly trigger: string;
  readonly from: readonly string[];
  readonly outcomes: Readonly<Record<string, Outcome<P>>>;
}
const rulesOf = <P extends Shape>(p: Protocol<P>): readonly Rule<P>[] => [
  ...commandsOf(p).map(({ rule }) => ({ trigger: rule.verb, from: rule.from, outcomes: rule.outcomes })),
  ...signalsOf(p).map(({ rule }) => ({ trigger: rule.on, from: rule.from, outcomes: rule.outcomes })),
  ...p.extensions.flatMap(({ parameters = [] }) =>
    parameters.map(({ of, name, from, outcomes }) => ({ trigger: `${of}/${name}`, from, outcomes })),
  ),
];
/** A client has a rule for `2yz` in each of its states: they are told apart by where they begin. */
const keyOf = <P extends Shape>(p: Protocol<P>, { trigger, from }: Rule<P>, outcome: string): string =>
  p.family === undefined ? `${trigger}/${outcome}` : `${from[0] ?? ''}: ${trigger}/${outcome}`;
interface StateWords<P extends Shape> {
  readonly name: string;
  readonly as: string | undefined;
  /** A frame that is too long has a rule of its own. */
  readonly over: boolean;
  readonly commands: boolean;
  /** Some command here takes parameters. */
  readonly parameters: boolean;
  readonly outcomes: Readonly<Record<string, Outcome<P>>>;
}
const statesOf = <P extends Shape>(p: Protocol<P>): readonly StateWords<P>[] =>
  stateNames<P>(p.states).map((name) => {
    const spec = anyState<P, typeof name>(p.states[name]);
    const here = commandsOf(p).filter(({ rule }) => rule.from.some((from) => from === name));
    return {
      name,
      as: spec.as,
      over: spec.over !== undefined,
      commands: here.length > 0,
      parameters: here.some(({ rule }) => rule.args.arguments.some((it) => it.name === 'parameters')),
      outcomes: { ...p.otherwise, ...spec.otherwise },
    };
  });

export interface Declaration {
  readonly key: string;
  readonly says: string | undefined;
}
/** The declaration behind an outcome that happened, and the name it is counted under. */
export function declarationOf<P extends Shape>(
  p: Protocol<P>,
  { trigger, outcome, from }: OutcomeEvent,
): Declaration | undefined {
  const rule = rulesOf(p).find((r) => r.trigger === trigger && r.from.includes(from));
  const own = rule?.outcomes[outcome];
  if (own) return { key: keyOf(p, rule, outcome), says: own.says };
  const general = statesOf(p).find(({ name }) => name === from)?.outcomes[outcome];
  return general && { key: `${from}: ${outcome}`, says: general.says };
}

/** A client has a rule for every kind of reply there is, in all states or in none but this, and no reply that does not parse. */
function hearsAll<P extends Shape>(p: Protocol<P>, state: string): boolean {
  const { family } = p;
  if (family === undefined) return false;
  const verbs = commandsOf(p).map(({ rule }) => rule.verb);
  const kinds = new Set([...verbs, p.hear('').verb].map(family));
  const here = commandsOf(p).filter(({ rule }) => rule.from.some((from) => from === state));
  return [...kinds].every((kind) => here.some(({ rule }) => rule.verb === kind));
}
/** Everything a transcript has to show. What cannot happen is left out by a reason that is computed, not listed. */
export function declared<P extends Shape>(p: Protocol<P>): readonly string[] {
  const rules = rulesOf(p).flatMap((rule) =>
    Object.keys(rule.outcomes).map((outcome) => keyOf(p, rule, outcome)),
  );
  const general = statesOf(p).flatMap(({ name, as, over, commands, parameters, outcomes }) => {
    if (as !== undefined) return over ? [] : [`${name}: tooLong`];
    if (!commands || hearsAll(p, name)) return [];
    const misfits = ['unknown', 'badSequence', 'badSyntax', 'tooLong'];
    if (parameters) misfits.push('badParameter');
    if (outcomes['badLine']) misfits.push('badLine');
    return misfits.map((misfit) => `${name}: ${misfit}`);
  });
  return [...new Set([...rules, ...general])];
}
/** What the mechanisms may come to, in whatever protocol. */
export const inner: readonly string[] = dialogues.flatMap((d) =>
  d.signals.flatMap(({ from, outcomes }) =>
    from.flatMap((state) => Object.keys(outcomes).map((outcome) => `${d.id}: ${state}/${outcome}`)),
  ),
);
/** What the dialogue inside an outcome came to. */
export const innerKeys = (trace: readonly TraceEvent[], outcome: OutcomeEvent): readonly string[] =>
  trace.flatMap((e) =>
    e.type === 'fact' &&
    e.cause === outcome.id &&
    e.fact.type === 'dialogue' &&
    'dialogue' in e.fact &&
    'outcome' in e.fact &&
    'from' in e.fact
      ? [`${String(e.fact.dialogue)}: ${String(e.fact.from)}/${String(e.fact.outcome)}`]
      : [],
  );
