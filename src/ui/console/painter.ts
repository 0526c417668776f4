// Writes lines, and the line being written below them, to a terminal: only what changed; after a rewind first what is in view,
// and what lies above it as soon as there is time.
import type { IDisposable, Terminal } from '@xterm/xterm';
import type { Line } from './lines.ts';
import { painted, paintWriting, type PaintOptions, type PaintWords, type Writing } from './paint.ts';
import { EMPTIED, ERASING, placesOn, type Places } from './places.ts';

export interface Picture extends Omit<PaintOptions, 'columns'> {
  readonly lines: readonly Line[];
  /** Undefined: nobody writes here, as on touch, where the line has a field of its own. */
  readonly writing: Writing | undefined;
  /** A moment that is over, be it before the first event. */
  readonly past: boolean;
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
  readonly places: Places;
  /** As painted, from the line numbered `first` on. */
  rows: readonly string[];
  first: number;
  lights: readonly IDisposable[];
  /** What they stand for: what is written again is lit again. */
  lit: { readonly lines: readonly number[]; readonly color: string };
  latest: Picture | undefined;
  /** All of it is to be written again. */
  stale: boolean;
  /** It shows a moment that is over. */
  past: boolean;
  busy: boolean;
  waiting: boolean;
  gone: boolean;
  /** Will put back what lies above the view. */
  later: ReturnType<typeof setTimeout> | undefined;
}
/** More lines than so many views are not written at once. */
const VIEWS = 2;
/** Nothing has moved for so long (ms): there is time for what nobody sees yet. */
const AT_REST = 300;
/** Lines between two looks at whether something newer waits. */
const BATCH = 200;
const SYNC = '\x1b[?2026h';
const END_SYNC = '\x1b[?2026l';
const WIPE = '\x1b[H\x1b[2J\x1b[3J';
const WRITING = 'writing';
const CARET = 'caret';

