// The page in Simplified Chinese: chosen, remembered, and the wire as it is.
import { expect, test } from '@playwright/test';
import { sideways } from './boxes.ts';
import { chunkOf } from './chunks.ts';
import { consolePane, openLab, POP, say, sayAll } from './drive.ts';
import { everyDialog, everyPage, everyPanel, everyPopover } from './everywhere.ts';
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
  await say(page, 'EHLO you@example.net');
  await expect(page.getByRole('region', { name: '一个想法' })).toContainText('课程正文为英文');
  await clean(page, 'Chinese');
  // what a world is called, not what it is kept by; and a list has the comma of its language
  await page.evaluate(() => {
    location.hash = '#/world';
  });
  await expect(page.locator('[data-panel="world"] header > p').first()).toContainText('世界 标准');
  await page.locator('[data-tab="mailboxes"]').click();
  await expect(
    page
      .locator('[data-panel="mailboxes"]')
      .getByText(/^\d+ 封信，\d+ 封未读$/)
      .first(),
  ).toBeVisible();
  // the name of what is folded away: its letters stand under each other, none over another
  await page.getByRole('separator').first().press('Enter');
  const name = page.locator('[data-rail] span').first();
  await expect(name).toBeVisible();
  const tops = await name.evaluate((it) =>
    Array.from(it.textContent, (_letter, i) => {
      const range = document.createRange();
      range.setStart(it.firstChild ?? it, i);
      range.setEnd(it.firstChild ?? it, i + 1);
      return range.getBoundingClientRect().top;
    }),
  );
  expect(tops.length).toBeGreaterThan(1);
  for (const [i, top] of tops.slice(1).entries()) expect(top - (tops[i] ?? 0)).toBeGreaterThanOrEqual(11);
  await page.getByRole('separator').first().press('Enter');
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
    // so it is before the page has come; and what is English until the words have says so
    await page.route(/\/page-[^/]*\.js/, (route) => route.abort('connectionfailed'));
    let allow = (): void => undefined;
    const allowed = new Promise<void>((resolve) => {
      allow = resolve;
    });
    await page.route(chunkOf('screen'), async (route) => {
      await allowed;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });
    const about = page.locator('[data-outline="about"]');
    await expect(about).toHaveAttribute('lang', 'en');
    await expect(about).toContainText('turn time back');
    allow();
    await expect(about).toContainText('时间倒流');
    await expect(about).not.toHaveAttribute('lang');
    await page.unrouteAll();
    await openLab(page);
    await expect(page.getByRole('button', { name: '控制台', exact: true })).toBeVisible();
    expect(await page.evaluate(sideways)).toBe(0);
  });
});

test('nowhere is English prose left among the Chinese: panels, what opens above, pages', async ({ page }) => {
  const none = async (where: string): Promise<void> =>
    expect.soft(await page.evaluate(english), where).toEqual([]);
  await openLab(page, '/?lang=zh');
  await sayAll(page, [...POP.slice(0, 4), 'DELE 99', ...POP.slice(4)]);
  await expect(page.getByText('1 封已标记')).toBeVisible();
  await everyPanel(page, none);
  await page.locator('[data-tab="machine"]').click();
  await page.locator('[data-panel="machine"]').getByRole('button', { name: 'RETR', exact: true }).click();
  await expect(page.locator('[data-panel="machine"]')).toContainText('有这封信');
  await none('outcomes');
  await everyPopover(page, none);
  await everyDialog(page, none);
  await everyPage(page, none);
});
/** Two English words in a row, in the page. Only what is marked as wire text or a name, or as a lesson's English, may hold some. */
function english(): readonly string[] {
  const found: string[] = [];
  // a user of this world has a name of two words
  const isProse = (text: string): boolean =>
    !text.endsWith('john smith') && /\b[A-Za-z]?[a-z]+[ ,;]+[a-z]{2,}/.test(text);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    if (
      !node.parentElement?.closest(
        // what a browser is told that cannot show this page is in both languages
        '[data-wire], [lang="en"], kbd, .mono, .xterm, style, script, noscript, #unsupported',
      ) &&
      isProse(text)
    )
      found.push(text);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name) ?? '';
      // ours may quote the wire
      const isOurs = /\p{Script=Han}/u.test(text);
      const isData = element.closest('[data-wire], .xterm, [lang="en"]') !== null;
      if (!isOurs && !isData && isProse(text)) found.push(`${name}: ${text}`);
    }
  return found;
}
