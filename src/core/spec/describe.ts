// Readers of a declaration: the same value that is run is drawn, completed and coloured.
import type { Octets } from '../base/octets.ts';
import type { Span } from '../wire/span.ts';
import { commandsOf, signalsOf } from './compile.ts';
import { cursor, type Problem } from './grammar.ts';
import type { Dialogue, Protocol, Shape } from './protocol.ts';

/** One arrow of the drawing. */
export interface DrawnEdge {
  readonly from: string;
  readonly trigger: string;
  readonly outcome: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  /** The extension that brings it. */
  readonly by: string | undefined;
}
interface Drawn {
  readonly from: readonly string[];
  readonly outcomes: Readonly<
    Record<string, { readonly to: string | readonly string[]; readonly then?: string | undefined }>
  >;
}
const drawn = (rule: Drawn, trigger: string, by?: string): readonly DrawnEdge[] =>
  rule.from.flatMap((from) =>
    Object.entries(rule.outcomes).map(([outcome, { to, then }]) => ({
      from,
      trigger,
      outcome,
      by,
      secure: then === 'secure',
      to: typeof to !== 'string' ? to : [to === 'same' ? from : to],
    })),
  );

export const dialogueEdges = <P extends Shape>(d: Dialogue<P>): readonly DrawnEdge[] =>
  d.signals.flatMap((s) => drawn(s, s.on));
export const edges = <P extends Shape>(p: Protocol<P>): readonly DrawnEdge[] => [
  ...signalsOf(p).flatMap(({ rule, of }) => drawn(rule, rule.on, of?.keyword)),
  ...commandsOf(p).flatMap(({ rule, of }) => drawn(rule, rule.verb, of?.keyword)),
  ...p.extensions.flatMap((e) =>
    (e.parameters ?? []).flatMap((q) => drawn(q, `${q.of}/${q.name}`, e.keyword)),
  ),
];

/** What each octet of a line is. The server never computes this; whoever paints does, from the same grammar. */
export function spansOf<P extends Shape>(
  p: Protocol<P>,
  state: string,
  line: Octets,
): { readonly spans: readonly Span[]; readonly problem: Problem | undefined } {
  const { tag, verb, rest } = p.hear(line);
  const from = tag !== '' && tag !== '*' ? tag.length + 1 : 0;
  const spans: Span[] = from > 0 ? [{ from: 0, to: tag.length, role: 'tag' }] : [];
  spans.push({ from, to: from + verb.length, role: 'verb' });
  const command = commandsOf(p).find(
    ({ rule }) => rule.verb === verb && rule.from.some((s) => s === state),
  )?.rule;
  if (!command) return { spans, problem: undefined };
  const offers = p.extensions
    .flatMap((e) => e.parameters ?? [])
    .filter((q) => q.of === verb)
    .map((q) => ({ name: q.name, args: q.args }));
  const c = cursor(line, rest, offers, spans);
  command.args.read(c);
  return { spans, problem: c.problem };
}
