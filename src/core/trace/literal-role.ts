// What an announced literal is for: the argument that the grammar would read it as.
import type { Octets } from '../base/octets.ts';
import type { Reader } from './protocols.ts';

/** The line of a command up to the brace of an announcement, in that state; '' when no argument can stand there. */
export function literalRole(reader: Reader, state: string, line: Octets): string {
  const empty = `${line}{0}\r\n`;
  const { spans } = reader.spansOf(state, empty);
  return spans.findLast(({ from, role }) => from === empty.length && role !== 'literal size')?.role ?? '';
}