export function painterFor(term: Terminal, words: PaintWords): Painter {
  const canvas: Canvas = {
    term,
    words,
    places: placesOn(term),
    rows: [],
    first: 0,
    lights: [],
    lit: { lines: [], color: '' },
    latest: undefined,
    stale: true,
    past: false,
    busy: false,
    waiting: false,
    gone: false,
    later: undefined,
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
    light: (lines, color) => {
      canvas.lit = { lines, color };
      light(canvas);
    },
    stop: () => {
      canvas.gone = true;
      clearTimeout(canvas.later);
      canvas.places.dispose();
    },
    stopped: () => canvas.gone,
  };
}
function request(canvas: Canvas): void {
  if (canvas.gone || !canvas.latest) return;
  if (canvas.busy) canvas.waiting = true;
  else paint(canvas, canvas.latest);
}
function paint(canvas: Canvas, picture: Picture): void {
  const { term, places, words } = canvas;
  clearTimeout(canvas.later);
  canvas.busy = true;
  const options = { ends: picture.ends, moment: picture.moment, columns: term.cols };
  const kept = picture.lines.slice(canvas.first).map((line) => painted(line, words, options));
  const same = commonPrefix(canvas.rows, kept);
  const leap = (canvas.past || picture.past) && kept.length - same > VIEWS * term.rows;
  const row = canvas.stale || leap ? -1 : rowOf(canvas, same);
  canvas.past = picture.past;
  // A write that follows a key is parsed at once: this one is in the very next frame.
  if (picture.past) term.input('', true);
  if (row >= 0) {
    canvas.rows = kept;
    const erase = `\x1b[${row + 1};1H${places.here(ERASING)}\x1b[J`;
    term.write(SYNC + erase + rowsFrom(canvas, same) + writingOf(canvas, picture), () => finish(canvas));
  } else {
    const wipe = begin(canvas, picture, firstInView(picture.lines, term));
    term.write(wipe + rowsFrom(canvas, 0) + writingOf(canvas, picture), () => finish(canvas));
  }
}
/** The first line of the last view: each that scrolls out of it at once would be a scroll of its own to the terminal. */
function firstInView(lines: readonly Line[], { rows, cols }: Terminal): number {
  let first = lines.length;
  // the line being written has a row too
  for (let room = rows - 1; room > 0 && first > 0; first--)
    room -= Math.max(1, Math.ceil((lines[first - 1]?.text.length ?? 0) / cols));
  return first;
}
/** On an empty terminal, from the line numbered so on. */
function begin(canvas: Canvas, { lines, ends, moment }: Picture, first: number): string {
  const { term, words, places } = canvas;
  const options = { ends, moment, columns: term.cols };
  canvas.rows = lines.slice(first).map((line) => painted(line, words, options));
  canvas.first = first;
  canvas.stale = false;
  return SYNC + WIPE + places.here(EMPTIED);
}
/** Where the line of `rows` numbered so begins on the screen; below 0: that is not known, or out of reach. */
function rowOf({ term, rows, first, places }: Canvas, nth: number): number {
  const place = places.of(nth < rows.length ? String(first + nth) : WRITING);
  return place ? place.row - term.buffer.active.baseY : -1;
}
function commonPrefix(old: readonly string[], now: readonly string[]): number {
  let n = 0;
  while (n < old.length && n < now.length && old[n] === now[n]) n++;
  return n;
}
function rowsFrom({ rows, first, places }: Canvas, from: number, to = rows.length): string {
  let out = '';
  for (let i = from; i < to; i++) out += `${places.here(String(first + i))}${rows[i] ?? ''}\r\n`;
  return out;
}
function writingOf({ words, places }: Canvas, { writing }: Picture): string {
  const { before, after } = writing ? paintWriting(writing, words) : { before: '', after: '' };
  // one blank more: the row the caret may wrap to is there
  const rest = writing ? `${after} ` : '';
  return `\x1b[?25${writing ? 'h' : 'l'}${places.here(WRITING)}${before}${places.here(CARET)}${rest}`;
}
/** The caret's place is asked of the terminal, never computed. */
function caretHome({ term, places }: Canvas): string {
  const { row, column } = places.of(CARET) ?? { row: 0, column: 0 };
  const wrapped = column >= term.cols;
  const line = row + (wrapped ? 1 : 0) - term.buffer.active.baseY;
  return `\x1b[${line + 1};${wrapped ? 1 : column + 1}H${END_SYNC}`;
}
function finish(canvas: Canvas): void {
  // what a terminal was still to write when it went away is told all the same
  if (canvas.gone) return;
  canvas.term.write(caretHome(canvas), () => done(canvas));
}
function done(canvas: Canvas): void {
  canvas.busy = false;
  if (canvas.gone) return;
  if (canvas.lit.lines.length > 0) light(canvas);
  if (canvas.waiting) {
    canvas.waiting = false;
    request(canvas);
  } else if (canvas.first > 0) canvas.later = setTimeout(() => complete(canvas), AT_REST);
}
/** What lies above the view, as if it had always been there: nothing that is in view moves. */
function complete(canvas: Canvas): void {
  const { term, latest, places } = canvas;
  if (canvas.gone || canvas.busy || !latest) return;
  canvas.busy = true;
  const { baseY, viewportY } = term.buffer.active;
  const from = places.of(WRITING)?.row ?? 0;
  term.write(begin(canvas, latest, 0));
  // newer than what is being written: that has no use any more
  const overtaken = (): boolean => {
    canvas.stale ||= canvas.waiting;
    return canvas.stale || canvas.gone;
  };
  const end = (): void => {
    const below = (places.of(WRITING)?.row ?? 0) - (from - baseY) - term.buffer.active.baseY;
    term.write(`\x1b[${term.rows};1H${'\n'.repeat(Math.max(0, below))}`, () => {
      term.write(caretHome(canvas), () => {
        if (viewportY < baseY) term.scrollLines(viewportY - baseY);
        done(canvas);
      });
    });
  };
  const on = (at: number): void => {
    if (overtaken()) done(canvas);
    else if (at >= canvas.rows.length) term.write(writingOf(canvas, latest), end);
    else term.write(rowsFrom(canvas, at, Math.min(at + BATCH, canvas.rows.length)), () => on(at + BATCH));
  };
  on(0);
}
const startOf = ({ places }: Canvas, line: number): number => places.of(String(line))?.row ?? -1;
const endOf = ({ rows, first, places }: Canvas, line: number): number =>
  places.of(line + 1 < first + rows.length ? String(line + 1) : WRITING)?.row ?? -1;

function lineAt(canvas: Canvas, row: number): number {
  if (row >= (canvas.places.of(WRITING)?.row ?? -1)) return -1;
  for (let i = canvas.first + canvas.rows.length - 1; i >= canvas.first; i--) {
    const start = startOf(canvas, i);
    if (start < 0) return -1;
    if (start <= row) return i;
  }
  return -1;
}
function light(canvas: Canvas): void {
  const { term, lit: looked } = canvas;
  for (const old of canvas.lights) old.dispose();
  const { baseY, cursorY } = term.buffer.active;
  canvas.lights = looked.lines.flatMap((line) => {
    const start = startOf(canvas, line);
    if (start < 0 || line >= canvas.first + canvas.rows.length) return [];
    const marker = term.registerMarker(start - baseY - cursorY);
    const height = Math.max(1, endOf(canvas, line) - start);
    const lit = term.registerDecoration({
      marker,
      x: 0,
      width: term.cols,
      height,
      backgroundColor: looked.color,
      layer: 'bottom',
    });
    return [marker, ...(lit ? [lit] : [])];
  });
}
