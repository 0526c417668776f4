// In front of a class: everything larger, pointed at, held still, and a sheet to hand out.
import { expect, test, type Page } from '@playwright/test';
import { consolePane, openLab, panel, say, sayAll, TOUR } from './drive.ts';
import { clean } from './examine.ts';

const { step } = test;
const projecting = (page: Page) => page.getByRole('dialog', { name: 'Projecting' });
async function begun(page: Page): Promise<void> {
  await sayAll(page, TOUR.slice(0, 3));
  await expect(page.getByRole('button', { name: 'Projecting' })).toBeVisible();
}
const leave = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('slider').first().focus();
};

/** The key is heard although its part is only fetched now. */
async function before(page: Page, key: 'p' | 'F8'): Promise<void> {
  await openLab(page);
  if (key === 'p') await leave(page);
  await page.keyboard.press(key);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await expect(page.locator('[data-keys]')).toBeAttached();
  await page.keyboard.press('c');
  await page.keyboard.type('secret');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-keys]')).toContainText('Enter');
  await expect(page.locator('[data-keys] kbd', { hasText: /^[STRE]$/ })).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'projector');
}

test('P, before a session and in one', async ({ page }) => {
  await step('p before any server has spoken: no key of what is being written is shown', async () => {
    await before(page, 'p');
  });
  await step('one key: the console at 28 px or more, three panes at most, keys shown, and back', async () => {
    await begun(page);
    await leave(page);
    await page.keyboard.press('p');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    const size = await page
      .locator('.xterm-rows')
      .first()
      .evaluate((rows) => Number.parseFloat(getComputedStyle(rows).fontSize));
    expect(size).toBeGreaterThanOrEqual(28);
    const asText = page.getByRole('button', { name: 'Transcript' });
    await asText.click();
    await expect(page.getByRole('log').locator('p').first()).toHaveCSS('font-size', '28px');
    await asText.click();
    const panes = page.locator('[data-pane="console"], [data-panel]');
    let seen = 0;
    for (const pane of await panes.all()) {
      const box = await pane.boundingBox();
      if (box && box.width > 40 && box.height > 40) seen++;
    }
    expect(seen).toBeLessThanOrEqual(3);
    await page.keyboard.press('ArrowLeft');
    await expect(page.locator('[data-keys]')).toContainText('←');
    await clean(page, 'projector');
    // what is asked for is there to be read, in the place of one of the three
    await page.getByRole('link', { name: 'Reference' }).click();
    await expect(page.locator('[data-panel="reference"] li a').first()).toBeInViewport();
    await expect(panel(page, 'network')).not.toBeInViewport();
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await expect(panel(page, 'network')).toBeInViewport();
    // mailboxes are in the network, and of the sequence more than the last arrow
    await expect(panel(page, 'network').getByText('bob', { exact: true })).toBeInViewport({ ratio: 1 });
    const ladder = panel(page, 'sequence').getByRole('listbox');
    const row = await ladder.getByRole('option').last().boundingBox();
    expect(((await ladder.boundingBox())?.height ?? 0) / (row?.height ?? 1)).toBeGreaterThan(4);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.locator('[data-clock]')).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1440, height: 900 });
    await leave(page);
    await page.keyboard.press('p');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'projector');
    // and from where one types, where every letter is the line's
    await consolePane(page).getByRole('textbox').first().focus();
    await page.keyboard.press('F8');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    await page.keyboard.press('F8');
    await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'projector');
    // and where a dialog, and a field of it, have the keys
    await page.getByRole('button', { name: 'Everything one can do' }).click();
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.press('F8');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  });
});

