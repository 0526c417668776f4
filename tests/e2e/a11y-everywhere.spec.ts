// axe over every panel, page, popover and dialog, at three sizes and in two themes; and the whole of it by keys alone.
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { consolePane, LETTER, openLab, POP, sayAll, TOUR } from './drive.ts';
import { everyDialog, everyPage, everyPanel, everyPopover } from './everywhere.ts';
import { cleanDarkAndLight } from './examine.ts';
import { small } from './targets.ts';

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
      const look = async (where: string, part: string): Promise<void> => {
        await cleanDarkAndLight(page, where, '', part);
        if (isMobile) expect.soft(await small(page), where).toEqual([]);
      };
      if (isMobile) expect(await small(page), 'the console').toEqual([]);
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
interface Walking {
  walk?: { readonly stops: readonly Stop[]; readonly over: AbortController };
}
/**
 * From now on the page itself writes down where each Tab leads: what it is called, and whether one sees it there. Elements are remembered,
 * for what comes late moves them. In the console, which keeps Tab until Escape, and where one has been before, the walk pauses, and a Tab
 * does nothing: so several can be sent at once.
 */
function setOut(): void {
  const walking = window as Walking;
  walking.walk?.over.abort();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const walked = new Set<Element>();
  const stops: Stop[] = [];
  const over = new AbortController();
  let last: Element | null = null;
  let pressed = false;
  let pauses = false;
  const stop = (): Stop => {
    const element = document.activeElement;
    // at its end, and wherever what had the focus has gone
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: 'the page', seen: true, again: false, held: false, inConsole: false };
    const [again, held] = [walked.has(element), last === element];
    walked.add(element);
    last = element;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const isTerminal = element.closest('.xterm') !== null; // its caret is what one sees
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
    const seen =
      isTerminal || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && width * height > 0);
    const inConsole = element.closest('[data-pane="console"]') !== null;
    return { name: `${element.tagName} ${name}`, seen, again, held, inConsole };
  };
  const down = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') pauses = false;
    if (event.key !== 'Tab') return;
    pressed = !pauses;
    if (pressed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const up = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !pressed) return;
    const at = stop();
    stops.push(at);
    pauses = at.inConsole || at.again || at.held;
  };
  const options = { capture: true, signal: over.signal };
  addEventListener('keydown', down, options);
  addEventListener('keyup', up, options);
  walking.walk = { stops, over };
}
const AT_ONCE = 12;
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
/** Tab so many times, one after the other, without going back and forth for each. */
async function tab(keys: CDPSession, times: number): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let i = 0; i < times; i++)
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      sent.push(keys.send('Input.dispatchKeyEvent', { type, ...TAB }));
  await Promise.all(sent);
}
/** All stops until one comes where one has been. */
async function walk(page: Page, keys: CDPSession, where: string): Promise<readonly Stop[]> {
  await page.evaluate(setOut);
  const stops: Stop[] = [];
  for (;;) {
    const at = stops.at(-1);
    if (at?.held) throw new Error(`${where}: held at ${at.name}`);
    if (at?.again || stops.length >= STOPS) return stops;
    const inConsole = at?.inConsole ?? true;
    if (inConsole) await page.keyboard.press('Escape');
    await tab(keys, inConsole ? 1 : AT_ONCE);
    const more = await page.evaluate(
      (from) => (window as Walking).walk?.stops.slice(from) ?? [],
      stops.length,
    );
    if (more.length === 0) throw new Error(`${where}: no key is heard after ${at?.name}`);
    stops.push(...more);
  }
}
test('by Tab alone one comes through every page, sees where one is, and is held nowhere', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openLab(page);
  await sayAll(page, POP);
  await expect(consolePane(page).getByRole('log')).toContainText('+OK Message 1 is marked');
  const keys = await page.context().newCDPSession(page);
  await everyPage(page, async (where) => {
    const stops = await walk(page, keys, where);
    const names = stops.map(({ name }) => name);
    const unseen = stops.filter(({ seen }) => !seen).map(({ name }) => name);
    expect.soft(unseen, where).toEqual([]);
    expect(stops.length, `${where}: ${names.join(' › ')}`).toBeGreaterThan(21);
    expect(stops.length, where).toBeLessThan(STOPS);
  });
});
