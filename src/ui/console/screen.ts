// A terminal that shows lines and the line being written below them. Only what changed is written; a rewind writes all.
import { FitAddon } from '@xterm/addon-fit';
import { Terminal, type IDisposable } from '@xterm/xterm';
import { idle } from '../../app/idle.ts';
import { isComposed } from './graphemes.ts';
import type { PaintWords } from './paint.ts';
import { painterFor, type Painter, type Picture } from './painter.ts';
import { faceOf, optionsFor, paletteOf } from './theme.ts';

export interface ScreenEvents {
  /** What a key sends. */
  readonly data: (data: string) => void;
  /** Would Tab do anything here? Else it goes on to the next control, as everywhere. */
  readonly takesTab: () => boolean;
  /** The pointer is on this line, by number; -1: on none. */
  readonly point: (line: number) => void;
  /** A finger scrolls here; it does not call the keyboard up. */
  readonly touch: boolean;
}
export interface Screen {
  readonly show: (picture: Picture) => void;
  /** Lines, by number, that somebody points at, here or in another panel. */
  readonly light: (lines: readonly number[]) => void;
  readonly focus: () => void;
  readonly dispose: () => void;
}
const BRACKETED_PASTE = '\x1b[?2004h';

export function openScreen(
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
  if (on.touch && term.textarea) {
    term.textarea.disabled = true;
    term.textarea.ariaHidden = 'true';
  }
  const painter = painterFor(term, words);
  const disposables: IDisposable[] = [
    term.onData(on.data),
    term.onResize(() => painter.again()),
    followSize(element, () => fit.fit()),
    attended(painter, on.point),
    followNear(element, painter, on.touch),
    followTheme(element, term, () => fit.fit()),
  ];
  term.attachCustomKeyEventHandler(keyFilter(term, painter, on));
  if (term.textarea) letGo(term.textarea);
  fit.fit();
  const look = measureGraphemes(term, painter);
  return {
    show: (picture) => {
      look(picture);
      painter.show(picture);
    },
    light: (lines) => painter.light(lines, term.options.theme?.cyan ?? '#000000'),
    focus: () => term.focus(),
    dispose: () => {
      painter.stop();
      for (const one of disposables) one.dispose();
      term.dispose();
    },
  };
}

/**
 * Families and flags take two cells, not eight. What knows that is fetched when such a character is first to be shown, else when
 * there is nothing else to do; what is on the screen by then is written again.
 */
function measureGraphemes(term: Terminal, painter: Painter): (picture: Picture) => void {
  let asked = false;
  const measure = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    try {
      const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
      if (painter.stopped()) return;
      term.loadAddon(new UnicodeGraphemesAddon());
      painter.again();
    } catch {
      asked = false; // it could not be fetched; the next one to be shown asks again
    }
  };
  void idle.then(measure);
  return ({ lines, writing }) => {
    if (asked) return;
    const written = (writing?.editing.text ?? '') + (writing?.advice.ghost ?? '');
    if (isComposed(written) || lines.some(({ text }) => isComposed(text))) void measure();
  };
}

/** Browsers' own copy and paste, and a Tab that does not trap (WCAG 2.1.2): false leaves the key to the browser. */
const keyFilter =
  (term: Terminal, painter: Painter, on: ScreenEvents) =>
  (event: KeyboardEvent): boolean => {
    if (event.type !== 'keydown') return true;
    if (event.shiftKey && event.key === 'PageUp') return !painter.reach(() => term.scrollPages(-1));
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

/**
 * A key that leads away from here (Tab, Ctrl-K) is let go elsewhere. To the terminal it would be held down for ever after, and text that
 * comes in whole would be taken for what that key types: it is told of a key let go, one that asks for nothing.
 */
function letGo(field: HTMLTextAreaElement): void {
  field.addEventListener('blur', () => field.dispatchEvent(new KeyboardEvent('keyup', { keyCode: SHIFT })));
}
const SHIFT = 16;

/** There is nothing to point at before the first reply. What does not come is asked for by nobody: then no line is pointed at. */
function attended(painter: Painter, point: ScreenEvents['point']): IDisposable {
  let brought: IDisposable | undefined;
  idle
    .then(() => import('./attend.ts'))
    .then(
      ({ attend }) => {
        if (!painter.stopped()) brought = attend(painter.canvas, point);
      },
      () => undefined,
    );
  return { dispose: () => brought?.dispose() };
}
/** Who may scroll up: a finger always, a pointer that is there. */
function followNear(element: HTMLElement, { near }: Painter, touch: boolean): IDisposable {
  near(touch);
  const heard = new AbortController();
  const { signal } = heard;
  for (const sign of ['pointerenter', 'wheel'])
    element.addEventListener(sign, () => near(true), { signal, passive: true });
  element.addEventListener('pointerleave', () => near(touch), { signal });
  return { dispose: () => heard.abort() };
}
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
    term.options = { ...faceOf(element), theme: paletteOf(element) };
    fit();
  };
  const observer = new MutationObserver(face);
  const attributeFilter = ['data-theme', 'data-spaced', 'class', 'style'];
  observer.observe(document.documentElement, { attributeFilter });
  // a face that arrives late has other widths: its name spelt otherwise makes the terminal measure again, once
  const measure = ({ fontfaces }: FontFaceSetLoadEvent): void => {
    const { fontFamily = '' } = term.options;
    if (!open || !fontfaces.some(({ family }) => fontFamily.includes(family))) return;
    term.options.fontFamily = fontFamily.endsWith(' ') ? fontFamily.trimEnd() : `${fontFamily} `;
    fit();
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
