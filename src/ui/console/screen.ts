// A terminal that shows lines and the line being written below them. Only what changed is written; a rewind writes all.
import type { IDisposable, IMarker, Terminal } from '@xterm/xterm';
import type { Line } from './lines.ts';
import { paintLine, paintWriting, type PaintOptions, type PaintWords, type Writing } from './paint.ts';
import { faceOf, optionsFor, paletteOf } from './theme.ts';

type Library = typeof import('./xterm.ts');

export interface Picture extends PaintOptions {
  readonly lines: readonly Line[];
  /** Undefined: nobody writes here, as on touch, where the line has a field of its own. */
  readonly writing: Writing | undefined;
}
export interface ScreenEvents {
  /** What a key sends. */
  readonly data: (data: string) => void;
  /** Would Tab do anything here? Else it goes on to the next control, as everywhere. */
  readonly takesTab: () => boolean;
  /** A finger scrolls here; it does not call the keyboard up. */
  readonly touch: boolean;
}
export interface Screen {
  show(picture: Picture): void;
  focus(): void;
  dispose(): void;
}
/** Lines this near the end may still be rewritten: an open line, a count of folded octets. */
const REWRITABLE = 24;
const SHOWN = 4000;
const SYNC = '\x1b[?2026h';
const END_SYNC = '\x1b[?2026l';
const BRACKETED_PASTE = '\x1b[?2004h';

export function openScreen(
  { Terminal, FitAddon }: Library,
  element: HTMLElement,
  on: ScreenEvents,
  words: PaintWords & { readonly input: string },
): Screen {
  Terminal.strings.promptLabel = words.input;
  const term = new Terminal(optionsFor(element));
  const fit = new FitAddon();
  term.loadAddon(fit);
  term.open(element);
  term.write(BRACKETED_PASTE);
  if (on.touch && term.textarea) term.textarea.disabled = true;
  const painter = painterFor(term, words);
  const disposables: IDisposable[] = [
    term.onData(on.data),
    term.onResize(() => painter.again()),
    followSize(element, () => fit.fit()),
    followTheme(element, term, () => fit.fit()),
  ];
  term.attachCustomKeyEventHandler(keyFilter(term, on));
  fit.fit();
  void measureGraphemes(term, painter);
  return {
    show: (picture) => painter.show(picture),
    focus: () => term.focus(),
    dispose: () => {
      painter.stop();
      for (const one of disposables) one.dispose();
      term.dispose();
    },
  };
}

/** Families and flags take two cells, not eight; wanted only after the first key echoes, so fetched after it. */
async function measureGraphemes(term: Terminal, painter: Painter): Promise<void> {
  await new Promise((echoed) => {
    const once = term.onRender(() => {
      once.dispose();
      setTimeout(echoed, 300);
    });
  });
  const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
  if (painter.stopped()) return;
  term.loadAddon(new UnicodeGraphemesAddon());
  painter.again();
}

/** Browsers' own copy and paste, and a Tab that does not trap (WCAG 2.1.2): false leaves the key to the browser. */
const keyFilter =
  (term: Terminal, on: ScreenEvents) =>
  (event: KeyboardEvent): boolean => {
    if (event.type !== 'keydown') return true;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (event.key === 'Tab') return !event.shiftKey && !command && !event.altKey && on.takesTab();
    if (command && !event.shiftKey && key === 'v') return false;
    if (command && key === 'c' && term.hasSelection()) {
      if (event.shiftKey) void navigator.clipboard.writeText(term.getSelection()).catch(() => undefined);
      return false;
    }
    return !/^F\d+$/.test(event.key);
  };

function followSize(element: HTMLElement, fit: () => void): IDisposable {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (element.offsetWidth > 0) fit();
    });
  });
  observer.observe(element);
  return {
    dispose: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    },
  };
}
function followTheme(element: HTMLElement, term: Terminal, fit: () => void): IDisposable {
  let open = true;
  const face = (): void => {
    if (!open) return;
    const { fontFamily, fontSize } = faceOf(element);
    term.options.theme = paletteOf(element);
    term.options.fontSize = fontSize;
    term.options.fontFamily = fontFamily;
    fit();
  };
  const observer = new MutationObserver(face);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  // a face that arrives late has other widths: the same name again makes the terminal measure again
  const measure = (): void => {
    if (!open) return;
    term.options.fontFamily = 'monospace';
    face();
  };
  document.fonts.addEventListener('loadingdone', measure);
  return {
    dispose: () => {
      open = false;
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    },
  };
}

