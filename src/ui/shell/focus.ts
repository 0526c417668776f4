// After a click one goes on typing: the console has the keyboard again. Whoever works by keys keeps their place.
import { engine } from '../../app/engine.ts';

/** What is typed into or moved in by itself, what is open above the rest, and what opens it. */
const KEEPS = [
  'input, textarea, select, form, [contenteditable], [role="radiogroup"]',
  '[role="slider"], [role="separator"], [role="listbox"]',
  'dialog, [popovertarget], [aria-haspopup="dialog"], .mw-screen',
].join(', ');
const OPEN_MENU = '[data-pane="console"] [aria-expanded="true"]';

const byFinger = (event: MouseEvent): boolean =>
  event instanceof PointerEvent && event.pointerType === 'touch';
/** Whoever marks words wants to copy them. */
const marking = (): boolean => getSelection()?.isCollapsed === false;

function giveBack(event: MouseEvent): void {
  const { target } = event;
  // a key that presses a button is a click without a count; a finger would call the keyboard up
  if (event.detail === 0 || byFinger(event) || !(target instanceof Element) || target.closest(KEEPS)) return;
  const above = target.closest('[popover]');
  requestAnimationFrame(() => {
    const stays = above?.matches(':popover-open') === true || target.closest(OPEN_MENU) !== null;
    if (stays || document.activeElement?.closest(KEEPS) || marking()) return;
    consoleField()?.focus({ preventScroll: true });
  });
}
/** Where one types now: in the console last used, if it can be seen; undefined when none can. */
export function consoleField(): HTMLElement | undefined {
  const seen = Array.from(document.querySelectorAll<HTMLElement>(FIELDS)).filter((it) => it.offsetParent);
  const { console } = engine.getState();
  return (
    seen.find((it) => it.closest<HTMLElement>('[data-console]')?.dataset['console'] === console) ?? seen[0]
  );
}
const FIELDS = '[data-console] textarea:enabled, [data-console] input:enabled';

/** What is not on paper loses the keyboard while that is laid out: whoever had it has it again afterwards, else the console. */
function keeper(print: MediaQueryList): () => void {
  let had: Element | null = null;
  return () => {
    if (print.matches) had = document.activeElement;
    else if (document.activeElement === document.body)
      (had instanceof HTMLElement ? had : consoleField())?.focus();
  };
}

/** Listens; the returned function stops it. */
export function giveFocusBack(): () => void {
  const print = matchMedia('print');
  const keep = keeper(print);
  addEventListener('click', giveBack);
  print.addEventListener('change', keep);
  return () => {
    removeEventListener('click', giveBack);
    print.removeEventListener('change', keep);
  };
}