test('F8 before a session; then spotlight, laser, a hand-out, and a window that stands still', async ({
  page,
}) => {
  await step('F8 before any server has spoken: no key of what is being written is shown', async () => {
    await before(page, 'F8');
  });
  await begun(page);
  await step('spotlight and laser follow the pointer and take no click', async () => {
    await leave(page);
    await page.keyboard.press('o');
    await page.keyboard.press('l');
    await page.mouse.move(300, 200);
    const where = (name: string) =>
      page
        .locator(name)
        .evaluate((it: HTMLElement) => [it.style.getPropertyValue('--x'), it.style.getPropertyValue('--y')]);
    expect(await where('[data-spotlight]')).toEqual(['300px', '200px']);
    expect(await where('[data-laser]')).toEqual(['300px', '200px']);
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(panel(page, 'mailboxes')).toBeVisible();
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('o');
    await page.keyboard.press('l');
    await expect(page.locator('[data-spotlight], [data-laser]')).toHaveCount(0);
  });
  await step('a hand-out: two numbered columns, with the answers or with room for them', async () => {
    await say(page, '');
    await page.getByRole('button', { name: 'Projecting' }).click();
    await clean(page, 'projecting', '[popover]:popover-open');
    await projecting(page).getByRole('button', { name: 'Hand-out to print' }).click();
    const sheet = page.getByRole('dialog', { name: 'Transcript' });
    // the head, one for the connection, and seven rows of what was said
    await expect(sheet.getByRole('row')).toHaveCount(9);
    await expect(sheet.getByRole('row').filter({ hasText: 'mx1.example.com' }).first()).toBeVisible();
    await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
    await expect(sheet.getByRole('row').filter({ hasText: /2EHLO client\.example\.net/ })).toHaveCount(1);
    await expect(sheet).toContainText('250 2.1.0');
    await expect(sheet.getByText('Standard, 7 rows', { exact: true })).toBeVisible();
    await expect(sheet.getByRole('row', { name: '6 an empty line' })).toBeVisible();
    await clean(page, 'hand-out', '[data-handout]');
    // what comes after the last control is the first, and the other way round
    const names: (string | null)[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(() => document.activeElement?.closest('label, button')?.textContent ?? null),
      );
    }
    expect(names).toEqual(['With the server’s answers', 'Print', '', 'With the server’s answers']);
    await page.keyboard.press('Shift+Tab');
    await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused();
    await step('on a phone held sideways, too, what prints and what closes stays', async () => {
      await page.setViewportSize({ width: 844, height: 390 });
      await sheet.evaluate((it) => it.scrollTo(0, it.scrollHeight));
      expect(await sheet.evaluate((it) => it.scrollTop)).toBeGreaterThan(60);
      for (const name of ['Print', 'Close'])
        await expect(sheet.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
      await page.setViewportSize({ width: 1440, height: 900 });
    });
    await sheet.getByRole('checkbox', { name: 'With the server’s answers' }).uncheck();
    // for a long reply more room than for a short one, and the last of it keeps clear of the rule below
    const rooms = await sheet
      .getByRole('row')
      .filter({ has: page.locator('[data-room]') })
      .evaluateAll((rows) =>
        rows.map((row) => {
          const lines = Array.from(row.querySelectorAll('[data-room]'));
          const clear =
            row.getBoundingClientRect().bottom - (lines.at(-1)?.getBoundingClientRect().bottom ?? 0);
          return `${lines.length}, ${clear >= 8 ? 'clear' : 'touching'}`;
        }),
      );
    expect(rooms).toEqual(['1, clear', '4, clear', '1, clear', '1, clear']);
    await expect(sheet).not.toContainText('250 2.1.0');
    await expect(sheet).toContainText('MAIL FROM');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#root')).toBeHidden();
    await expect(sheet.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(sheet).toContainText('MAIL FROM');
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Projecting' })).toBeFocused();
    await say(page, 'NOOP');
  });
  await leave(page);
  await page.keyboard.press('p');
  await page.keyboard.press('z');
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
  ] as const)
    await step(
      `a window of ${width} x ${height} that stands still says so, and keys are shown, where nothing is covered`,
      async () => {
        await page.setViewportSize({ width, height });
        for (let i = 0; i < 4; i++) await page.keyboard.press('PageDown');
        await expect(page.locator('[data-frozen]')).toHaveText('Frozen');
        await expect(page.locator('[data-keys] kbd')).toHaveCount(4);
        const { laid, covered } = await page.evaluate(() => {
          const shown = Array.from(document.querySelectorAll('[data-frozen], [data-keys] kbd'));
          const boxes = shown.map((it) => it.getBoundingClientRect());
          const within =
            '#root :is(a, button, select, summary, [role="slider"], [data-clock], p, h2, h3, li, section)';
          const below = Array.from(document.querySelectorAll(within)).filter((it) => {
            const at = it.getBoundingClientRect();
            return boxes.some(
              (box) =>
                at.left < box.right && box.left < at.right && at.top < box.bottom && box.top < at.bottom,
            );
          });
          return {
            laid: boxes.every(
              ({ left, right, top, bottom }) =>
                left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
            ),
            covered: below.map((it) => it.outerHTML.slice(0, 80)),
          };
        });
        expect(covered).toEqual([]);
        expect(laid).toBe(true);
      },
    );
});
