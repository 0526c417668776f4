// The manual, read from the declaration.
import type { Rfc } from '../base/ids.ts';
import { isNever } from './adverts.ts';
import { commandsOf } from './compile.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

export interface HelpOutcome {
  readonly name: string;
  readonly when: string;
  /** The reply's template; undefined: nothing is said. */
  readonly says: string | undefined;
  readonly to: readonly string[];
  readonly rfc: Rfc | undefined;
}
export interface HelpVerb {
  readonly verb: string;
  readonly usage: string;
  readonly summary: string;
  readonly rfc: Rfc;
  /** The extension that brings it. */
  readonly by: string | undefined;
  /** The states in which it is legal. */
  readonly from: readonly string[];
  /** Their titles. */
  readonly where: readonly string[];
  readonly outcomes: readonly HelpOutcome[];
}
type Known<P extends Shape> = ReturnType<typeof commandsOf<P>>[number];
const manualOf = <P extends Shape>(p: Protocol<P>, { rule, of }: Known<P>): HelpVerb => ({
  verb: rule.verb,
  usage: `${rule.verb} ${rule.args.usage}`.trim(),
  summary: rule.summary,
  rfc: rule.rfc,
  by: of?.keyword,
  from: rule.from,
  where: rule.from.map((name) => p.states[name].title),
  outcomes: Object.entries(rule.outcomes).map(([name, { when, says, to, rfc }]) => ({
    name,
    when,
    says,
    to: typeof to === 'string' ? [to] : to,
    rfc,
  })),
});
/** Every verb, in the order of the declaration, core commands first. */
export const helpAll = <P extends Shape>(p: Protocol<P>): readonly HelpVerb[] =>
  commandsOf(p).map((known) => manualOf(p, known));
/** Those that this host knows and that may still succeed in such a session. */
export const helpFor = <P extends Shape>(
  p: Protocol<P>,
  session: P['session'],
  host: P['host'],
): readonly HelpVerb[] =>
  commandsOf(p)
    .filter(({ rule, of }) => of?.enabled?.(host) !== false && !isNever(p, rule, session, host))
    .map((known) => manualOf(p, known));
/** Undefined: there is no such verb. */
export const help = <P extends Shape>(p: Protocol<P>, verb: string): HelpVerb | undefined =>
  helpAll(p).find((it) => it.verb === verb.toUpperCase());
