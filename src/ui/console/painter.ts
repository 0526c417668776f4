// Writes lines, and the line being written below them, to a terminal: only what changed; after a leap what is in view, and what lies
// above it when somebody comes near it (refill.ts).
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
  readonly canvas: Canvas;
  /** Lines, by number, that stand out for as long as somebody points at them. */
  readonly light: (lines: readonly number[], color: string) => void;
  /** Somebody may scroll up, or will not: till then nothing is above the view that was not seen there. */
  readonly near: (near: boolean) => void;
  /** True: what lies above the view is being put back; then this is done. */
  readonly reach: (then: () => void) => boolean;
  readonly stop: () => void;
  readonly stopped: () => boolean;
}
/** What is on the terminal; it parses in its own time, so a new picture waits until the last is through. */
export interface Canvas {
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
  /** Below them: the line being written, or nothing. */
  written: string;
  /** Somebody writes there. */
  writes: boolean;
  /** All of it is to be written again. */
  stale: boolean;
  /** The terminal was asked to draw nothing until it has all. */
  synced: boolean;
  /** It shows a moment that is over. */
  past: boolean;
  busy: boolean;
  waiting: boolean;
  gone: boolean;
  near: boolean;
  /** Asked for what lies above the view. */
  then: (() => void) | undefined;
  /** Will put it back. */
  later: ReturnType<typeof setTimeout> | undefined;
}
/** More lines than so many views are not written at once. */
const VIEWS = 2;
/** Nothing has moved for so long (ms): there is time for what nobody sees yet. */
const AT_REST = 300;
export const SYNC = '\x1b[?2026h';
/** Then the terminal draws all of its rows. */
const END_SYNC = '\x1b[?2026l';
const HIDE_CARET = '\x1b[?25l';
const SHOW_CARET = '\x1b[?25h';
const WIPE = '\x1b[H\x1b[J';
/** The terminal scrolls for it, and draws all of its rows once more. */
const FORGET = '\x1b[3J';
const BREAK = '\r\n';
export const WRITING = 'writing';
const CARET = 'caret';

