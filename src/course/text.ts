// What a tree of prose says, without how it is set.
import type { Nodes } from 'hast';

/** What is set as code, in order: what a lesson quotes. */
export function quotesIn(node: Nodes): readonly string[] {
  if (node.type === 'element' && node.tagName === 'code') return [textOf(node)];
  return 'children' in node ? node.children.flatMap(quotesIn) : [];
}
export const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};
