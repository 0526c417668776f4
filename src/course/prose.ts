// Markdown to a tree a page can draw without trusting it.
import type { Element, Root, RootContent } from 'hast';
import type { Root as Markdown, RootContent as Block } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Prose } from './lesson.ts';

/** No pictures: one from elsewhere would tell its host who reads this. */
const tagNames = (defaultSchema.tagNames ?? []).filter((name) => name !== 'img');
const toTree = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, { ...defaultSchema, tagNames })
  .freeze();
const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function proseOf(children: readonly Block[]): Prose {
  const root: Markdown = { type: 'root', children: [...children] };
  return bare(toTree.runSync(root));
}
/** A line of Markdown: without the paragraph round it. */
export function inlineProse(text: string): Prose {
  const { children } = proseOf(parser.parse(text).children);
  const [first] = children;
  return children.length === 1 && first?.type === 'element' && first.tagName === 'p'
    ? { type: 'root', children: first.children }
    : { type: 'root', children };
}
const bare = (root: Root): Root => ({ type: 'root', children: root.children.flatMap(kept) });
/** Positions, comments and what is no element or text are left out. */
function kept(node: RootContent): RootContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  return node.type === 'element' ? [element(node)] : [];
}
function element({ tagName, properties, children }: Element): Element {
  const inside = children.flatMap((child): Element['children'] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }];
    return child.type === 'element' ? [element(child)] : [];
  });
  return { type: 'element', tagName, properties, children: inside };
}
