// The comparison: every cell answered by a server in the page, any of them asked again in the lab's own console.
import { expect, test } from '@playwright/test';
import { sideways } from './boxes.ts';
import { consolePane, openLab, panel } from './drive.ts';
import { cleanDarkAndLight } from './examine.ts';

test('every cell is answered, and “show me” types its session into the console; at three sizes axe finds nothing, and a claim leads to its lesson', async ({
  page,
}) => {
  await openLab(page, '/#/compare');
  const compare = panel(page, 'compare');
  await expect(compare.getByRole('heading', { name: 'side by side' })).toBeVisible();
  await expect(compare.locator('[data-cell]')).toHaveCount(33);
  await expect(compare.locator('[data-cell] [data-wire]', { hasText: '* 1 EXPUNGE' })).toBeVisible();
  await expect(compare.getByText('The servers are being asked')).toHaveCount(0);
  await compare.getByRole('button', { name: /^Show me: Deletion, POP3/ }).click();
  await expect(consolePane(page).getByRole('log').first()).toContainText('1 deleted');
  // again, and it is the same: what was shown before is gone
  await compare.getByRole('button', { name: /^Show me: Deletion, POP3/ }).click();
  await expect(consolePane(page).getByRole('log').first()).toContainText('1 deleted');
  await expect(consolePane(page).getByRole('log').first()).not.toContainText('IN-USE');
  const devices = compare.locator('[data-cell="devices/imap"]');
  await expect(devices).toContainText(/At the other console:.*a3 STORE 1 \+FLAGS/);
  await devices.getByRole('button', { name: /^Show me/ }).click();
  await expect(panel(page, 'compare')).toBeVisible();
  await expect(page.getByRole('button', { name: /^you@client\/2/ }).first()).toBeVisible();
  // one is left where the answer is
  await expect(consolePane(page).getByRole('log').first()).toContainText('* 1 FETCH (FLAGS');
  for (const [what, width, height] of [
    ['a desk', 1440, 900],
    ['a tablet', 820, 1180],
    ['a phone', 390, 844],
  ] as const)
    await test.step(`${what}: axe finds nothing, nothing sticks out, and a claim leads to its lesson`, async () => {
      await page.setViewportSize({ width, height });
      await page.goto('/#/');
      // whoever leaves a lesson has another session before them
      await expect(page.locator('header a[href^="#/learn/"]')).toHaveCount(0);
      await page.goto('/#/compare');
      await expect(panel(page, 'compare').getByText('The servers are being asked')).toHaveCount(0);
      await cleanDarkAndLight(page, `compare, ${what}`);
      expect(await page.evaluate(sideways)).toBe(0);
      await panel(page, 'compare').getByRole('link', { name: 'Lesson S2' }).click();
      await expect(page.getByRole('heading', { name: 'Envelope, then letter' })).toBeVisible();
    });
});
