// What a lesson file may be at most. It may come from anybody, and what reads it goes into whatever is nested.
import { Lexer } from 'yaml';

/** In characters. The longest lesson there is has a quarter of it. */
export const LARGEST_FILE = 65_536;
/** Lists in quotes in lists. */
const DEEPEST_MARKUP = 12;
const WIDEST_INDENT = 60;
/** In characters, of lines without an empty one between them: Markdown's time goes with the square of it. */
const LONGEST_BLOCK = 8000;
/** Brackets in brackets. */
const DEEPEST_FLOW = 24;

export interface Excess {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
/** The first thing that is too much; undefined: nothing is. */
export function excessIn(source: string): Excess | undefined {
  if (source.length > LARGEST_FILE) {
    return { line: 1, column: 1, message: `a lesson has ${LARGEST_FILE} characters at most` };
  }
  let block = 0;
  for (const [i, line] of source.split('\n').entries()) {
    const nul = line.indexOf('\0');
    if (nul >= 0)
      return { line: i + 1, column: nul + 1, message: 'there is a NUL here: a lesson is text in UTF-8' };
    const column = tooDeepAt(line);
    if (column >= 0) return { line: i + 1, column: column + 1, message: 'this is nested too deeply' };
    block = line.trim() === '' ? 0 : block + line.length;
    if (block > LONGEST_BLOCK)
      return {
        line: i + 1,
        column: 1,
        message: `there are more than ${LONGEST_BLOCK} characters without an empty line`,
      };
  }
  return undefined;
}
/** What may open something before a line's own words: quotes, items of lists, of YAML too. */
const OPENINGS = /^[\s>*+?:\d.)-]*/;
const OPENING = />|[*+?:-](?=\s)|\d+[.)](?=\s)/g;
function tooDeepAt(line: string): number {
  const [before = ''] = OPENINGS.exec(line) ?? [];
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  if (indent > WIDEST_INDENT && indent < line.length) return WIDEST_INDENT;
  return [...before.matchAll(OPENING)][DEEPEST_MARKUP]?.index ?? -1;
}
/** Where in a YAML text a bracket is opened within too many others; -1: nowhere. */
export function tooDeepBracket(text: string): number {
  let depth = 0;
  let offset = 0;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    const control = CONTROL.has(token);
    if (!scalar && !control) {
      if (token === '[' || token === '{') depth += 1;
      if (token === ']' || token === '}') depth -= 1;
      if (depth > DEEPEST_FLOW) return offset;
    }
    scalar = token === SCALAR;
    if (!control) offset += token.length;
  }
  return -1;
}
/** The lexer's own marks, which are not in the text. */
const SCALAR = '\u001f';
const CONTROL: ReadonlySet<string> = new Set(['\u0002', '\u0018', SCALAR]);
