// What is declared of an outcome, by a rule or by what happens when no rule fits.
import { commandsOf } from './compile.ts';
import { edges } from './diagram.ts';
import { stateNames } from './forget.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

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
  if (!found) return undefined;
  // arguments that do not parse are written otherwise than the command's own section has it
  const asked = found.rfc ?? commandsOf(p).find((known) => known.rule.verb === trigger)?.rule.rfc ?? '';
  return { rfc: asked, when: found.when, says: found.says };
}
/** Does a reply that is declared like this say no? So does a BYE that nobody has asked for; after LOGOUT more follows it. */
export const saysNo = (says: string): boolean => /^(?:-ERR|[45]\d\d|NO |BAD |\* BYE [^\n]*$)/.test(says);
/** Does this outcome say no? Known by its words, or by there being no rule it belongs to. */
export const isRefusal = <P extends Shape>(p: Protocol<P>, spoken: Spoken): boolean =>
  Object.hasOwn(p.otherwise, spoken.outcome) || saysNo(outcomeOf(p, spoken, '')?.says ?? '');
