// The page in Simplified Chinese: chosen, remembered, and the wire as it is.
import { expect, test } from '@playwright/test';
import { consolePane, openLab, say } from './drive.ts';
import { clean } from './examine.ts';

test('another language is a click away, stays, and never touches the wire', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('link', { name: '课程' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '亲手寄一封信' })).toBeVisible();
  await say(page, 'telnet mx1.example.com 25');
  await expect(consolePane(page).getByRole('log')).toContainText('220 mx1.example.com ESMTP');
  await say(page, 'RCPT TO:<bob@example.com>');
  await expect(consolePane(page).getByRole('log')).toContainText('503 5.5.1 RCPT has to wait');
  await expect(page.getByRole('region', { name: '为什么不行' })).toBeVisible();
  await clean(page, 'Chinese');
  await page.goto('./#/compare');
  await expect(page.getByRole('heading', { name: '并列对比' })).toBeVisible();
  await clean(page, 'compare, Chinese');
  await page.goto('./#/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Send a letter by hand' })).toBeVisible();
});
test.describe('a browser that speaks Chinese', () => {
  test.use({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  test('is answered in Chinese, on a phone without sticking out', async ({ page }) => {
    await openLab(page);
    await expect(page.getByRole('button', { name: '控制台', exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
