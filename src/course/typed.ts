// What somebody typed, put into words about it.
import type { Element, RootContent } from 'hast';
import { fromUtf8 } from '../core/base/octets.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { commandOf } from '../core/trace/query.ts';
import type { Prose } from './lesson.ts';

export type Typed = Readonly<Record<'line' | 'arg' | 'verb' | 'tag', string>>;
const NOTHING: Typed = { line: '…', arg: '…', verb: '…', tag: '…' };

/** The command behind this event, or the line that was typed. */
export function typedAt(trace: readonly TraceEvent[], index: number): Typed {
  const event = trace[index];
  if (!event) return NOTHING;
  if (event.type === 'typed') return { ...NOTHING, line: fromUtf8(event.octets.replace(/\n$/, '')) };
  const command = event.type === 'command' ? event : commandOf(trace, event);
  if (!command) return NOTHING;
  const line = fromUtf8(command.line);
  const after = line.slice(line.toUpperCase().indexOf(command.verb) + command.verb.length).trim();
  return { line, arg: after, verb: command.verb, tag: command.tag };
}
/** `{line}` and its like, replaced wherever they stand. */
export const filled = (prose: Prose, values: Typed): Prose => ({
  type: 'root',
  children: prose.children.map((node) => filledNode(node, values)),
});
export const filledText = (text: string, values: Typed): string =>
  text
    .replaceAll('{line}', values.line)
    .replaceAll('{arg}', values.arg)
    .replaceAll('{verb}', values.verb)
    .replaceAll('{tag}', values.tag);
function filledNode<N extends RootContent>(node: N, values: Typed): N {
  if (node.type === 'text') return { ...node, value: filledText(node.value, values) };
  if (node.type !== 'element') return node;
  const children = node.children.map((child): Element['children'][number] => filledNode(child, values));
  return { ...node, children };
}
