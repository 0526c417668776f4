// axe over every panel, page, popover and dialog, at three sizes and in two themes; and the whole of it by keys alone.
import { expect, test } from '@playwright/test';
import { consolePane, LETTER, openLab, POP, sayAll, TOUR } from './drive.ts';
import { everyDialog, everyPage, everyPanel, everyPopover } from './everywhere.ts';
import { cleanDarkAndLight } from './examine.ts';

const SIZES = [
  ['at a desk', 1440, 900, false],
  ['on a tablet', 820, 1180, true],
  ['on a phone', 390, 844, true],
] as const;
for (const [what, width, height, isMobile] of SIZES)
  test.describe(what, () => {
    test.use({ viewport: { width, height }, hasTouch: isMobile, isMobile });
    test('axe finds nothing in panels, pages, and what opens above', async ({ page }) => {
      test.setTimeout(240_000);
      await openLab(page);
      await sayAll(page, [...TOUR, ...LETTER, 'QUIT', ...POP.slice(0, 3), 'RETR 99', ...POP.slice(3)]);
      await expect(consolePane(page).getByRole('log')).toContainText('+OK Message 1 is marked');
      const look = (where: string, part: string): Promise<void> => cleanDarkAndLight(page, where, '', part);
      await everyPanel(page, look);
      await everyPopover(page, look);
      await everyDialog(page, look);
      await everyPage(page, look);
    });
  });

const STOPS = 400;
interface Stop {
  readonly name: string;
  readonly seen: boolean;
  /** The focus was here before, on this walk. */
  readonly again: boolean;
  /** It has not moved. */
  readonly held: boolean;
  readonly inConsole: boolean;
}
/** Where the focus is: what it is called, and whether one sees it there. Elements are remembered, for what comes late moves them. */
function stop(): Stop {
  const walk = window as { walked?: Set<Element>; last?: Element | null };
  const walked = (walk.walked ??= new Set());
  const element = document.activeElement;
  // at its end, and wherever what had the focus has gone
  if (!(element instanceof HTMLElement) || element === document.body)
    return { name: 'the page', seen: true, again: false, held: false, inConsole: false };
  const [again, held] = [walked.has(element), walk.last === element];
  walked.add(element);
  walk.last = element;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const isTerminal = element.closest('.xterm') !== null; // its caret is what one sees
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
  const seen =
    isTerminal || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && width * height > 0);
  const inConsole = element.closest('[data-pane="console"]') !== null;
  return { name: `${element.tagName} ${name}`, seen, again, held, inConsole };
}
test('by Tab alone one comes through every page, sees where one is, and is held nowhere', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openLab(page);
  await sayAll(page, POP);
  await expect(consolePane(page).getByRole('log')).toContainText('+OK Message 1 is marked');
  await everyPage(page, async (where) => {
    await page.evaluate(() => {
      const walk = window as { walked?: Set<Element>; last?: Element | null };
      walk.walked = new Set();
      walk.last = null;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    let stops = 0;
    let inConsole = true;
    const names: string[] = [];
    const unseen: string[] = [];
    for (; stops < STOPS; stops++) {
      // the console keeps Tab until then
      if (inConsole) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      const at = await page.evaluate(stop);
      const { name, seen, again, held } = at;
      inConsole = at.inConsole;
      if (!seen) unseen.push(name);
      if (held) throw new Error(`${where}: held at ${name}`);
      names.push(name);
      if (again) break;
    }
    expect.soft(unseen, where).toEqual([]);
    expect(stops, `${where}: ${names.join(' › ')}`).toBeGreaterThan(20);
    expect(stops, where).toBeLessThan(STOPS);
  });
});
