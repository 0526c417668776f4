// The sequence as a picture that stands alone: dark on white, arrows doubled by words, no fonts but the reader's own.
import type { Messages } from '../messages/en.ts';
import { labelOf } from '../sequence/label.ts';
import { lanesOf, type Machine } from '../sequence/lanes.ts';
import type { Row } from '../sequence/rows.ts';
import { clockText, pictured, shortName, shortened } from '../shell/words.ts';
import { isArrow, wordsOf } from './sequence.ts';

const INK = {
  text: '#1d2430',
  soft: '#566273',
  line: '#e3ded5',
  client: '#a85c00',
  server: '#0b62b0',
  tls: '#6a43c4',
  refusal: '#b3261e',
} as const;
const HEAD = 44;
const RUNG = 34;
const LETTER = 6.7;

/** XML holds neither control characters nor what Unicode says is none, not even as an entity. */
const xml = (text: string): string =>
  pictured(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
const colourOf = ({ refused, kind, voice, secure }: Row): string =>
  refused
    ? INK.refusal
    : kind === 'record' || (kind === 'break' && secure)
      ? INK.tls
      : kind === 'knob' || kind === 'wait'
        ? INK.soft
        : INK[voice];

interface Paper {
  readonly rows: readonly Row[];
  readonly hosts: readonly Machine[];
  readonly epoch: number;
  readonly messages: Messages;
}
export function sequenceSvg({ rows, hosts, epoch, messages }: Paper): string {
  const met = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const width = Math.max(760, 150 + met.size * 210);
  const lanes = lanesOf(hosts, rows, width);
  const height = HEAD + rows.length * RUNG + 16;
  const names = [...lanes.x].map(
    ([host, x]) =>
      `<text x="${x}" y="20" text-anchor="middle" font-weight="600" fill="${INK.text}">${xml(shortName(host))}</text>` +
      `<path d="M${x} 30V${height - 8}" stroke="${INK.line}"/>`,
  );
  const rungs = rows.map((row, i) => {
    const y = HEAD + i * RUNG + 18;
    const time = `<text x="8" y="${y + 4}" fill="${INK.soft}" font-size="9">${clockText(epoch, row.at).slice(0, 12)}</text>`;
    return `<g><title>${xml(labelOf(row, messages))}</title>${time}${rung(row, y, lanes.x, width, wordsOf(row, messages))}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="11"><title>${xml(messages.sequence.label)}</title><rect width="100%" height="100%" fill="#fff"/>${names.join('')}${rungs.join('')}</svg>\n`;
}
function rung(row: Row, y: number, x: ReadonlyMap<string, number>, width: number, words: string): string {
  const [from, to] = [x.get(row.from), x.get(row.to)];
  const colour = colourOf(row);
  const middle = (from ?? 70) / 2 + (to ?? width - 40) / 2;
  if (!isArrow(row) || from === undefined || to === undefined) {
    const own = row.kind === 'state' || row.kind === 'store';
    return mark(row, y, (own ? to : undefined) ?? middle, width, words);
  }
  const way = Math.sign(to - from) || 1;
  const text = shortened(words, Math.floor((width - 90) / LETTER));
  const at = within(middle, (Array.from(text).length * LETTER) / 2, width);
  const dash = row.voice === 'server' ? ' stroke-dasharray="6 3"' : '';
  return (
    `<text x="${at}" y="${y - 4}" text-anchor="middle" fill="${row.refused ? colour : INK.text}">${xml(text)}</text>` +
    `<path d="M${from + way * 3} ${y}L${to - way * 4} ${y + 6}" stroke="${colour}" stroke-width="1.6"${dash}/>` +
    `<path d="M${to - way * 11} ${y}L${to - way * 4} ${y + 6}l${-way * 7} 4" fill="none" stroke="${colour}" stroke-width="1.6"/>`
  );
}
function mark(row: Row, y: number, at: number, width: number, words: string): string {
  const text = shortened(words, 40);
  const half = (Array.from(text).length * LETTER) / 2 + 8;
  const x = within(at, half, width);
  return (
    `<rect x="${x - half}" y="${y - 12}" width="${2 * half}" height="20" rx="10" fill="#fff" stroke="${colourOf(row)}"/>` +
    `<text x="${x}" y="${y + 2}" text-anchor="middle" fill="${INK.text}">${xml(text)}</text>`
  );
}
/** The middle nearest to that one of what is so wide to either side: right of the times, and on the paper. */
const within = (middle: number, half: number, width: number): number =>
  Math.min(width - 8 - half, Math.max(78 + half, middle));
