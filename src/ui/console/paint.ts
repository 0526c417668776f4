// Lines as a terminal draws them. Colours are places in the palette, so that another theme repaints nothing.
import type { Advice, Mark } from '../../app/advice.ts';
import type { Editing } from './editor.ts';
import { countOf, next } from './graphemes.ts';
import type { Line } from './lines.ts';

/** Palette places; screen.ts fills them from the theme. */
const CLIENT = '33';
const SERVER = '34';
const REFUSAL = '31';
/** A command's tag, and its answer's: in neither voice, since both say it. */
const TAG = '1;97';
const SOFT = '37';
const FAINT = '90';
const MOMENT = '46';
const WRONG = '4:3;58:5:1'; // a red wave
const OFF = '\x1b[0m';

const sgr = (codes: string, text: string): string => (text === '' ? '' : `\x1b[${codes}m${text}${OFF}`);

export interface PaintWords {
  /** "… 2,995,312 octets more" */
  readonly folded: (octets: number) => string;
  /** "(reverse-i-search)`bob': " */
  readonly search: (query: string) => string;
}
export interface PaintOptions {
  /** Draw the line ends as they were on the wire. */
  readonly ends: boolean;
  /** The event looked at; -1: the present, where nothing stands out. */
  readonly moment: number;
  /** Cells in a row. */
  readonly columns: number;
}
/** Before a line that is no command but part of a letter. */
const LETTER = '│';
/** Before what a server refuses with: it is told by more than its colour. */
const NO = '×';
/** Says which cell a lock is drawn in: no line here is ever overlined, so the style sheet can tell by that (console.css). */
const LOCK = '53';
/** One cell for the lock, one for the mark, one between. */
const gutter = (mark: string): string => ` ${mark} `;
const END = { '': '', '\n': ' LF', '\r\n': ' CR LF' } as const;

function ink(line: Line): string {
  if (line.by === 'folded') return `${FAINT};3`;
  if (line.by === 'tool') return SOFT;
  if (line.by === 'typed') return CLIENT;
  return line.refused ? REFUSAL : SERVER;
}
/** One line, without its line end; in a connection its further rows keep clear of the marks. */
export function paintLine(line: Line, words: PaintWords, options: PaintOptions): string {
  const rows = rowsOf(line, words, options);
  const { ends, moment } = options;
  rows.push((rows.pop() ?? '') + (ends ? sgr(FAINT, END[line.end]) : ''));
  if (line.event !== moment) return rows.join('\r\n');
  const lit = `\x1b[${MOMENT}m`;
  return rows.map((row) => `${lit}${row.replaceAll(OFF, `${OFF}${lit}`)}\x1b[K${OFF}`).join('\r\n');
}
const kept = new WeakMap<Line, { readonly words: PaintWords; readonly key: string; readonly rows: string }>();
/** The same, worked out once for a line that is not the moment looked at. */
export function painted(line: Line, words: PaintWords, options: PaintOptions): string {
  if (line.event === options.moment) return paintLine(line, words, options);
  const key = `${options.columns}${options.ends}`;
  const known = kept.get(line);
  if (known?.words === words && known.key === key) return known.rows;
  const rows = paintLine(line, words, options);
  kept.set(line, { words, key, rows });
  return rows;
}
function markOf({ refused, sign, content, by }: Line): string {
  if (refused) return NO;
  return sign ?? (content ? LETTER : by === 'typed' ? '›' : '‹');
}
function rowsOf(line: Line, words: PaintWords, { columns, ends }: PaintOptions): string[] {
  if (line.by === 'folded') return [inked(line, gutter(' ') + words.folded(line.folded), 0)];
  if (line.by === 'tool') return [sgr(ink(line), line.text)];
  if (line.prompt !== '') return [sgr(FAINT, line.prompt) + line.text];
  const mark = markOf(line);
  const room = columns - gutter(mark).length - (ends ? END[line.end].length : 0);
  const { text, marks } = line;
  let at = 0;
  return wrapped(text, room).map((row, i) => {
    const from = at;
    at += row.length;
    const lead = gutter(i === 0 ? mark : ' ');
    return marks
      ? inked(line, lead, i) + stretches(text, from, at, marks, ink(line))
      : inked(line, lead + row, i);
  });
}
/** What an eavesdropper cannot read has a lock before its first row. */
const inked = (line: Line, row: string, nth: number): string =>
  line.secure && nth === 0 ? sgr(LOCK, ' ') + sgr(ink(line), row.slice(1)) : sgr(ink(line), row);
