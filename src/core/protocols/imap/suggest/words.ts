// What stands before the caret, cut into words: for whoever offers what may come next.
import type { Octets } from '../../../base/octets.ts';

export interface Words {
  /** Words and parentheses, the latest last; a literal is one word. */
  readonly done: readonly Octets[];
  /** What there is of the word the caret is in. */
  readonly typed: Octets;
  /** A word has ended, and no space has come: nothing but a space may follow. */
  readonly ended: boolean;
}
const LITERAL = /~?\{(\d{1,15})\+?\}\r?\n/y;
const PLAIN = /"(?:[^"\\]|\\[^])*"?|[^ ()"]+|[ ()]/y;
/** Where brackets hold the name of a part of a message (RFC 9051 §6.4.5.1). */
const SECTIONS = /"(?:[^"\\]|\\[^])*"?|[^ ()"[\]]+|[ ()[\]]/y;
const isWhole = (word: Octets): boolean =>
  word === ')' || word === ']' || (word.length > 1 && word.endsWith('"'));

export function wordsOf(text: Octets, brackets = false): Words {
  const done: Octets[] = [];
  let typed = '';
  for (let at = 0; at < text.length;) {
    const { word, to } = wordAt(text, at, brackets ? SECTIONS : PLAIN);
    at = to;
    const last = at >= text.length;
    if (last && !/^(?:[ ()[\]]|~?\{.*\n.*)$/s.test(word) && !isWhole(word)) typed = word;
    else if (word !== ' ') done.push(word);
  }
  const end = text.endsWith(' ') ? '' : (done.at(-1) ?? '');
  return { done, typed, ended: typed === '' && end !== '' && end !== '(' && end !== '[' };
}
function wordAt(text: Octets, at: number, pattern: RegExp): { readonly word: Octets; readonly to: number } {
  LITERAL.lastIndex = at;
  const literal = LITERAL.exec(text);
  const to = literal ? at + literal[0].length + Number(literal[1]) : endOf(pattern, text, at);
  return { word: text.slice(at, to), to };
}
function endOf(pattern: RegExp, text: Octets, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : text.length;
}
/** How many parentheses are open. */
export const depthOf = (done: readonly Octets[]): number =>
  done.reduce((depth, word) => depth + (word === '(' ? 1 : word === ')' ? -1 : 0), 0);
