import type { Messages } from '../messages/en.ts';
import { stateTitle } from '../machine/reader.ts';
import { shortName, spanText, visible } from '../shell/words.ts';
import type { Row } from './rows.ts';

/** What happened, in words of ours; undefined where the row is wire text. */
export function noteOf({ kind, what, text }: Row, messages: Messages): string {
  const { sequence } = messages;
  if (kind === 'deed') {
    const deeds: Readonly<Record<string, string>> = sequence.deeds;
    return [deeds[what] ?? what, visible(text)].filter((word) => word !== '').join(': ');
  }
  if (kind === 'wait') return sequence.waited(spanText(Number(what), messages));
  const notes: Readonly<Record<string, string>> = sequence.notes;
  return notes[what] ?? what;
}
/** A row as it is read aloud. */
export function labelOf(row: Row, messages: Messages): string {
  const { sequence, network } = messages;
  const { kind, text, from, to, size, more } = row;
  if (kind === 'text' || kind === 'dns' || kind === 'record') {
    const words = [
      `${noteOf(row, messages)} ${text}`.trim(),
      more > 0 ? sequence.lines(more) : '',
      network.octets(size),
    ];
    return sequence.from(shortName(from), shortName(to), words.filter((w) => w !== '').join(', '));
  }
  if (kind === 'state') return sequence.state(messages.declared(stateTitle(row.what, text)));
  if (kind === 'deed') return `${shortName(from)}, ${noteOf(row, messages)}`;
  return [noteOf(row, messages), text].filter((w) => w !== '').join(': ');
}
