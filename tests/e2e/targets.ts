// What a finger can hit: 24 by 24 pixels, or room enough around it (WCAG 2.2, 2.5.8).
import type { Page } from '@playwright/test';

/** What is too small on the page as it stands, each by its size and its name. */
export const small = (page: Page): Promise<readonly string[]> => page.evaluate(tooSmall);

function tooSmall(): readonly string[] {
  const LEAST = 24;
  const TARGETS =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="option"], [role="slider"], [role="treeitem"]';
  interface Target {
    readonly element: Element;
    readonly box: DOMRect;
    /** By what it can be scrolled away. */
    readonly frame: Element | null;
    readonly undersized: boolean;
  }
  const scrolls = (it: Element): boolean => /auto|scroll|hidden|clip/.test(getComputedStyle(it).overflow);
  function frameOf(element: Element): Element | null {
    let at = element.parentElement;
    while (at && !scrolls(at)) at = at.parentElement;
    return at;
  }
  /** A label is hit for its field. */
  function boxOf(element: Element): DOMRect {
    const label = element.matches('input, select') ? element.closest('label') : null;
    return (label ?? element).getBoundingClientRect();
  }
  /** In a sentence, whose lines are as far apart as they are. */
  function isInline(element: Element): boolean {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const texts = document.createTreeWalker(block ?? element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (/\p{L}/u.test(node.textContent ?? '') && !node.parentElement?.closest(TARGETS)) return true;
    return false;
  }
  const centre = ({ x, y, width, height }: DOMRect): readonly [number, number] => [
    x + width / 2,
    y + height / 2,
  ];
  /** From the middle of one to the nearest point of the other, or to its middle where that is small too. */
  function distance(from: Target, to: Target): number {
    const [x, y] = centre(from.box);
    const { left, right, top, bottom } = to.box;
    const near = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const [cx, cy] = centre(to.box);
    return to.undersized ? Math.min(near, Math.hypot(cx - x, cy - y) - LEAST / 2) : near;
  }
  function onScreen({ box, frame }: Target): boolean {
    const seen = frame?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    const [x, y] = centre(box);
    return x >= seen.left && x <= seen.right && y >= seen.top && y <= seen.bottom;
  }
  const above = document.querySelector('dialog[open], :popover-open');
  const targets = [...(above ?? document).querySelectorAll(TARGETS)]
    .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((element): Target => {
      const box = boxOf(element);
      const undersized = box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
      return { element, box, frame: frameOf(element), undersized };
    })
    // what is for ears only is a point
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const meets = (one: Target, other: Target): boolean =>
    one.element !== other.element &&
    !one.element.contains(other.element) &&
    !other.element.contains(one.element) &&
    (one.frame === other.frame || (onScreen(one) && onScreen(other))) &&
    distance(one, other) < LEAST / 2 - 0.5;
  return targets
    .filter((it) => it.undersized && !isInline(it.element) && targets.some((other) => meets(it, other)))
    .map(({ element, box }) => {
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
      return `${Math.round(box.width)}x${Math.round(box.height)} ${element.tagName} ${name}`;
    });
}