const blank = (term: Terminal, words: PaintWords): Canvas => ({
  term,
  words,
  places: placesOn(term),
  rows: [],
  first: 0,
  lights: [],
  lit: { lines: [], color: '' },
  latest: undefined,
  written: '',
  writes: false,
  stale: true,
  synced: false,
  past: false,
  busy: false,
  waiting: false,
  gone: false,
  near: false,
  then: undefined,
  later: undefined,
});
export function painterFor(term: Terminal, words: PaintWords): Painter {
  const canvas = blank(term, words);
  return {
    show: (picture) => {
      canvas.latest = picture;
      request(canvas);
    },
    again: () => {
      canvas.stale = true;
      request(canvas);
    },
    canvas,
    light: (lines, color) => {
      canvas.lit = { lines, color };
      relight(canvas);
    },
    near: (near) => {
      canvas.near = near;
      soon(canvas, 0);
    },
    reach: (then) => {
      if (canvas.first === 0) return false;
      canvas.then = then;
      soon(canvas, 0);
      return true;
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
  canvas.then = undefined;
  const options = { ends: picture.ends, moment: picture.moment, columns: term.cols };
  const kept = picture.lines.slice(canvas.first).map((line) => painted(line, words, options));
  const same = commonPrefix(canvas.rows, kept);
  const top = rowOf(canvas, same);
  const leap =
    ((canvas.past || picture.past) && kept.length - same > VIEWS * term.rows) ||
    (same < canvas.rows.length && isBare(canvas, top + kept.length - same));
  // of what comes before the first line that is there, nothing is known
  const before = canvas.first > 0 && kept.length === 0;
  const row = canvas.stale || leap || before ? -1 : top;
  canvas.past = picture.past;
  // A write that follows a key is parsed at once: this one is in the very next frame.
  if (picture.past) term.input('', true);
  const writing = writingOf(canvas, picture);
  const known = canvas.rows.length === same && kept.length === same && canvas.written === writing;
  canvas.written = writing;
  canvas.writes = picture.writing !== undefined;
  if (row >= 0 && known) done(canvas);
  else if (row >= 0) {
    canvas.rows = kept;
    // only what is written anew is drawn anew; the caret is not seen where it does not belong
    const erase = `${HIDE_CARET}\x1b[${row + 1};1H${places.here(ERASING)}\x1b[J`;
    term.write(erase + rowsFrom(canvas, same) + writing, () => finish(canvas));
  } else {
    const { first, over } = viewOf(picture, words, term);
    const wipe = begin(canvas, picture, first) + places.here(String(first));
    term.write(wipe + fromRow(over, rowsFrom(canvas, 0)) + writing, () => finish(canvas));
  }
}
/** Would most of the view be blank with so many rows, though there is more above? What led up to a moment is seen with it. */
const isBare = ({ term, first }: Canvas, rows: number): boolean =>
  rows < term.rows / 2 && (first > 0 || term.buffer.active.baseY > 0);
interface View {
  readonly first: number;
  /** Rows of the first line that are above it. */
  readonly over: number;
}
/** The last of them: each line that scrolls out of the view at once would be a scroll of its own to the terminal. */
function viewOf({ lines, ends, moment }: Picture, words: PaintWords, { rows, cols }: Terminal): View {
  const options = { ends, moment, columns: cols };
  // the line being written has a row too
  let room = rows - 1;
  let first = lines.length;
  let broken = 1;
  for (; room > 0 && first > 0; first--) {
    const line = lines[first - 1];
    if (!line) break;
    broken = painted(line, words, options).split(BREAK).length;
    room -= Math.max(broken, Math.ceil((line.prompt.length + line.text.length) / cols));
  }
  // what the terminal is to break stays whole
  return { first, over: broken > -room ? Math.max(0, -room) : 0 };
}
function fromRow(nth: number, out: string): string {
  let at = 0;
  for (let n = 0; n < nth; n++) at = out.indexOf(BREAK, at) + BREAK.length;
  return out.slice(at);
}
/** On an empty terminal, from the line numbered so on. */
export function begin(canvas: Canvas, { lines, ends, moment }: Picture, first: number): string {
  const { term, words, places } = canvas;
  const options = { ends, moment, columns: term.cols };
  canvas.rows = lines.slice(first).map((line) => painted(line, words, options));
  canvas.first = first;
  canvas.stale = false;
  canvas.synced = true;
  return SYNC + HIDE_CARET + WIPE + (term.buffer.active.baseY > 0 ? FORGET : '') + places.here(EMPTIED);
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
export function rowsFrom({ rows, first, places }: Canvas, from: number, to = rows.length): string {
  let out = '';
  for (let i = from; i < to; i++) out += places.here(String(first + i)) + (rows[i] ?? '') + BREAK;
  return out;
}
export function writingOf({ words, places }: Canvas, { writing }: Picture): string {
  const { before, after } = writing ? paintWriting(writing, words) : { before: '', after: '' };
  // one blank more: the row the caret may wrap to is there
  const rest = writing ? `${after} ` : '';
  return `${places.here(WRITING)}${before}${places.here(CARET)}${rest}`;
}
/** The caret's place is asked of the terminal, never computed. */
export function caretHome(canvas: Canvas): string {
  const { term, places, writes, synced } = canvas;
  canvas.synced = false;
  const { row, column } = places.of(CARET) ?? { row: 0, column: 0 };
  const wrapped = column >= term.cols;
  const line = row + (wrapped ? 1 : 0) - term.buffer.active.baseY;
  const home = `\x1b[${line + 1};${wrapped ? 1 : column + 1}H`;
  return home + (writes ? SHOW_CARET : '') + (synced ? END_SYNC : '');
}
function finish(canvas: Canvas): void {
  // what a terminal was still to write when it went away is told all the same
  if (canvas.gone) return;
  canvas.term.write(caretHome(canvas), () => done(canvas));
}
export function done(canvas: Canvas): void {
  canvas.busy = false;
  if (canvas.gone) return;
  if (canvas.lit.lines.length > 0) relight(canvas);
  if (canvas.waiting || canvas.stale) {
    canvas.waiting = false;
    request(canvas);
  } else soon(canvas, AT_REST);
}
function relight(canvas: Canvas): void {
  if (canvas.lit.lines.length + canvas.lights.length === 0) return;
  import('./lights.ts').then(
    ({ light }) => light(canvas),
    () => undefined, // in the dark, then
  );
}
/** Does somebody want what lies above the view? */
export const isWanted = ({ near, then, first }: Canvas): boolean => first > 0 && (near || then !== undefined);
function soon(canvas: Canvas, ms: number): void {
  if (!isWanted(canvas)) return;
  clearTimeout(canvas.later);
  canvas.later = setTimeout(() => {
    // whoever comes near again asks again
    import('./refill.ts').then(
      ({ refill }) => refill(canvas),
      () => undefined,
    );
  }, ms);
}
