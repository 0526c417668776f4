// Is all of the page to be seen and to be reached, in the room that there is?
import type { Page } from '@playwright/test';
import { sideways } from './boxes.ts';

/** What sticks out of the page, lies under something else, or is cut off. */
export async function whole(page: Page): Promise<readonly string[]> {
  const out = await page.evaluate(sideways);
  const found = [
    ...(await page.evaluate(beyond)),
    ...(await page.evaluate(covered)),
    ...(await page.evaluate(cutOff)),
  ];
  return out === 0 ? found : [`${out} px beyond the page`, ...found];
}
/** What opens above the page and begins outside the window: nothing scrolls there. */
function beyond(): readonly string[] {
  return [...document.querySelectorAll('dialog[open], :popover-open')].flatMap((above) => {
    const { left, top, right, bottom } = above.getBoundingClientRect();
    const within = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return within ? [] : [`${above.id} from ${left}, ${top} to ${right}, ${bottom}`];
  });
}
/** What can be pressed or typed into, brought into view, and still lies under something else or outside. */
function covered(): readonly string[] {
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [role="slider"], [role="tab"], [role="option"]';
  const isThere = (element: HTMLElement): boolean => {
    if (element.closest('.xterm, [inert], .sr-only, [data-skip]') || element.matches(':disabled'))
      return false;
    const { width, height } = element.getBoundingClientRect();
    // what is smaller is a native box under one of ours
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 2 && height > 2
    );
  };
  const hitAt = (element: HTMLElement): Element | null => {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2);
  };
  const isHit = (element: HTMLElement, hit: Element | null): boolean =>
    hit !== null && (element.contains(hit) || (element.closest('label')?.contains(hit) ?? false));
  const nameOf = (element: HTMLElement): string =>
    element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
  const shown =
    document.querySelector('dialog[open]') ?? document.querySelector(':popover-open') ?? document.body;
  return [...shown.querySelectorAll<HTMLElement>(CONTROLS)].filter(isThere).flatMap((element) => {
    const hit = hitAt(element);
    return isHit(element, hit)
      ? []
      : [`${nameOf(element)} under ${hit?.tagName ?? 'nothing'} ${hit?.getAttribute('class') ?? ''}`];
  });
}
/** Text that its box cuts off without saying so, and that nothing scrolls to. */
function cutOff(): readonly string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.xterm, .sr-only, svg') || !element.checkVisibility()) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const ends = textOverflow === 'ellipsis';
    const wide = !ends && /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const high = !ends && /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((wide || high) && element.textContent?.trim() !== '' && element.clientWidth > 1)
      found.push(
        `${element.tagName} ${element.className} ${wide ? `${element.scrollWidth} in ${element.clientWidth} wide` : `${element.scrollHeight} in ${element.clientHeight} high`}`,
      );
  }
  return found;
}
