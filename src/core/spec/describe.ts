// Readers of a declaration: the same value that is run is drawn, completed, explained and coloured.
import type { Octets } from '../base/octets.ts';
import type { Span } from '../wire/span.ts';
import { commandsOf } from './compile.ts';
import { offersOf } from './complete.ts';
import { cursor, type Problem } from './grammar.ts';
import type { Protocol, Shape } from './protocol.ts';

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
  const command = commandsOf(p).find(
    ({ rule }) => rule.verb === verb && rule.from.some((s) => s === state),
  )?.rule;
  if (!command) return { spans, problem: undefined };
  const c = cursor(line.slice(0, end), rest, () => offersOf(p, verb), spans);
  command.args.read(c);
  return { spans, problem: c.problem };
}