interface Painter {
  show(picture: Picture): void;
  /** Everything once more: the columns have changed. */
  again(): void;
  stop(): void;
  stopped(): boolean;
}
function painterFor(term: Terminal, words: PaintWords): Painter {
  /** As painted: each line's escape text, and where it begins as far as that is known. */
  let rows: string[] = [];
  let starts: (IMarker | undefined)[] = [];
  let writingAt: IMarker | undefined;
  let latest: Picture | undefined;
  let busy = false;
  let waiting = false;
  let gone = false;

  const paint = (picture: Picture, whole: boolean): void => {
    busy = true;
    const lines = picture.lines.slice(-SHOWN);
    const next = lines.map((line) => paintLine(line, words, picture));
    let from = whole ? 0 : commonPrefix(rows, next);
    const anchor = from < rows.length ? starts[from] : writingAt;
    const row = anchor && !anchor.isDisposed ? anchor.line - term.buffer.active.baseY : -1;
    if (row < 0) from = 0;
    term.write(SYNC + (row < 0 ? '\x1b[H\x1b[2J\x1b[3J' : `\x1b[${row + 1};1H\x1b[J`));
    starts = starts.slice(0, from);
    writeRows(lines, next, from);
    rows = next;
    const written = picture.writing && paintWriting(picture.writing, words);
    writeWriting(written ?? { before: '', after: '' }, written !== undefined);
  };
  const writeRows = (lines: readonly Line[], next: readonly string[], from: number): void => {
    let gathered = '';
    const place =
      (i: number, line: Line): (() => void) =>
      () => {
        const marker = term.registerMarker(0);
        starts[i] = marker;
        if (line.secure && line.by !== 'tool') lock(term, marker);
      };
    for (let i = from; i < next.length; i++) {
      const line = lines[i];
      if (line && (line.secure || i >= next.length - REWRITABLE)) {
        term.write(gathered, place(i, line));
        gathered = '';
      }
      gathered += `${next[i] ?? ''}\r\n`;
    }
    term.write(gathered, () => {
      writingAt = term.registerMarker(0);
    });
  };
  /** The caret's place is asked of the terminal, never computed: it alone knows how wide a character is. */
  const writeWriting = ({ before, after }: { before: string; after: string }, cursor: boolean): void => {
    let column = 0;
    let line = 0;
    term.write(`\x1b[?25${cursor ? 'h' : 'l'}${before}`, () => {
      const { cursorX, cursorY, baseY } = term.buffer.active;
      const wrapped = cursorX >= term.cols;
      column = wrapped ? 0 : cursorX;
      line = baseY + cursorY + (wrapped ? 1 : 0);
    });
    term.write(cursor ? `${after} ` : '', () => {
      const { baseY } = term.buffer.active;
      term.write(`\x1b[${line - baseY + 1};${column + 1}H${END_SYNC}`, done);
    });
  };
  const done = (): void => {
    busy = false;
    if (!waiting || !latest || gone) return;
    waiting = false;
    paint(latest, false);
  };
  const request = (whole: boolean): void => {
    if (gone || !latest) return;
    if (whole) rows = [];
    if (whole) writingAt = undefined;
    if (busy) waiting = true;
    else paint(latest, whole);
  };
  return {
    show(picture) {
      latest = picture;
      request(false);
    },
    again: () => request(true),
    stop: () => {
      gone = true;
    },
    stopped: () => gone,
  };
}
function commonPrefix(old: readonly string[], now: readonly string[]): number {
  let n = 0;
  while (n < old.length && n < now.length && old[n] === now[n]) n++;
  return n;
}
function lock(term: Terminal, marker: IMarker): void {
  const decoration = term.registerDecoration({ marker, x: 0, width: 1 });
  decoration?.onRender((element) => element.classList.add('mw-lock'));
}
