// What every grammar of IMAP is made of: one space, parentheses, and looking ahead.
import type { Rfc } from '../../../base/ids.ts';
import type { Octets } from '../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { literalsIn } from '../../../wire/literal-lines.ts';

/** What a pattern finds just here. */
export function found(c: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = c.at;
  return pattern.exec(c.text);
}
export const startsWith = (c: Cursor, text: string): boolean => c.text.startsWith(text, c.at);
/** The groups of what was found just here, in order, each with its role: for whoever asks for colours. */
export function markGroups(c: Cursor, hit: RegExpExecArray, roles: readonly string[], rfc: Rfc): void {
  if (!c.spans) return;
  let at = hit.index;
  for (const [i, role] of roles.entries()) {
    const group = hit[i + 1];
    if (group === undefined) continue;
    const from = c.text.indexOf(group, at);
    at = from + group.length;
    c.spans.push({ from, to: at, role, rfc });
  }
}
/** What was found just here, with its role; the cursor stops behind it. */
export function pass(c: Cursor, size: number, role: string, rfc: Rfc): void {
  c.spans?.push({ from: c.at, to: c.at + size, role, rfc });
  c.at += size;
}
/** Past this text, or a refusal. */
export function take(c: Cursor, text: string, expected: string): null | No {
  if (!startsWith(c, text)) return refuse(c, expected);
  c.at += text.length;
  return null;
}
/** The whole line, or `words` say what this verb takes. */
export const takes = <A>(words: string, g: Grammar<A>): Grammar<A> => ({
  ...g,
  read(c) {
    const value = g.read(c);
    if (value !== no && c.at >= c.text.length) return value;
    const at = c.problem?.at ?? c.at;
    c.problem = { at, expected: words + countedShort(c.text, at), as: 'badSyntax' };
    return no;
  },
});
/** Where a literal ends in the midst of a word, it was most likely the number that was wrong. */
function countedShort(text: Octets, at: number): string {
  if (at >= text.length || /[ )]/.test(text.charAt(at))) return '';
  const hit = literalsIn(text).find((it) => it.at + it.size === at);
  return hit ? `; after the ${hit.size} octets that were announced there came more` : '';
}
/** Nothing: not even a space. */
export const nothing: Grammar<null> = takes('nothing after it', {
  usage: '',
  arguments: [],
  read: (c) => (c.at >= c.text.length && !c.text.endsWith(' ') ? null : refuse(c, 'nothing')),
});
/** `(a b c)`: at least so many, one space between. */
export const listOf = <A>(item: Grammar<A>, least = 1): Grammar<readonly A[]> => ({
  usage: `(${item.usage} …)`,
  arguments: item.arguments,
  read(c) {
    if (take(c, '(', 'a list in parentheses') === no) return no;
    const items: A[] = [];
    while (!startsWith(c, ')')) {
      if (items.length > 0 && take(c, ' ', 'a space or )') === no) return no;
      const value = item.read(c);
      if (value === no) return no;
      items.push(value);
    }
    if (items.length < least) return refuse(c, item.usage);
    c.at++;
    return items;
  },
});
/** `a b c`: one or more, one space between. */
export const spaced = <A>(item: Grammar<A>): Grammar<readonly A[]> => ({
  usage: `${item.usage} …`,
  arguments: item.arguments,
  read(c) {
    const items: A[] = [];
    for (;;) {
      const value = item.read(c);
      if (value === no) return no;
      items.push(value);
      if (!startsWith(c, ' ')) return items;
      c.at++;
    }
  },
});
