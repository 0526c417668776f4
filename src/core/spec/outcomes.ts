// What is declared of an outcome, by a rule or by what happens when no rule fits.
import { edges } from './diagram.ts';
import { stateNames } from './forget.ts';
import type { Protocol, Shape } from './protocol.ts';

/** Which outcome spoke, when that is known. */
export interface Spoken {
  readonly trigger: string;
  readonly outcome: string;
}
export interface DeclaredOutcome {
  /** As it is written in the declaration: `5321#3.3`; '' where nobody wrote any. */
  readonly rfc: string;
  readonly when: string;
  readonly says: string | undefined;
}
/** What is declared of an outcome: by a rule, or by the state or the protocol for when no rule fits. */
export function outcomeOf<P extends Shape>(
  p: Protocol<P>,
  { trigger, outcome }: Spoken,
  state: string,
): DeclaredOutcome | undefined {
  const rule = edges(p).find((edge) => edge.trigger === trigger && edge.outcome === outcome);
  if (rule) return { rfc: rule.rfc, when: rule.when, says: rule.says };
  const own = stateNames<P>(p.states).find((name) => name === state);
  const misfits = { ...p.otherwise, ...(own && p.states[own].otherwise) };
  const found = Object.entries(misfits).find(([name]) => name === outcome)?.[1];
  return found && { rfc: found.rfc ?? '', when: found.when, says: found.says };
}
/** Does this outcome say no? Known by its words, or by there being no rule it belongs to. */
export const isRefusal = <P extends Shape>(p: Protocol<P>, spoken: Spoken): boolean =>
  Object.hasOwn(p.otherwise, spoken.outcome) ||
  /^(?:-ERR|[45]\d\d|NO |BAD )/.test(outcomeOf(p, spoken, '')?.says ?? '');
