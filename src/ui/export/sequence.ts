// The sequence as text and as a Mermaid diagram: the same rungs as the panel draws, in the same words.
import type { Messages } from '../messages/en.ts';
import { labelOf, noteOf } from '../sequence/label.ts';
import type { Row } from '../sequence/rows.ts';
import { stateTitle } from '../machine/reader.ts';
import { boxName, clockText, shortName } from '../shell/words.ts';

export const isArrow = ({ kind }: Row): boolean =>
  kind === 'text' || kind === 'dns' || kind === 'record' || kind === 'call';
/** What stands on an arrow, or in a mark. */
export function wordsOf(row: Row, messages: Messages): string {
  const folded = row.more > 0 ? ` ${messages.sequence.lines(row.more)}` : '';
  if (row.kind === 'call') return `${noteOf(row, messages)} ${row.text}`.trim();
  if (isArrow(row)) return `${row.text}${folded}`;
  if (row.kind === 'state') return messages.declared(stateTitle(row.what, row.text));
  if (row.kind === 'store') return `${boxName(row.text)}: ${noteOf(row, messages)}`;
  if (row.kind === 'deed') return noteOf(row, messages);
  return [noteOf(row, messages), row.text].filter((it) => it !== '').join(': ');
}
export const ladderText = (rows: readonly Row[], epoch: number, messages: Messages): string =>
  rows.map((row) => `${clockText(epoch, row.at)}  ${labelOf(row, messages)}\n`).join('');

/**
 * What Mermaid would read as something else: an entity, the end of a statement, markup, `%%{init}` and comments, a formula between `$$`;
 * and the colon of `wrap:`, or of what it takes for a style, whose last entity it would leave open.
 */
const MEANT = /[#;<>&"%$]|(?<=^(?:no)?wrap|(?:style|classDef).*):/gi;
const escaped = (text: string): string => text.replace(MEANT, (c) => `#${c.charCodeAt(0)};`) || ' ';
export function mermaid(rows: readonly Row[], messages: Messages): string {
  const hosts = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].filter((host) => host !== '');
  const lane = (host: string): string => `h${hosts.indexOf(host)}`;
  const over = hosts.length > 1 ? `${lane(hosts[0] ?? '')},${lane(hosts.at(-1) ?? '')}` : 'h0';
  const lines = rows.map((row) => {
    const text = escaped(wordsOf(row, messages));
    if (isArrow(row) && row.from !== '' && row.to !== '')
      return `${lane(row.from)}${row.voice === 'client' ? '->>' : '-->>'}${lane(row.to)}: ${text}`;
    const at = row.kind === 'state' || row.kind === 'store' || row.kind === 'deed' ? row.to : '';
    return `Note over ${at === '' ? over : lane(at)}: ${text}`;
  });
  const named = hosts.map((host) => `participant ${lane(host)} as ${escaped(shortName(host))}`);
  return `${['sequenceDiagram', ...named, ...(hosts.length > 0 ? lines : [])].join('\n  ')}\n`;
}
