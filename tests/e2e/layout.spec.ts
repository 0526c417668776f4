import { expect, test } from '@playwright/test';
import { consolePane, openLab, panel, say, sayAll, TOUR } from './drive.ts';

const sideways = (): number => document.documentElement.scrollWidth - window.innerWidth;

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every sheet fits, and a session can be had', async ({ page }) => {
    await openLab(page);
    const line = consolePane(page).locator('input').first();
    for (const words of TOUR) {
      await line.fill(words);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('button', { name: 'Rewind' })).toBeVisible();
    expect(await page.evaluate(sideways)).toBe(0);
    for (const sheet of ['Stage', 'Guide', 'Console']) {
      await page.getByRole('button', { name: sheet, exact: true }).click();
      expect(await page.evaluate(sideways), sheet).toBe(0);
    }
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    for (const tab of ['Sequence', 'Mailboxes', 'State machine', 'On the wire']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await page.evaluate(sideways), tab).toBe(0);
    }
  });
  test('nothing of the timeline is cut off', async ({ page }) => {
    await openLab(page);
    for (const button of ['To the start', 'Play', 'To the present']) {
      const box = await page.getByRole('button', { name: button }).boundingBox();
      expect((box?.x ?? 999) + (box?.width ?? 0), button).toBeLessThanOrEqual(390);
    }
    const clock = await page.locator('[data-clock]').boundingBox();
    expect((clock?.x ?? 999) + (clock?.width ?? 0)).toBeLessThanOrEqual(390);
  });
});

test('panes are resized by keys and remembered', async ({ page }) => {
  await openLab(page);
  const guide = page.locator('[data-pane="guide"]');
  const before = (await guide.boundingBox())?.width ?? 0;
  await page.getByRole('separator', { name: 'Resize Guide' }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  const after = (await guide.boundingBox())?.width ?? 0;
  expect(after).toBeGreaterThan(before);
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('panes/guide')));
  await page.reload();
  await expect(guide).toBeVisible();
  expect(Math.abs(((await guide.boundingBox())?.width ?? 0) - after)).toBeLessThan(3);
});

test('the theme is chosen, worn and remembered', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Light' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('a projector', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });
  test('reads from the last row', async ({ page }) => {
    await openLab(page);
    await page.getByRole('button', { name: 'Projector' }).click();
    await sayAll(page, TOUR.slice(0, 2));
    await expect(panel(page, 'sequence')).toContainText('USER bob');
    const size = await consolePane(page)
      .locator('.xterm-rows')
      .evaluate((rows) => Number.parseFloat(getComputedStyle(rows).fontSize));
    expect(size).toBeGreaterThanOrEqual(28);
    expect(await page.evaluate(sideways)).toBe(0);
  });
});

test('under another language no English is left on the page', async ({ page }) => {
  await openLab(page, '/?lang=pseudo');
  await sayAll(page, TOUR);
  await say(page, 'NONSENSE');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  // what is data — wire text, names, a declaration's own words — is marked as not to be translated
  const english = (): string[] => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const within = node.parentElement?.closest('[translate="no"], [data-wire], .xterm, style, script');
      if (!within && /[a-z]{2}/i.test(text) && !text.includes('⟦') && !text.includes('⟧')) found.push(text);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('[translate="no"], .xterm, [data-names]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name) ?? '';
        if (/[a-z]{2}/i.test(text) && !text.includes('⟦')) found.push(`${name}: ${text}`);
      }
    }
    return found;
  };
  for (const tab of [0, 1, 2, 3]) {
    await page.getByRole('tab').nth(tab).click();
    expect(await page.evaluate(english), `tab ${tab}`).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('slider').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').first()).toBeVisible();
  expect(await page.evaluate(english), 'help').toEqual([]);
});
