// A walk to every place of the page — panels, pages, popovers, dialogs — whatever they are called and however much room there is.
import { expect, type Page } from '@playwright/test';

/** Each page by its address, and what is there once all of it has arrived. */
export const PAGES = [
  ['/', 'h2 ~ p'],
  ['/learn', 'section[aria-labelledby^="track-"] li'],
  ['/learn/p1', '[data-step="login"]'],
  ['/learn/nowhere', 'a[href="#/learn"]'],
  ['/world', '[data-panel="world"] li a'],
  ['/world/at/mx1.example.com', '[data-panel="world"] [role="switch"], [data-panel="world"] input'],
  ['/world/names', '[data-panel="world"] input'],
  ['/world/changes', '[data-panel="world"] h2'],
  ['/compare', '[data-panel="compare"] button'],
  ['/reference', '[data-panel="reference"] li a'],
  ['/reference/smtp/MAIL', '[data-panel="reference"] li'],
  ['/reference/smtp/+SIZE', '[data-panel="reference"] li'],
  ['/shared', '[data-panel="shared"], a[href="#/"]'],
  ['/present', '[role="timer"]'],
  ['/nowhere', '[data-pane="guide"] a[href="#/"]'],
] as const;
const GUIDE = '[data-pane="guide"]';
/** `part`: what is new there, among what was there before. */
type Look = (where: string, part: string) => Promise<void>;

export async function everyPage(page: Page, look: Look): Promise<void> {
  await sheet(page, 2);
  for (const [address, there] of PAGES) {
    await page.evaluate((to) => {
      location.hash = `#${to}`;
    }, address);
    await expect(page.locator(there).first(), address).toBeAttached();
    await look(`the page ${address}`, (await page.locator(GUIDE).count()) > 0 ? GUIDE : 'main');
  }
  await page.evaluate(() => {
    location.hash = '#/';
  });
}
/** On a phone one of three sheets is chosen first: console, stage, guide. */
async function sheet(page: Page, nth: number): Promise<void> {
  const sheets = page.locator('main [role="group"] > button[aria-pressed]');
  if ((await page.locator('main > div > [role="group"] > button').count()) === 3)
    await sheets.nth(nth).click();
}
export async function everyPanel(page: Page, look: Look): Promise<void> {
  await sheet(page, 1);
  await expect(page.locator('[data-tab]')).toHaveCount(8);
  const ids = await page
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => (tab instanceof HTMLElement ? (tab.dataset['tab'] ?? '') : '')));
  for (const id of ids) {
    await page.locator('[data-tab="sequence"]').click(); // some take the room of the others
    const tab = page.locator(`[data-tab="${id}"]`);
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator(`[data-panel="${id}"]`)).toBeVisible();
    await look(`the panel ${id}`, `[data-panel="${id}"]`);
  }
  await sheet(page, 0);
}
export async function everyPopover(page: Page, look: Look): Promise<void> {
  const buttons = page.locator('button[popovertarget]:visible');
  for (let i = 0; i < (await buttons.count()); i++) {
    const button = buttons.nth(i);
    const name = await button.getAttribute('popovertarget');
    await button.click();
    await expect(page.locator(`[id="${name}"]`)).toBeVisible();
    await look(`the popover ${i + 1}`, `[id="${name}"]`);
    await page.keyboard.press('Escape');
    await expect(page.locator(`[id="${name}"]`)).toBeHidden();
  }
}
export async function everyDialog(page: Page, look: Look): Promise<void> {
  const buttons = page.locator('header [aria-haspopup="dialog"]:visible');
  for (let i = 0; i < (await buttons.count()); i++) {
    await buttons.nth(i).click();
    const dialog = page.locator('dialog[open]');
    await expect(dialog.locator('input, kbd').first()).toBeVisible();
    await look(`the dialog ${i + 1}`, 'dialog[open]');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}
