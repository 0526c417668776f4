// Readers of a declaration: the same value that is run is drawn, completed, explained and coloured.
import type { Octets } from '../base/octets.ts';
import type { Span } from '../wire/span.ts';
import { commandsOf } from './compile.ts';
import { offersOf } from './complete.ts';
import { cursor, type Problem } from './grammar.ts';
import type { Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

export { complete, secretsOf, type Completion, type Suggestion } from './complete.ts';
export {
  dialogueDiagram,
  diagram,
  edges,
  type Diagram,
  type DiagramArrow,
  type DrawnEdge,
} from './diagram.ts';
export { help, helpAll, type HelpVerb } from './help.ts';
export { BOX } from './layout.ts';
export { legalNow, type LegalVerb, type Place } from './legal.ts';
export { isRefusal, outcomeOf, type DeclaredOutcome, type Spoken } from './outcomes.ts';

/** What each octet of a line is. The server never computes this; whoever paints does, from the same grammar. */
export function spansOf<P extends Shape>(
  p: Protocol<P>,
  state: string,
  line: Octets,
): { readonly spans: readonly Span[]; readonly problem: Problem | undefined } {
  const { tag, verb, rest, end } = p.hear(line);
  const from = tag !== '' && tag !== '*' ? tag.length + 1 : 0;
  const spans: Span[] = from > 0 ? [{ from: 0, to: tag.length, role: 'tag' }] : [];
  spans.push({ from, to: from + verb.length, role: 'verb' });
  const rules = commandsOf(p).flatMap(({ rule }) => (rule.verb === verb ? [rule] : []));
  const command = rules.find((rule) => rule.from.some((s) => s === state));
  const meant = command ?? rules[0];
  if (!meant) return { spans, problem: undefined };
  const c = cursor(line.slice(0, end), rest, () => offersOf(p, verb), spans);
  meant.args.read(c);
  // where the command is not allowed, its arguments are what they would be elsewhere, and wrong is something else
  return { spans, problem: command && c.problem };
}