/** Rows of at most so many cells, broken after a blank where one is near. Only where a character is a cell: ASCII. */
export function wrapped(text: string, room: number): readonly string[] {
  if (text.length <= room || room < NARROW || !/^[ -~]*$/.test(text)) return [text];
  const rows: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const blank = rest.lastIndexOf(' ', room - 1) + 1;
    const at = blank > room * 0.6 ? blank : room;
    rows.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...rows, rest];
}
const NARROW = 20;

/** The line being written, as two halves: what is before the caret and what follows. */
export interface Written {
  readonly before: string;
  readonly after: string;
}
export interface Writing {
  readonly editing: Editing;
  readonly advice: Advice;
  /** '' in a connection: then the client's mark stands there. */
  readonly prompt: string;
  /** Nobody listens yet: the mark is faint. */
  readonly idle: boolean;
  /** What is written belongs to a letter. */
  readonly content: boolean;
}
const STYLE: Readonly<Record<Mark['role'], string>> = {
  tag: TAG,
  verb: `1;${CLIENT}`,
  argument: CLIENT,
  secret: CLIENT,
  wrong: WRONG,
  strong: '1',
  faint: FAINT,
  asks: '1;4',
};
/** What is shown of a long line: a window around the caret, so that the screen always holds it. */
const ROOM = 800;

export function paintWriting(writing: Writing, words: PaintWords): Written {
  const { editing, advice, prompt } = writing;
  const { text, caret, search } = editing;
  const base = prompt === '' ? CLIENT : '39';
  const from = text.length > ROOM ? next(text, Math.max(0, caret - ROOM / 2) - 1) : 0;
  const to = Math.min(text.length, from + ROOM);
  const half = (a: number, b: number): string => stretches(text, a, b, advice.marks, base);
  const lead = search ? sgr(FAINT, words.search(search.query)) : leadOf(writing);
  const offered = advice.ghost.split('\n').map((row) => sgr(FAINT, row));
  const ghost = caret === text.length && !search ? offered.join(`\r\n${sgr(FAINT, gutter(LETTER))}`) : '';
  return {
    before: lead + (from > 0 ? sgr(FAINT, '…') : '') + half(from, caret),
    after: half(caret, to) + (to < text.length ? sgr(FAINT, '…') : '') + ghost,
  };
}
const leadOf = ({ prompt, idle, content }: Writing): string =>
  prompt === '' ? sgr(idle ? FAINT : CLIENT, gutter(content ? LETTER : '›')) : sgr(FAINT, prompt);

/** Text from `a` to `b`, cut where a mark begins or ends. Marks may lie over each other: their styles add up. */
function stretches(text: string, a: number, b: number, marks: readonly Mark[], base: string): string {
  const borders = new Set([a, b]);
  for (const { from, to } of marks) for (const at of [from, to]) if (at > a && at < b) borders.add(at);
  const sorted = Array.from(borders).toSorted((x, y) => x - y);
  let out = '';
  sorted.forEach((from, i) => {
    const to = sorted[i + 1];
    if (to === undefined) return;
    const over = marks.filter((mark) => mark.from <= from && mark.to >= to);
    const part = text.slice(from, to);
    const shown = over.some(({ role }) => role === 'secret') ? '•'.repeat(countOf(part)) : part;
    out += sgr([base, ...over.map(({ role }) => STYLE[role])].join(';'), shown);
  });
  return out;
}
