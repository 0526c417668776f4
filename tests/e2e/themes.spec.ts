// The screens of time, octets and projecting, in every theme at three sizes: nothing for axe to find.
import { expect, test, type Page } from '@playwright/test';
import { sideways } from './boxes.ts';
import { openLab, panel, sayAll, TOUR } from './drive.ts';
import { THEMES } from './examine.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
  { width: 390, height: 844 },
] as const;
const stage = async (page: Page): Promise<void> => {
  const sheet = page.getByRole('button', { name: 'Stage', exact: true });
  if (await sheet.isVisible()) await sheet.click();
};
for (const [themes, button, look] of THEMES)
  test(`axe finds nothing in them, ${themes}`, async ({ page }) => {
    await openLab(page);
    await page.getByRole('button', { name: button }).click();
    await sayAll(page, TOUR.slice(0, 2));
    await expect(page.getByRole('button', { name: 'Time', exact: true })).toBeVisible();
    for (const size of SIZES) {
      const at = `${size.width}`;
      await page.setViewportSize(size);
      await stage(page);
      await page.getByRole('tab', { name: 'Bytes' }).click();
      await expect(panel(page, 'bytes').getByRole('option').first()).toBeVisible();
      await look(page, `bytes ${at}`, '[data-panel="bytes"]');
      await page.getByRole('tab', { name: 'Sequence' }).click();
      await page.getByRole('textbox', { name: 'Filter the sequence' }).fill('5xx');
      await look(page, `filter ${at}`, '[data-panel="sequence"]');
      await page.getByRole('textbox', { name: 'Filter the sequence' }).fill('');
      await page.getByRole('button', { name: 'Time', exact: true }).click();
      await look(page, `time ${at}`, '[popover]:popover-open');
      await page.keyboard.press('Escape');
      const out = await page.evaluate(sideways);
      expect(out, `no sideways scrolling at ${at}`).toBe(0);
    }
    await page.setViewportSize(SIZES[0]);
    await page.getByRole('button', { name: 'Projecting' }).click();
    await look(page, 'projecting', '[popover]:popover-open');
    await page.getByRole('button', { name: 'Hand-out to print' }).click();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await look(page, `hand-out ${size.width}`, '[data-handout]');
    }
  });
