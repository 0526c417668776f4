// Writes lines, and the line being written below them, to a terminal: only what changed, everything after a rewind.
import type { IDisposable, IMarker, Terminal } from '@xterm/xterm';
import type { Line } from './lines.ts';
import { paintLine, paintWriting, type PaintOptions, type PaintWords, type Writing } from './paint.ts';

export interface Picture extends Omit<PaintOptions, 'columns'> {
  readonly lines: readonly Line[];
  /** Undefined: nobody writes here, as on touch, where the line has a field of its own. */
  readonly writing: Writing | undefined;
}
export interface Painter {
  readonly show: (picture: Picture) => void;
  /** Everything once more: the columns have changed. */
  readonly again: () => void;
  /** The line on that row of the scrollback, counted from its beginning; -1: none. */
  readonly lineAt: (row: number) => number;
  /** Lines, by number, that stand out for as long as somebody points at them. */
  readonly light: (lines: readonly number[], color: string) => void;
  readonly stop: () => void;
  readonly stopped: () => boolean;
}
/** What is on the terminal; it parses in its own time, so a new picture waits until the last is through. */
interface Canvas {
  readonly term: Terminal;
  readonly words: PaintWords;
  /** As painted, and where each begins as far as that is known. */
  rows: readonly string[];
  readonly starts: (IMarker | undefined)[];
  writingAt: IMarker | undefined;
  lights: readonly IDisposable[];
  latest: Picture | undefined;
  /** All of it is to be written again. */
  stale: boolean;
  busy: boolean;
  waiting: boolean;
  gone: boolean;
}
/** Where lines this near the end begin is kept: they may be rewritten, or pointed at. */
const TRACKED = 400;
const SYNC = '\x1b[?2026h';
const END_SYNC = '\x1b[?2026l';
const WIPE = '\x1b[H\x1b[2J\x1b[3J';

export function painterFor(term: Terminal, words: PaintWords): Painter {
  const canvas: Canvas = {
    term,
    words,
    rows: [],
    starts: [],
    writingAt: undefined,
    lights: [],
    latest: undefined,
    stale: false,
    busy: false,
    waiting: false,
    gone: false,
  };
  return {
    show: (picture) => {
      canvas.latest = picture;
      request(canvas);
    },
    again: () => {
      canvas.stale = true;
      request(canvas);
    },
    lineAt: (row) => lineAt(canvas, row),
    light: (lines, color) => light(canvas, lines, color),
    stop: () => {
      canvas.gone = true;
    },
    stopped: () => canvas.gone,
  };
}
function request(canvas: Canvas): void {
  if (canvas.gone || !canvas.latest) return;
  if (canvas.busy) canvas.waiting = true;
  else paint(canvas, canvas.latest);
}
function paint(canvas: Canvas, { lines, writing, ends, moment }: Picture): void {
  const { term, words } = canvas;
  canvas.busy = true;
  const next = lines.map((line) => paintLine(line, words, { ends, moment, columns: term.cols }));
  const same = commonPrefix(canvas.rows, next);
  const row = canvas.stale ? -1 : rowOf(canvas, same);
  canvas.stale = false;
  const from = row < 0 ? 0 : same;
  term.write(SYNC + (row < 0 ? WIPE : `\x1b[${row + 1};1H\x1b[J`));
  canvas.starts.length = from;
  canvas.rows = next;
  writeRows(canvas, lines, from);
  writeWriting(canvas, writing);
}
/** On which row of the screen the line numbered so begins; below 0: that is not known, or out of reach. */
function rowOf({ term, rows, starts, writingAt }: Canvas, line: number): number {
  const marker = line < rows.length ? starts[line] : writingAt;
  return marker && !marker.isDisposed ? marker.line - term.buffer.active.baseY : -1;
}
function commonPrefix(old: readonly string[], now: readonly string[]): number {
  let n = 0;
  while (n < old.length && n < now.length && old[n] === now[n]) n++;
  return n;
}
function writeRows({ term, rows, starts }: Canvas, lines: readonly Line[], from: number): void {
  let gathered = '';
  lines.slice(from).forEach((line, nth) => {
    const i = from + nth;
    if (line.secure || i >= rows.length - TRACKED) {
      term.write(gathered, () => {
        const marker = term.registerMarker(0);
        starts[i] = marker;
        if (line.secure && line.by !== 'tool') lock(term, marker);
      });
      gathered = '';
    }
    gathered += `${rows[i] ?? ''}\r\n`;
  });
  term.write(gathered);
}
/** The caret's place is asked of the terminal, never computed: it alone knows how wide a character is. */
function writeWriting(canvas: Canvas, writing: Writing | undefined): void {
  const { term, words } = canvas;
  const { before, after } = writing ? paintWriting(writing, words) : { before: '', after: '' };
  let column = 0;
  let line = 0;
  term.write(`\x1b[?25${writing ? 'h' : 'l'}`, () => {
    canvas.writingAt = term.registerMarker(0);
  });
  term.write(before, () => {
    const { cursorX, cursorY, baseY } = term.buffer.active;
    const wrapped = cursorX >= term.cols;
    column = wrapped ? 0 : cursorX;
    line = baseY + cursorY + (wrapped ? 1 : 0);
  });
  // one blank more: the row the caret may wrap to is there
  term.write(writing ? `${after} ` : '', () => {
    term.write(`\x1b[${line - term.buffer.active.baseY + 1};${column + 1}H${END_SYNC}`, () => done(canvas));
  });
}
const startOf = ({ starts }: Canvas, line: number): number => {
  const marker = starts[line];
  return marker && !marker.isDisposed ? marker.line : -1;
};
function lineAt(canvas: Canvas, row: number): number {
  const end = canvas.writingAt?.line ?? -1;
  if (row >= end) return -1;
  for (let i = canvas.rows.length - 1; i >= 0; i--) {
    const start = startOf(canvas, i);
    if (start < 0) return -1;
    if (start <= row) return i;
  }
  return -1;
}
function light(canvas: Canvas, lines: readonly number[], backgroundColor: string): void {
  const { term } = canvas;
  for (const old of canvas.lights) old.dispose();
  canvas.lights = lines.flatMap((line) => {
    const marker = canvas.starts[line];
    if (!marker || marker.isDisposed) return [];
    const below = line + 1 < canvas.rows.length ? startOf(canvas, line + 1) : (canvas.writingAt?.line ?? -1);
    const height = Math.max(1, below - marker.line);
    const lit = term.registerDecoration({
      marker,
      x: 0,
      width: term.cols,
      height,
      backgroundColor,
      layer: 'bottom',
    });
    return lit ? [lit] : [];
  });
}
function done(canvas: Canvas): void {
  canvas.busy = false;
  if (!canvas.waiting) return;
  canvas.waiting = false;
  request(canvas);
}
function lock(term: Terminal, marker: IMarker): void {
  const decoration = term.registerDecoration({ marker, x: 0, width: 1 });
  decoration?.onRender((element) => element.classList.add('mw-lock'));
}
