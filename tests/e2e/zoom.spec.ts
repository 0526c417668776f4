// Twice its size, and as narrow as WCAG asks for (1.4.10): nothing sticks out, is cut off, or lies under something else.
import { expect, test, type Page } from '@playwright/test';
import { whole } from './whole.ts';
import { consolePane, LETTER, openLab, panel, POP, sayAll, TOUR } from './drive.ts';
import { everyDialog, everyPage, everyPanel, everyPopover } from './everywhere.ts';

for (const [what, width, height, isMobile] of [
  ['at twice its size', 720, 450, false],
  ['320 pixels wide', 320, 640, true],
  ['a phone on its side', 844, 390, true],
] as const)
  test.describe(what, () => {
    test.setTimeout(120_000);
    test.use({ viewport: { width, height }, hasTouch: isMobile, isMobile });
    test('every panel is whole, what opens above, and every page', async ({ page }) => {
      await openLab(page);
      await sayAll(page, [...TOUR, ...LETTER, 'QUIT', ...POP]);
      await expect(consolePane(page).getByRole('log')).toContainText('+OK Message 1 is marked');
      await look(page)('the console');
      await everyPanel(page, look(page));
      await everyPopover(page, look(page));
      await everyDialog(page, look(page));
      await everyPage(page, look(page));
    });
  });
const look = (page: Page) => async (where: string) => expect.soft(await whole(page), where).toEqual([]);

test.describe('a sixteenth of a screen', () => {
  test.use({ viewport: { width: 320, height: 256 } });
  test('the line takes a click, what was said and the panels have room, and a wide ladder shows its row', async ({
    page,
  }) => {
    await openLab(page);
    const line = consolePane(page).getByRole('textbox').first();
    await line.click();
    await expect(line).toBeFocused();
    await page.keyboard.insertText('telnet mx1.example.com 25');
    await page.keyboard.press('Enter');
    await expect(consolePane(page).getByRole('log')).toContainText('220 ');
    const height = (what: string): Promise<number> =>
      page.locator(what).evaluate((it) => it.getBoundingClientRect().height);
    expect(await height('.mw-screen')).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    await expect(panel(page, 'sequence').getByRole('option').first()).toBeAttached();
    expect(await height('[data-panel="sequence"] [role="listbox"]')).toBeGreaterThan(40);

    await page.getByRole('button', { name: 'Console', exact: true }).click();
    await sayAll(page, ['QUIT', 'telnet pop.example.com 110', 'QUIT', 'telnet imap.example.com 143']);
    await expect(consolePane(page).getByRole('log')).toContainText('* OK [');
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    const ladder = panel(page, 'sequence').getByRole('listbox');
    const now = ladder.getByRole('option', { selected: true });
    await ladder.press('End');
    await expect.poll(() => ladder.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
    await ladder.press('ArrowUp');
    await expect(now).toContainText('Who are you?');
    await expect(now.getByText('Who are you?')).toBeInViewport({ ratio: 1 });
    // the ring is whole: beside the times, which stay in view, it is what it is at the other edge
    const { x, y, width } = (await ladder.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const edge = (left: number): Promise<Buffer> =>
      page.screenshot({ clip: { x: left, y: y + 4, width: 1, height: 32 } });
    expect((await edge(x)).equals(await edge(x + width - 1))).toBe(true);
  });
});
