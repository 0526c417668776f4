// What comes out of a printer: all of what is read, dark on white, whatever the screen looked like.
import { expect, test } from '@playwright/test';
import { openLab } from './drive.ts';

test('a page of the manual is printed whole, and nothing of the lab around it', async ({ page }) => {
  await openLab(page, '/#/reference');
  const entries = page.locator('[data-panel="reference"] li a');
  await expect(entries.first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('slider').first()).toBeHidden();
  await expect(page.locator('[data-pane="console"]')).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  const { inside, outside } = await page.locator('[data-pane="guide"]').evaluate((pane) => ({
    inside: pane.scrollHeight,
    outside: document.documentElement.scrollHeight,
  }));
  // nothing is left to scroll to within: it all flows on to the next sheet
  expect(inside).toBeGreaterThan(1500);
  expect(outside).toBeGreaterThanOrEqual(inside);
  const colours = await entries.first().evaluate((entry) => getComputedStyle(entry).color);
  expect(colours).toBe('rgb(0, 0, 0)');
});
