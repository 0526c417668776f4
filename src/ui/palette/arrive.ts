// Whoever has chosen a place by name goes on there: the keyboard follows.
import { focusConsole } from '../shell/keys.ts';
import { goTo } from '../shell/route.tsx';
import { showPanel, showSheet, type Panel } from '../shell/settings.ts';

/**
 * The keyboard goes there as soon as it is there and can be seen, which may take a part of the page that is still to come; not any more
 * once somebody has done something else.
 */
function follow(selector: string): void {
  const over = new AbortController();
  for (const act of ['keydown', 'pointerdown'])
    addEventListener(act, () => over.abort(), { capture: true, signal: over.signal });
  const look = (): void => {
    if (over.signal.aborted) return;
    const found = document.querySelector<HTMLElement>(selector);
    if (!found?.checkVisibility()) {
      requestAnimationFrame(look);
      return;
    }
    over.abort();
    // what is no control of its own takes the keyboard from here only
    if (found.tabIndex < 0) found.tabIndex = -1;
    found.focus();
  };
  requestAnimationFrame(look);
}
/** What is being left keeps nothing: there may be nobody yet who could take the keyboard. */
function leave(): void {
  const at = document.activeElement;
  if (at instanceof HTMLElement) at.blur();
}
/** To a page, at its heading; the lab's own place is the console. */
export function goAlong(path: string): void {
  const isHere = `#${path}` === location.hash;
  const arrive = (): void => (path === '/' ? focusConsole() : follow(headingOf(path)));
  leave();
  if (path !== '/') showSheet('guide');
  if (isHere) arrive();
  else {
    addEventListener('hashchange', arrive, { once: true });
    goTo(path);
  }
}
/** `/world/at/HOST` and `/reference/PROTOCOL/NAME` are about one thing among others, which is named below what they share. */
const headingOf = (path: string): string =>
  `[data-pane="guide"] ${path.split('/').length > 3 ? 'h3' : 'h2:not(.sr-only)'}`;
/** To a panel of the stage, at its tab. */
export function openPanel(panel: Panel): void {
  leave();
  showSheet('stage');
  showPanel(panel);
  follow(`[data-tab="${panel}"]`);
}
