import type { Note } from '../../app/advice.ts';
import { part } from '../messages/part.ts';
import { literalWords } from './words.ts';

const m = part(literalWords, 'literal');

/** What comes after a line that announces an argument. */
export function LiteralNote({ note }: { readonly note: Extract<Note, { kind: 'literal' }> }) {
  return m.next(note.octets, note.name, note.waits);
}
