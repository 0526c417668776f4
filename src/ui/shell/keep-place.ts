// What has the keyboard may go away when it is pressed. Whoever works by keys goes on beside it, not at the top of the page.

const FOCUSABLE = [
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary',
  '[tabindex]:not([tabindex="-1"])',
].join(', ');

interface Place {
  readonly element: Element;
  /** What it stood in, the innermost first. */
  readonly within: readonly Element[];
  readonly x: number;
  readonly y: number;
}
let last: Place | undefined;

function remember({ target }: FocusEvent): void {
  if (!(target instanceof Element)) return;
  const within: Element[] = [];
  for (let at = target.parentElement; at; at = at.parentElement) within.push(at);
  const { left, top } = target.getBoundingClientRect();
  last = { element: target, within, x: left, y: top };
}
const canHaveIt = (it: Element): boolean =>
  it.isConnected && !it.matches(':disabled') && it.checkVisibility({ visibilityProperty: true });
const distance = (it: Element, { x, y }: Place): number => {
  const { left, top } = it.getBoundingClientRect();
  return Math.hypot(left - x, top - y);
};
function nearest(place: Place): HTMLElement | undefined {
  for (const home of place.within) {
    // what was open above the page gives the keyboard back itself
    if (home.matches('dialog:not([open]), [popover]:not(:popover-open)')) return undefined;
    if (!home.isConnected) continue;
    const all = Array.from(home.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(canHaveIt);
    const [first] = all.toSorted((a, b) => distance(a, place) - distance(b, place));
    if (first) return first;
  }
  return undefined;
}
function look(): void {
  const { activeElement, body } = document;
  if (last && (!activeElement || activeElement === body) && !canHaveIt(last.element)) nearest(last)?.focus();
}
/** Whoever had left it for the page itself before this key has lost nothing by it. */
function forgetWhatWasLeft(): void {
  if (document.activeElement === document.body && last && canHaveIt(last.element)) last = undefined;
}
/** What a key brings about is drawn in one of the next frames: of a password, once its keys are made; of what is done anew, once it is. */
const FRAMES = 60;
let left = 0;
function lookAgain(): void {
  look();
  left--;
  if (left > 0) requestAnimationFrame(lookAgain);
}
function lookSoon({ target }: KeyboardEvent): void {
  // a console goes nowhere for being typed into
  if (target instanceof Element && target.closest('[data-console]')) return;
  if (left <= 0) requestAnimationFrame(lookAgain);
  left = FRAMES;
}
/** Where somebody points is where they are. */
const stopLooking = (): void => {
  left = 0;
};

let begun = false;
/** From now on; once. */
export function keepPlace(): void {
  if (begun) return;
  begun = true;
  addEventListener('focusin', remember);
  addEventListener('keydown', forgetWhatWasLeft, true);
  addEventListener('keydown', lookSoon);
  addEventListener('keyup', lookSoon);
  addEventListener('pointerdown', stopLooking);
}
