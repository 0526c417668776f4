// A terminal measures each character when it first draws it, and everything is laid out for that: a view full of new ones keeps a frame
// waiting. Those that lines are made of are measured when there is nothing else to do.
import type { IDisposable, Terminal } from '@xterm/xterm';
import { whenIdle } from '../../app/idle.ts';

/** To where a terminal keeps widths. It is no part of its interface: where it leads nowhere, each character is measured as it comes. */
const WAY = ['_core', '_renderService', '_renderer', 'value', '_widthCache'];
interface Widths {
  readonly get: (character: string, bold: boolean, italic: boolean) => number;
}
const isWidths = (found: unknown): found is Widths =>
  typeof found === 'object' && found !== null && 'get' in found && typeof found.get === 'function';
function widthsOf(term: Terminal): Widths | undefined {
  let found: unknown = term;
  for (const step of WAY) found = (found as Readonly<Record<string, unknown>> | undefined)?.[step];
  return isWidths(found) ? found : undefined;
}
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i));
const CHARACTERS = [...ASCII, '\u00A0', '‹', '›', '«', '×', '│', '…', '•'];
/** So many of them do not keep a key waiting. */
const BATCH = 12;
/** Milliseconds: by then they are measured although there is always something else to do. */
const LONGEST = 400;

/** Now, and whenever another face or another size makes the terminal forget. */
export function measureGlyphs(term: Terminal): IDisposable {
  let left: readonly string[] = [];
  let gone = false;
  const some = (): void => {
    const widths = widthsOf(term);
    if (gone || !widths) return;
    for (const character of left.slice(0, BATCH)) widths.get(character, false, false);
    left = left.slice(BATCH);
    if (left.length > 0) whenIdle(some, LONGEST);
  };
  const all = (): void => {
    const begun = left.length > 0;
    left = CHARACTERS;
    if (!begun) whenIdle(some, LONGEST);
  };
  all();
  seeLock(term);
  const resized = term.onResize(all);
  document.fonts.addEventListener('loadingdone', all);
  return {
    dispose: () => {
      gone = true;
      resized.dispose();
      document.fonts.removeEventListener('loadingdone', all);
    },
  };
}
/** The picture of a lock is a document of its own to the browser: it is read before a line over TLS is drawn. */
function seeLock({ element }: Terminal): void {
  const lock = document.createElement('span');
  lock.className = 'xterm-overline';
  element?.querySelector('.xterm-helpers')?.append(lock);
  void getComputedStyle(lock).backgroundImage;
  lock.remove();
}
