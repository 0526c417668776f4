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
  test('the line takes a click, and what was said and the panels have room to be seen', async ({ page }) => {
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
  });
});
